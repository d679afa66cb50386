"""No text of a page acts in a file that is written of it: each attack, in every field of a paper, in every format."""

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace

import pytest
from attacks import EVERY, MARKUP
from bibtexparser.entrypoint import parse_string
from lxml import etree
from made_papers import EMPTY, FULL, hostile
from markdown_it import MarkdownIt

from corpus_index.domain.board import Leaderboard, RankedResult, Ranking
from corpus_index.domain.facts import ResultKind, Trust
from corpus_index.domain.graph import Graph, GraphEdge, GraphNode
from corpus_index.domain.link import Relation
from corpus_index.domain.paper import Paper, Source
from corpus_index.domain.record import RecordKind
from corpus_index.domain.table import Table
from corpus_index.export import WRITERS
from corpus_index.export.graphs.dot import dot
from corpus_index.export.graphs.graphml import graphml
from corpus_index.export.graphs.mermaid import mermaid
from corpus_index.export.graphs.svg import svg
from corpus_index.export.latex_math import _commands
from corpus_index.report.paper_section import Places, paper_section
from corpus_index.report.plotting import plot
from corpus_index.report.table_files import csv_table, latex_table, markdown_table
from corpus_index.site.addresses import file_name

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
GRAPHML = {"graphml", "key", "graph", "node", "edge", "data"}
SVG = {"svg", "style", "defs", "marker", "path", "line", "title", "g", "circle", "text"}
WEB = r"(?:https?|ftp)://"
REMARKED = {r"\today", r"\cite", r"\url"}
"""What a remark of a reference may hold; `tests/export` says how."""
PAPERS = [hostile(text, number) for number, text in enumerate(EVERY)]


def written(form: str, paper: Paper) -> str:
    """A paper between two harmless ones."""
    return "".join(WRITERS[form]([EMPTY, paper, FULL]))


def controls(text: str) -> set[str]:
    """Characters by which a text controls what shows it, but for tabs and line ends."""
    return {char for char in text if unicodedata.category(char) in {"Cc", "Zl", "Zp"}} - set("\t\n")


def formulas(text: str) -> list[str]:
    """Cells of a table that a spreadsheet may run, by whichever sign it divides them."""
    read = (row for sign in ",;\t" for row in csv.reader(io.StringIO(text), delimiter=sign))
    cells = [cell.lstrip(" \xa0\u3000") for row in read for cell in row]
    return [cell for cell in cells if cell.startswith(FORMULA) and cell != "-3.5"]


def acting(latex: str) -> set[str]:
    """The commands in a text that are no signs and letters of a formula."""
    listed = {name for names in _commands().values() for name in names}
    return set(re.findall(r"\\(?:[A-Za-z]+|\^\^)", latex)) - listed


