"""One paper, whole."""

from __future__ import annotations

from cli.console import heading, put, put_lines
from cli.layout import Piece
from cli.render.facts import print_facts
from cli.render.links import print_link
from corpus_index.domain.conflict import Conflict, Grade
from corpus_index.domain.own import ReadStatus
from corpus_index.domain.paper import Paper, Source
from corpus_index.domain.record_kind import RecordKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def print_paper(paper: Paper, revisions: Mapping[str, tuple[int, int]] | None = None) -> None:
    """Print everything: what the pages say, what was found in it, and where it stands.

    `revisions` are those of the pages of its sources, and the latest ones, where a page has several.
    """
    numbers = {source.id: number for number, source in enumerate(paper.records, start=1)}
    _print_head(paper)
    if paper.abstract:
        heading("Abstract")
        put(paper.abstract, indent="  ")
    for summary in paper.summaries:
        heading(f"Summary, perhaps written by a machine [{numbers[summary.record]}]")
        put((summary.text, "quiet"), indent="  ")
    if paper.conflicts:
        heading("Its sources disagree")
        for conflict in paper.conflicts:
            _print_conflict(conflict, numbers)
    heading("Sources")
    put(("below, [1] 20-30 means: source 1, characters 20 to 30 of its page", "quiet"), indent="  ")
    for source in paper.records:
        _print_source(numbers[source.id], source, (revisions or {}).get(source.id))
    print_facts(paper, numbers)
    _print_links(paper)


def _print_head(paper: Paper) -> None:
    inferred: list[Piece] = [(" (inferred: no page prints the title)", "quiet")] if paper.title_inferred else []
    put((paper.title, "title"), *inferred)
    details: list[Piece] = [(paper.key, "key")]
    if paper.authors:
        names = ", ".join(paper.authors) + ("" if paper.authors_complete else " and others")
        details.append((f" · {names}", ""))
    if paper.year is not None:
        details.append((f" · {paper.year}", ""))
    put(*details)
    if where := _published(paper):
        put(where, later="  ")
    _print_own(paper)
    if paper.aliases:
        put((f"formerly {', '.join(paper.aliases)}", "quiet"))
    for version in paper.versions:
        said = (version.venue, version.year, *(f"{scheme} {value}" for scheme, value in version.ids.items()))
        put(" · ".join((version.kind.value, *(str(each) for each in said if each))), later="  ")
    in_versions = {item for version in paper.versions for item in version.ids.items()}
    for name, value in paper.ids.items():
        if (name, value) not in in_versions:
            put((f"{name} {value}", "quiet"))
    for url in paper.urls:
        put((url, "quiet"))


def _published(paper: Paper) -> str:
    """What it is and where it appeared, as a reference has it: `article · Nature 521(7553), 436–444`."""
    if not paper.publication:
        return paper.venue or ""
    from corpus_index.domain.publication import FAMILIES, PROTECTED

    told = {name: value for name, value in paper.publication.items() if name not in (FAMILIES, PROTECTED)}
    said = {name: value for name, value in told.items() if value != paper.venue}
    place = (paper.venue or "") + (f" {said.pop('volume')}" if "volume" in said else "")
    place += f"({said.pop('number')})" if "number" in said else ""
    place += f", {said.pop('pages')}" if "pages" in said else ""
    rest = (f"{name} {value}" for name, value in said.items() if name != "type")
    return " · ".join(part for part in (said.get("type"), place.strip(" ,"), *rest) if part)


def _print_own(paper: Paper) -> None:
    said = [f"tags {', '.join(paper.tags)}"] if paper.tags else []
    said += [] if paper.status is ReadStatus.UNREAD else [paper.status.value]
    said += [f"{', '.join(paper.corrected)}: set by you"] if paper.corrected else []
    if said:
        put((" · ".join(said), "quiet"))
    if paper.note:
        put_lines(("note: ", "quiet"), paper.note, later="  ")


def _print_conflict(conflict: Conflict, numbers: dict[str, int]) -> None:
    style = "error" if conflict.grade is Grade.CONTRADICTION else "warning"
    put((f"{conflict.grade}: {conflict.attribute}", style), indent="  ", later="    ")
    for side in (conflict.a, conflict.b):
        put(
            f"{side.claim} ",
            (f"“{side.evidence}”", "quiet"),
            (f" [{numbers[side.record]}] {side.start}-{side.end}", "quiet"),
            indent="    ",
            later="      ",
        )


def _print_source(number: int, source: Source, revision: tuple[int, int] | None) -> None:
    kind = ", a summary" if source.kind is RecordKind.SUMMARY else ""
    lines = (
        f"line {source.first_line}"
        if source.first_line == source.last_line
        else (f"lines {source.first_line}-{source.last_line}")
    )
    label = f"  [{number}] "
    which = "" if revision is None else f" (revision {revision[0]} of {revision[1]})"
    put(source.page, (which, "quiet"), f" {lines}{kind}", indent=label, later=" " * len(label))


def _print_links(paper: Paper) -> None:
    for title, direction in (("Builds on, or names", "out"), ("Named by", "in")):
        links = [link for link in paper.links if link.direction == direction]
        if links:
            heading(title)
            for link in links:
                print_link(paper.key, link)
