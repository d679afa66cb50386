"""What a reader makes of an export, against the papers that were exported."""

import re
from collections.abc import Iterator, Sequence

from corpus_index.domain.paper import Paper
from corpus_index.domain.record import RawRecord
from corpus_index.export import WRITERS
from corpus_index.export.latex_text import text_and_formulas
from corpus_index.export.names import name_in_parts
from corpus_index.export.white_space import squeezed
from corpus_index.pages import load, split

Difference = tuple[str, str, object, object]
"""Key, field, what was exported, and what was read."""

_TYPED = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))


def printed(text: str) -> str:
    r"""Give a text as LaTeX prints it where the export keeps on purpose what was typed: dashes, quotes, `\%`."""
    pieces = text_and_formulas(squeezed(text).replace("\u00a0", " "))
    return " ".join("".join(piece if is_formula else _shown(piece) for piece, is_formula in pieces).split())


def _shown(text: str) -> str:
    text = re.sub(r"(?<!\\)\\([%&_#$])", r"\1", text)
    for typed, shown in _TYPED:
        text = text.replace(typed, shown)
    return text


def differences(form: str, papers: Sequence[Paper]) -> list[Difference]:
    """Write papers in a format, read them again, and give what is not the same."""
    text = "".join(WRITERS[form](papers))
    records = {record.key.text: record for record in split(load("export", text.encode())).records if record.key}
    return [each for paper in papers for each in _differences(paper, records.get(paper.key))]


def _differences(paper: Paper, record: RawRecord | None) -> Iterator[Difference]:
    if record is None:
        yield paper.key, "key", paper.key, None
        return
    untitled = paper.title_inferred and paper.abstract
    names = [name_in_parts(name) for name in paper.authors]
    pairs: list[tuple[str, object, object]] = [
        ("title", None if untitled else printed(paper.title), record.title and printed(record.title.text)),
        ("abstract", printed(paper.abstract or ""), printed(record.abstract.text)),
        ("authors", [printed(f"{name.given} {name.family} {name.suffix}") for name in names],
         [printed(author.text) for author in record.authors]),
        ("authors_complete", paper.authors_complete and bool(paper.authors), record.authors_complete),
        ("year", paper.year, record.year and record.year.value),
        ("venue", printed(paper.venue or ""), printed(record.venue.text) if record.venue else ""),
        ("ids", {(scheme, value.lower()) for scheme, value in paper.ids.items() if scheme in ("arxiv", "doi")},
         {(each.id.scheme.value, each.id.value) for each in record.ids if each.id.scheme.value in ("arxiv", "doi")}),
    ]  # fmt: skip
    for field, was, now in pairs:
        if was != now:
            yield paper.key, field, was, now
