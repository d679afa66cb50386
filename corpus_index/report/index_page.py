"""INDEX.md: the whole index in Markdown, for people who browse a repository; a large one on several pages."""

from collections.abc import Iterable, Iterator
from itertools import islice

from corpus_index.export.markdown_text import escaped, link
from corpus_index.report.index_parts import PAPERS, LinkedPapers, Part, counts_line, parts_beside_papers
from corpus_index.report.paper_section import Places
from corpus_index.store import read
from corpus_index.store.connection import Store

INDEX_MARK = "<!-- Written by `papers index`; do not edit. -->"
"""How every page that this writes begins, so that it can be told from what a person wrote."""

MOST_ON_ONE_PAGE = 500
"""Papers; GitHub shows Markdown up to half a megabyte, and a paper takes 300 to 900 bytes."""
_PAPERS_A_PAGE = 250
_LINES_A_PAGE = 1000


def index_page(store: Store, folder: str = "") -> str:
    """Write the index as Markdown: papers, models, leaderboards, cross-links and contradictions.

    Pages are linked as files in `folder`, a path relative to where the text will stand, with the lines of the record.
    The text depends on the content of the index and on `folder` alone.
    """
    places = Places(folder)
    linked = LinkedPapers()
    sections = [line for paper in read.papers(store) for line in linked.section(paper, places)]
    parts = parts_beside_papers(store, linked, places, "#{}".format)
    lines = [
        " · ".join(f"[{title}](#{title.lower()})" for title in (PAPERS, *(part.title for part in parts))),
        "",
        f"## {PAPERS}",
        "",
        *sections,
        *(line for part in parts for line in (f"## {part.title}", "", *part.lines(), "")),
    ]
    return _page("Index of papers", [counts_line(store), "", *lines])


def index_pages(store: Store, name: str, folder: str = "") -> Iterator[tuple[str, str]]:
    """The pages of the index, each with its name: `name` alone or, of a large index, first its parts, in a folder
    beside it that is called after it (`INDEX-parts/models-1.md`), and `name` last, which leads to them.

    Texts are as of `index_page`, and names are seen from where `name` will stand.
    """
    if read.counts(store).papers <= MOST_ON_ONE_PAGE:
        yield name, index_page(store, folder)
        return
    parts = parts_folder(name)
    back = link("Index", f"../{name}")
    places = Places(folder, up="../")
    linked = LinkedPapers()
    on_page: dict[str, str] = {}
    contents = [f"## {PAPERS}", ""]
    papers = read.papers(store)
    for number, some in enumerate(iter(lambda: list(islice(papers, _PAPERS_A_PAGE)), []), start=1):
        file = f"papers-{number}.md"
        on_page.update((paper.key, file) for paper in some)
        span = f"{some[0].key} to {some[-1].key}"
        contents.append(f"- {link(span, f'{parts}/{file}')}")
        sections = [line for paper in some for line in linked.section(paper, places)]
        yield f"{parts}/{file}", _page(f"{PAPERS} {escaped(span)}", [back, "", *sections])
    for part in parts_beside_papers(store, linked, places, lambda key: f"{on_page[key]}#{key}"):
        contents += ["", f"## {part.title}", ""]
        for number, lines in enumerate(_cut(part), start=1):
            file = f"{part.title.lower()}-{number}.md"
            contents.append(f"- {link(f'{part.title} {number}', f'{parts}/{file}')}")
            yield f"{parts}/{file}", _page(f"{part.title} {number}", [back, "", *lines])
    yield name, _page("Index of papers", [counts_line(store), "", *contents])


def parts_folder(name: str) -> str:
    """The folder beside the page `name` for the parts of a large index."""
    return f"{name.removesuffix('.md')}-parts"


def _cut(part: Part) -> Iterator[list[str]]:
    """The lines of each page of a part; a block that is longer than a page stays whole."""
    lines = list(part.head)
    for block in part.blocks:
        if len(lines) + len(block) > _LINES_A_PAGE and len(lines) > len(part.head):
            yield lines
            lines = list(part.head)
        lines += block
    yield lines


def _page(title: str, lines: Iterable[str]) -> str:
    return "\n".join([INDEX_MARK, "", f"# {title}", "", *lines]).rstrip("\n") + "\n"
