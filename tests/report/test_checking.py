"""`check` finds what a person should look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_index import MadeIndex, made_index

from corpus_index.domain.board import FindingKind
from corpus_index.pages import Source
from corpus_index.pipeline import build, merge, split
from corpus_index.report import check
from corpus_index.store import open_store

LONG = "We train a model on many pages of text and it reads them better than the one before, at half of the price."


@pytest.fixture
def index() -> Iterator[MadeIndex]:
    """An empty index."""
    with made_index() as made:
        yield made


def kinds(index: MadeIndex) -> list[tuple[str, str]]:
    """Kind and key of every finding."""
    return [(finding.kind.value, finding.key) for finding in check(index.store)]


def test_nothing_to_find(index: MadeIndex) -> None:
    index.fact(index.paper("fine", "A Fine Paper"), "models", name="Bee", role="base")
    assert kinds(index) == []


def test_titles_and_facts_that_lack(index: MadeIndex) -> None:
    index.paper("bare", "BARE", inferred=True)
    assert kinds(index) == [("inferred title", "bare"), ("no facts", "bare")]


def test_records_that_may_not_be_one_paper(index: MadeIndex) -> None:
    first = index.paper("mixed", "One Title", abstract=LONG)
    index.fact(first, "models", name="Bee", role="base")
    index.record(1, "Another Title", LONG)
    assert kinds(index) == [("doubtful merge", "mixed")]


@pytest.mark.parametrize("title", ["One Title: All That There Is to Say on Slow Rivers", "ONE TITLE."])
def test_a_subtitle_is_no_doubt(index: MadeIndex, title: str) -> None:
    first = index.paper("mixed", "One Title", abstract=LONG)
    index.fact(first, "models", name="Bee", role="base")
    index.record(1, title, LONG)
    assert kinds(index) == []


@pytest.mark.parametrize(
    ("abstract", "kind", "doubtful"),
    [
        (LONG.replace("many", "a lot of"), "abstract", False),
        ("Stars form in clouds of cold gas, which we observe with a radio telescope in Chile.", "abstract", True),
        ("A short summary.", "summary", False),
        ("", "abstract", False),
    ],
)
def test_texts_that_may_not_be_one_paper(index: MadeIndex, abstract: str, kind: str, doubtful: bool) -> None:
    first = index.paper("mixed", "One Title", abstract=LONG)
    index.fact(first, "models", name="Bee", role="base")
    index.record(1, None, abstract, kind)
    assert kinds(index) == ([("doubtful merge", "mixed")] if doubtful else [])


def test_one_title_on_two_papers(index: MadeIndex) -> None:
    for key in ("first", "second"):
        index.fact(index.paper(key, "Same Title"), "models", name="Bee", role="base")
    (finding,) = check(index.store)
    assert (finding.kind.value, finding.key) == ("doubtful split", "first")
    assert "second" in finding.text
    assert finding.records == ("day.txt#0", "day.txt#1")


_FOREST = "Counting Ants by Drone in Large Forests"


@pytest.mark.parametrize(
    ("title", "authors", "perhaps"),
    [
        ("Counting Beetles by Drone in Large Forests", "A. Lee and Kivi, Ada", True),
        ("Counting Beetles by Drone in Large Forests", "Lee, Ann and Kivi, Ada and Roe, Jo", False),
        ("Counting Beetles by Drone in Large Forests", "Lee, Ann and others", False),
        ("Counting Ants by Drone in 3 Large Forests", "Lee, Ann and Kivi, Ada", False),
        ("Drones in Meadows", "Lee, Ann and Kivi, Ada", False),
    ],
)
def test_papers_by_one_team_with_like_titles_are_perhaps_one(
    tmp_path: Path, title: str, authors: str, perhaps: bool
) -> None:
    path = tmp_path / "index.db"
    entries = f"@misc{{a, title={{{_FOREST}}}, author={{Lee, Ann and Kivi, Ada}}}}\n"
    build(path, [Source("refs.bib", f"{entries}@misc{{b, title={{{title}}}, author={{{authors}}}}}".encode())])

    def found() -> list[str]:
        with open_store(path) as store:
            return [each.text for each in check(store) if each.kind is FindingKind.DOUBTFUL_SPLIT]

    assert ["papers merge a b" in text for text in found()] == [True] * perhaps
    if perhaps:
        merge(path, ["a", "b"])
        split(path, "a", ["refs.bib#1"])
        assert found() == []


def test_one_identifier_of_two_papers(index: MadeIndex) -> None:
    for paper, key in enumerate(("first", "second"), 1):
        index.fact(index.paper(key, f"Title of the {key}"), "models", name="Bee", role="base")
        index.insert("paper_ids", paper_id=paper, scheme="doi", value="10.1000/5", position=0)
        index.insert("paper_ids", paper_id=paper, scheme="acl", value=f"W{paper}", position=1)
    (finding,) = check(index.store)
    assert (finding.kind.value, finding.key) == ("shared identifier", "first")
    assert finding.text == "doi:10.1000/5 is given to other papers, too: second"
    assert finding.records == ("day.txt#0", "day.txt#1")


def test_contradictions_come_first_with_both_quotes(index: MadeIndex) -> None:
    record = index.paper("torn", "TORN", inferred=True)
    index.fact(record, "models", name="Bee", role="base")
    for grade in ("difference", "contradiction"):
        index.insert(
            "conflicts",
            paper_id=1,
            attribute="context length",
            grade=grade,
            a_record_id=record,
            a_claim="3M",
            a_evidence="3M tokens",
            a_start=1,
            a_end=9,
            b_record_id=record,
            b_claim="256k",
            b_evidence="256k tokens",
            b_start=20,
            b_end=31,
        )
    assert kinds(index) == [("contradiction", "torn"), ("difference", "torn"), ("inferred title", "torn")]
    first = check(index.store)[0]
    assert first.text == "context length: 3M against 256k"
    assert (first.trusted, first.why) == (None, "both are the paper's own words, perhaps of two versions")
    assert [quote.evidence for quote in first.quotes] == ["3M tokens", "256k tokens"]


@pytest.mark.parametrize(
    ("attribute", "kind", "trusted"),
    [
        ("context length", "abstract", None),
        ("context length", "summary", "day.txt#0"),
        ("year", "abstract", "day.txt#0"),
    ],
)
def test_what_is_trusted_and_why(index: MadeIndex, attribute: str, kind: str, trusted: str | None) -> None:
    first = index.paper("torn", "Torn")
    second = index.record(1, None, LONG, kind)
    sides: dict[str, object] = {"a_record_id": second, "b_record_id": first}
    for side in "ab":
        sides |= {f"{side}_claim": side, f"{side}_evidence": side, f"{side}_start": 1, f"{side}_end": 2}
    index.insert("conflicts", paper_id=1, attribute=attribute, grade="difference", **sides)
    finding = check(index.store)[0]
    assert finding.trusted == trusted
    assert finding.why


def test_markup_and_slips_in_titles_are_no_doubt(index: MadeIndex) -> None:
    first = index.paper("mixed", "P3Sum: On Slow Rivers", abstract=LONG)
    index.fact(first, "models", name="Bee", role="base")
    index.record(1, "P$^3$Sum: On Slow Rivers", LONG)
    assert kinds(index) == []
