"""The seed pages become the right papers, links and contradictions, in whatever order they are read."""

import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from corpus_index.domain.conflict import Grade
from corpus_index.domain.paper import Paper
from corpus_index.domain.plain import plain
from corpus_index.pipeline import add
from corpus_index.store import open_store, read

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "seeds").glob("*.txt"))
GOLD: dict[str, Any] = json.loads((ROOT / "tests" / "gold" / "seeds-links.json").read_text(encoding="utf-8"))
Record = tuple[str, int]


def indexed(path: Path, pages: Iterator[Path] | list[Path]) -> list[Paper]:
    """All papers of an index made from `pages`."""
    add(path, [str(page) for page in pages])
    with open_store(path) as store:
        return list(read.papers(store))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Paper]:
    """The papers of the seed pages."""
    return indexed(tmp_path_factory.mktemp("seeds") / "papers.db", PAGES)


@pytest.fixture(scope="module")
def keys(papers: list[Paper]) -> dict[Record, str]:
    """The key of the paper of each record, by file name and ordinal."""
    return {(Path(record.page).name, record.ordinal): paper.key for paper in papers for record in paper.records}


def record(pair: list[Any]) -> Record:
    """A record as the gold writes it."""
    return pair[0], pair[1]


def test_records_become_papers(papers: list[Paper], keys: dict[Record, str]) -> None:
    assert len(keys) == 47
    together = {frozenset(map(record, group)) for group in GOLD["same_paper"]}
    found = {
        frozenset((Path(each.page).name, each.ordinal) for each in paper.records)
        for paper in papers
        if len(paper.records) > 1
    }
    assert found == together
    assert len(papers) == 43


def test_links_are_the_right_ones(papers: list[Paper], keys: dict[Record, str]) -> None:
    wanted = {
        (keys[record(link["from"])], keys[record(link["to"])], link["via"], link["kind"]) for link in GOLD["links"]
    }
    found = {
        (paper.key, link.key, link.via, link.kind.value)
        for paper in papers
        for link in paper.links
        if link.direction == "out"
    }
    assert found == wanted
    incoming = {
        (link.key, paper.key, link.via, link.kind.value)
        for paper in papers
        for link in paper.links
        if link.direction == "in"
    }
    assert incoming == wanted


def test_tempting_links_are_not_made(papers: list[Paper], keys: dict[Record, str]) -> None:
    found = {(paper.key, link.key, link.via) for paper in papers for link in paper.links if link.direction == "out"}
    wrong = {(keys[record(link["from"])], keys[record(link["to"])], link["via"]) for link in GOLD["not_linked"]}
    assert not found & wrong


def test_evidence_of_a_link_is_a_sentence_that_holds_the_name(papers: list[Paper]) -> None:
    for paper in papers:
        for link in paper.links:
            assert link.via in link.evidence


def test_the_context_length_is_a_contradiction(papers: list[Paper], keys: dict[Record, str]) -> None:
    (wanted,) = (each for each in GOLD["conflicts"] if each["attribute"] == "context length")
    key = keys[record(wanted["a"]["record"])]
    (paper,) = (paper for paper in papers if paper.key == key)
    (found,) = (each for each in paper.conflicts if each.attribute == "context length")
    assert found.grade is Grade.CONTRADICTION
    assert Path(found.a.record).name == "{}#{}".format(*wanted["a"]["record"])
    assert "3.6" in found.a.evidence
    assert "256k" in found.b.evidence


def test_every_fact_reads_back_from_its_page(papers: list[Paper]) -> None:
    pages = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
    for paper in papers:
        for field in ("introduces", "models", "benchmarks", "results", "specs"):
            for fact in getattr(paper, field):
                page = Path(fact.record.rpartition("#")[0]).name
                assert pages[page][fact.start : fact.end] == fact.evidence


def test_order_of_pages_does_not_matter(tmp_path: Path, papers: list[Paper]) -> None:
    orders = list(permutations(PAGES))[1::7]
    for number, order in enumerate(orders):
        assert [plain(paper) for paper in indexed(tmp_path / f"{number}.db", list(order))] == [
            plain(paper) for paper in papers
        ]


def test_only_contradictions_that_are_there_are_found(papers: list[Paper]) -> None:
    found = [(paper.title, each.attribute) for paper in papers for each in paper.conflicts]
    assert found == [
        ("MiMo-V2-Flash Technical Report", "context length"),
        ("MiMo-V2-Flash Technical Report", "long form of MOPD"),
        ("MiMo-V2-Flash Technical Report", "total parameters or activated parameters"),
    ]


def test_an_edited_summary_contradicts_its_abstract(tmp_path: Path) -> None:
    page = next(page for page in PAGES if page.name.startswith("003"))
    head, heading, rest = page.read_text(encoding="utf-8").partition("\n📝 Abstract")
    for right, wrong in (("309B", "300B"), ("15B", "25B"), ("up to 2.6", "up to 3.6")):
        assert right in head
        head = head.replace(right, wrong)
    (tmp_path / "edited.txt").write_text(head + heading + rest, encoding="utf-8", newline="")
    (paper,) = indexed(tmp_path / "papers.db", [tmp_path / "edited.txt"])
    found = {each.attribute: (each.a.claim, each.b.claim, each.grade) for each in paper.conflicts}
    assert found["total parameters"] == ("300B parameters", "309B parameters", Grade.CONTRADICTION)
    assert found["active parameters"] == ("25B parameters", "15B parameters", Grade.CONTRADICTION)
    told, own, grade = found["decoding speedup"]
    assert ("3.6x" in told, "2.6x" in own, grade) == (True, True, Grade.CONTRADICTION)
