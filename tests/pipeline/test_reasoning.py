"""What joins and parts papers is said by name, and what a person said of it too."""

from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index import pages
from corpus_index.domain.board import FindingKind
from corpus_index.domain.why import Reasons
from corpus_index.errors import NoSuchName
from corpus_index.pipeline import merge, split, why
from corpus_index.report import check
from corpus_index.report.sources import FieldSources, field_sources
from corpus_index.store import open_store, read

pytestmark = pytest.mark.usefixtures("marked")


@pytest.fixture
def index(bench: Workbench) -> Path:
    """A chain of three records, and a record of its own."""
    chain = [bench.page(f"p{at}", ("A Chain", f"Of #link{at} and #link{at + 1}.")) for at in range(3)]
    return bench.index(*chain, bench.page("q", ("Alone", "With #nothing.")))


def _why(index: Path, *names: str) -> Reasons:
    with open_store(index) as store:
        return why(store, *names)


def test_one_paper_is_explained_by_what_joins_its_records(index: Path) -> None:
    reasons = _why(index, "Chain")
    assert reasons.one_paper
    assert [(pair.a, pair.b) for pair in reasons.pairs] == [("p0#0", "p1#0"), ("p1#0", "p2#0")]
    assert all(pair.same and pair.met and pair.score == 1.0 for pair in reasons.pairs)
    assert [(pair.a, pair.b) for pair in _why(index, "p2#0", "p0#0").pairs] == [("p2#0", "p1#0"), ("p1#0", "p0#0")]
    assert _why(index, "Alone").pairs == ()


def test_of_very_many_records_the_first_ones_are_compared(
    bench: Workbench, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.index(*(bench.page(f"r{at}", ("Alone", "With #nothing.")) for at in range(3)))
    monkeypatch.setattr("corpus_index.pipeline.reasoning._MOST_PAIRS", 4)
    assert [(len(reasons.pairs), reasons.left_out) for reasons in (_why(index, "Chain"), _why(index, "Alone"))] == [
        (1, 1),
        (1, 2),
    ]
    two = _why(index, "Alone", "Chain")
    assert (len(two.pairs), two.left_out) == (3, 3)
    assert [(pair.a, pair.b) for pair in _why(index, "r2#0", "q#0").pairs] == [("r2#0", "q#0")]
    assert _why(index, "p0#0", "p2#0").left_out == 0


def test_two_papers_are_explained_by_what_parts_them(index: Path) -> None:
    reasons = _why(index, "Alone", "Chain")
    assert not reasons.one_paper
    assert len(reasons.pairs) == 3
    assert {penalty.name for pair in reasons.pairs for penalty in pair.penalties} == {"marks"}
    assert not any(pair.same or pair.met for pair in reasons.pairs)


def test_decisions_are_part_of_the_reasons(index: Path) -> None:
    merge(index, ["Chain", "Alone"])
    assert {pair.decided for pair in _why(index, "Chain").pairs} == {True, None}
    split(index, "Chain", ["q#0", "p2#0"])
    (pair,) = (pair for pair in _why(index, "p1#0", "p2#0").pairs)
    assert (pair.decided, pair.same, pair.score) == (False, False, 1.0)


@pytest.mark.parametrize(("name", "hint"), [("Chian", "did you mean Chain"), ("xyz", "papers list shows the keys")])
def test_a_name_that_nothing_has_is_refused(index: Path, name: str, hint: str) -> None:
    with pytest.raises(NoSuchName, match=hint):
        _why(index, name)


def _sources(index: Path, key: str) -> dict[str, FieldSources]:
    with open_store(index) as store:
        return {field.field: field for field in field_sources(store, read.paper(store, key))}


def test_no_value_of_a_merged_paper_is_lost(index: Path) -> None:
    merge(index, ["Chain", "Alone"])
    fields = _sources(index, "Chain")
    assert {value.value: value.sources for value in fields["title"].values} == {
        "A Chain": ("p0#0", "p1#0", "p2#0"),
        "Alone": ("q#0",),
    }
    assert len(fields["abstract"].values) == 4
    assert [value.shown for value in fields["title"].values] == [True, False]


_TALKS = (
    "@inproceedings{{{}, title = {{Sorting Pebbles by Weight}}, author = {{Anna Kivi}}, booktitle = {{Talks}}, {}}}"
)


@pytest.mark.parametrize(
    ("pages_of", "doubts"),
    [
        (("pages = {1--9}", "pages = {20--30}"), ["a weak match (score 0.70): other pages"]),
        (("pages = {1--9}", "pages = {1--9}"), []),
        (("pages = {1--9}", "pages = {20--30}", "year = 2020"), []),
    ],
)
def test_a_weak_match_is_to_be_checked(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, pages_of: tuple[str, ...], doubts: list[str]
) -> None:
    monkeypatch.undo()
    entries = [_TALKS.format(f"k{at}", rest) for at, rest in enumerate(pages_of)]
    index = bench.index(*(pages.split(pages.load(f"{at}.bib", each.encode())) for at, each in enumerate(entries)))
    with open_store(index) as store:
        found = [each.text for each in check(store) if each.kind is FindingKind.DOUBTFUL_MERGE]
    assert found == doubts


def test_what_two_papers_have_of_identifiers_is_named(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    entries = [
        f"@misc{{k{at}, title = {{{title}}}, author = {{{who}}}, doi = {{10.1000/5}}}}"
        for at, (title, who) in enumerate([("Cats of the South", "Ann Lee"), ("Frost on Windows", "Bo Xu")])
    ]
    index = bench.index(*(pages.split(pages.load(f"{at}.bib", each.encode())) for at, each in enumerate(entries)))
    (pair,) = _why(index, "k0", "k1").pairs
    assert pair.shared == ("doi:10.1000/5",)
