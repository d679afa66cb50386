"""What contradicts each other by identifiers is not joined by a third, whatever came first and whatever went."""

import random
import re
from itertools import permutations
from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index import pages, resolve
from corpus_index.domain.record import ReadPage
from corpus_index.domain.work import KnownRecord, Penalty, Verdict
from corpus_index.pipeline import remove
from corpus_index.store import open_store, read

_ENTRY = (
    "@article{{{key},\n title = {{Sorting Pebbles by Weight with Tiny Balances}}, author = {{Anna Kivi}},\n {rest}\n}}"
)
_NUMBERED = (_ENTRY, "eprint = {2401.00001}, year = 2024", "eprint = {2402.00002}, year = 2020")
_TWO_PARTS = (
    _ENTRY,
    "journal = {Beaches}, number = 3, pages = {379--423}",
    "journal = {Beaches}, number = 4, pages = {623--656}",
)
_VOLUMES = (_ENTRY.replace("@article", "@book"), "volume = 1, year = 1968", "volume = 2, year = 1969")


def _papers(path: Path) -> set[str]:
    with open_store(path) as store:
        return {"".join(sorted(record.page for record in paper.records)) for paper in read.papers(store)}


@pytest.mark.parametrize(
    ("known", "third", "together", "without_a"),
    [
        (_NUMBERED, "year = 2023", {"ac", "b"}, {"bc"}),
        (_NUMBERED, "year = 2021", {"a", "bc"}, {"bc"}),
        (_NUMBERED, "eprint = {2401.00001}", {"ac", "b"}, {"b", "c"}),
        (_VOLUMES, "year = 1968", {"ac", "b"}, {"bc"}),
        (_VOLUMES, "year = 1969, volume = 2", {"a", "bc"}, {"bc"}),
        (_TWO_PARTS, "journal = {Beaches}, number = 4", {"a", "bc"}, {"bc"}),
    ],
)
def test_a_third_goes_to_the_better_match(
    bench: Workbench, known: tuple[str, str, str], third: str, together: set[str], without_a: set[str]
) -> None:
    entry, *two = known
    entries = {name: entry.format(key=name, rest=rest) for name, rest in zip("abc", (*two, third), strict=True)}
    read_pages = [pages.split(pages.load(name, text.encode())) for name, text in entries.items()]
    for at, order in enumerate([*permutations(read_pages)][::3]):
        index = bench.index(*order, name=f"{at}.db")
        assert _papers(index) == together
        remove(index, ["a"])
        assert _papers(index) == without_a


@pytest.fixture
def contradicting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records are alike by the words with `#` that they share, and contradict each other by other words with `!`."""

    def marked(sign: str, known: KnownRecord) -> frozenset[str]:
        return frozenset(re.findall(rf"{sign}\w+", known.record.abstract.text))

    def compare(a: KnownRecord, b: KnownRecord) -> Verdict:
        ours, theirs = marked("#", a), marked("#", b)
        same = bool(ours & theirs) and not contradict(a, b)
        share = len(ours & theirs) / len(ours | theirs)
        return Verdict(same, share if same else 0.0, () if same else (Penalty("marks", 1.0),))

    def contradict(a: KnownRecord, b: KnownRecord) -> bool:
        return bool(marked("!", a)) and bool(marked("!", b)) and marked("!", a) != marked("!", b)

    monkeypatch.setattr(resolve, "blocks", lambda known: marked("#", known))
    monkeypatch.setattr(resolve, "compare", compare)
    monkeypatch.setattr(resolve, "contradict", contradict)


@pytest.mark.usefixtures("contradicting")
@pytest.mark.parametrize("seed", range(2))
def test_neither_order_nor_what_came_and_went_matters(bench: Workbench, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    records = [_made(bench, at, chance) for at in range(7)]
    contents = []
    for at in range(2):
        index = bench.index(*chance.sample(records, len(records)), name=f"{at}.db")
        for page in chance.sample(records, 2 * at):
            remove(index, [page.page.name])
            bench.index(page, name=f"{at}.db")
        contents.append(bench.dump(index))
        bench.check(index)
    assert contents[0] == contents[1]
    gone = chance.choice(records)
    remove(bench.folder / "0.db", [gone.page.name])
    assert bench.dump(bench.folder / "0.db") == bench.dump(
        bench.index(*(page for page in records if page is not gone), name="without.db")
    )


def _made(bench: Workbench, at: int, chance: random.Random) -> ReadPage:
    words = chance.sample(["#a", "#b", "#c", "#d"], chance.randint(1, 3))
    number = chance.choice(["", "", "!1", "!2"])
    return bench.page(f"p{at}", (f"Title {at}", f"About {' '.join(words)} and {number} nothing else."))