class Trusting(MarkdownIt):
    """A program that shows Markdown and asks of no address what it does."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002  as the library calls it
        """Take it."""
        return True


def rendered(markdown: str) -> etree._Element:
    """Markdown as HTML, with HTML and any address let through."""
    return etree.HTML(Trusting("commonmark", {"html": True}).enable("table").render(markdown))


def assert_shows_only(html: etree._Element, *names: str) -> None:
    """Assert that there are no other elements, that nothing has a handler, and that links lead to web pages."""
    assert {str(each.tag) for each in html.iter()} <= {"html", "body", *names}
    for each in html.iter():
        assert set(each.attrib) <= {"href", "style", "id"}
        assert re.match(rf"{WEB}|#|here/|$", each.get("href", ""))


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_bibliographies(form: str) -> None:
    harmless = REMARKED | acting(written(form, EMPTY))
    for paper in PAPERS:
        text = written(form, paper)
        library = parse_string(text)
        assert not library.failed_blocks
        assert [entry.key for entry in library.entries] == [EMPTY.key, paper.key, FULL.key]
        assert not library.comments + library.preambles + library.strings
        assert text.count("{") == text.count("}")
        assert not acting(text) & (acting(paper.title) - harmless)
        assert all(re.match(WEB, address) for address in re.findall(r"(?:^  url = |\\url)\{(.*)", text, re.MULTILINE))
        assert not controls(text)


def test_ris() -> None:
    for paper in PAPERS:
        text = written("ris", paper)
        assert re.fullmatch(r"(?:(?:[A-Z][A-Z0-9]  - [^\n]*\n)+\n){3}", text)
        assert text.count("TY  - ") == text.count("ER  - ") == 3
        assert all(re.match(WEB, address) for address in re.findall(r"UR  - (.*)", text))
        assert not controls(text)


def test_json() -> None:
    for paper in PAPERS:
        items = json.loads(written("csl-json", paper))
        assert [item["id"] for item in items] == [EMPTY.key, paper.key, FULL.key]
        assert all(re.match(WEB, item.get("URL", "https://")) for item in items)
        lines = written("jsonl", paper).splitlines()
        assert [json.loads(line)["key"] for line in lines] == [EMPTY.key, paper.key, FULL.key]
        assert json.loads(lines[1])["title"].encode("utf-8", "replace") == paper.title.encode("utf-8", "replace")


def test_spreadsheets() -> None:
    for paper in PAPERS:
        text = written("csv", paper)
        rows = list(csv.reader(io.StringIO(text)))
        assert [row[0] for row in rows] == ["key", EMPTY.key, paper.key, FULL.key]
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not formulas(text)
        assert not controls(text)


def test_markdown() -> None:
    for paper in PAPERS:
        html = rendered(written("markdown", paper))
        assert len(html.findall(".//li")) == 3
        assert_shows_only(html, "ul", "li", "p", "strong", "em", "a", "code")


def test_sections_of_index_pages() -> None:
    record = Source(id="", page="", ordinal=0, kind=RecordKind.ABSTRACT, title=None, start=0, end=1, first_line=1,
                         last_line=2)  # fmt: skip
    for paper in PAPERS:
        page = paper.title.replace("/", "-")
        section = paper_section(replace(paper, records=(replace(record, page=page),)), Places("here"))
        html = rendered("\n".join(section))
        assert len(html.findall(".//h3")) == 1
        assert_shows_only(html, "h3", "p", "ul", "li", "a", "code")


@pytest.mark.parametrize("texts", [MARKUP[:12], MARKUP[-12:]])
def test_pictures_of_leaderboards(texts: tuple[str, ...]) -> None:
    entries = tuple(
        RankedResult(
            rank=at, value=at, year=2000 + at, kind=ResultKind.SCORE, unit="%", subject=text, trust=Trust.OWN,
            bound=None, evidence="", start=0, end=0, key="k", title="", title_inferred=False, record="p#0", page="p",
            first_line=1, last_line=1,
        )
        for at, text in enumerate(texts)
    )  # fmt: skip
    ranking = Ranking(
        kind=ResultKind.SCORE, metric=texts[0], unit="%", total=None, lower_is_better=False, entries=entries
    )
    board = Leaderboard(benchmark="\x1b" + texts[1], rankings=(ranking,), others=(), joint=(), mentions=(), similar=())
    root = etree.fromstring(plot(board, "svg"))
    names = {etree.QName(each).localname for each in root.iter("{http://www.w3.org/2000/svg}*")}
    assert names == {"svg", "metadata", "defs", "style", "g", "path", "text", "use", "clipPath", "rect"}
    for each in root.iter():
        assert not [name for name in map(str, each.attrib) if name.startswith("on")]
        assert all(str(value).startswith("#") for name, value in each.attrib.items() if str(name).endswith("}href"))


def test_tables() -> None:
    for text in EVERY:
        table = Table(title=text, columns=(text, "b"), numbers=frozenset({1}), rows=((text, "1"), ("x", "-3.5")))
        rows = list(csv.reader(io.StringIO(csv_table(table))))
        assert [len(row) for row in rows] == [2, 2, 2]
        assert not formulas(csv_table(table))
        html = rendered(markdown_table(table))
        assert len(html.findall(".//td")) == 4
        assert_shows_only(html, "table", "thead", "tbody", "tr", "th", "td")
        latex = latex_table(table)
        assert latex.count("\\\\\n") == 3
        assert not acting(latex) & (acting(text) - {r"\begin", r"\end", r"\usepackage"})
        assert latex.count(r"\begin{") == latex.count(r"\end{") == 2


def test_graphs() -> None:
    for text in EVERY:
        nodes = tuple(GraphNode(key=key, title=text, title_inferred=False, year=None) for key in (text, "Emu"))
        edge = GraphEdge(source=text, target="Emu", relation=Relation.USES, names=(text,), confidence=0.9)
        graph = Graph(nodes=nodes, edges=(edge,))
        string = r'"(?:[^"\\\n]|\\.)*"'
        values = rf"\[(?:\w+={string}(?:, )?)+\]"
        lines = "".join(dot(graph)).splitlines()
        assert len(lines) == 7
        assert all(re.fullmatch(rf"  n\d(?: -> n\d)? {values};", line) for line in lines[3:6])
        lines = "".join(mermaid(graph)).splitlines()
        assert len(lines) == 4
        assert all(re.fullmatch(r'  n\d(?:\["[^"<>&`\\]*"\]| -->\|"[^"<>&`\\]*"\| n2)', line) for line in lines[1:])
        for xml, names in ((graphml(graph), GRAPHML), (svg(graph), SVG)):
            root = etree.fromstring(xml.encode())
            assert {etree.QName(each).localname for each in root.iter()} == names
            assert not [
                name
                for each in root.iter()
                for name in map(str, each.attrib)
                if "href" in name or name.startswith("on")
            ]


def test_names_of_files() -> None:
    for name in EVERY:
        assert re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,68}", file_name(name))
        assert not re.fullmatch(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", file_name(name), re.IGNORECASE)
