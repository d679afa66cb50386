"""Entries without authors are one paper where title and imprint agree, and what many volumes have stays apart."""

import gzip
import json
from itertools import combinations
from pathlib import Path

import pytest

from corpus_index import pages
from corpus_index.domain.facts import Facts
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve import blocks, compare
from corpus_index.resolve.profiles import profiles_of

_KIT = "misc{kit, title = {The Pebble Kit}"
_ADDRESS = "url = {https://kit.example.org/}"
_R = "manual{r, title = {Stones: A Language and Environment for Sorting Pebbles}"
_PREFACE = "inproceedings{pre, title = {Preface}, year = 2020"
_SET = "book{set, title = {The Craft of Sorting Pebbles}, author = {Don Rock}"
_DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "same-title-other-paper.jsonl.gz"


def _known(name: str, entry: str) -> KnownRecord:
    page = pages.split(pages.load(name, f"@{entry}}}\n% of {name}".encode()))
    return KnownRecord(id=0, page=page.page.name, digest=page.page.digest, record=page.records[0], facts=Facts())


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (_KIT, _KIT, True),
        (f"{_KIT}, {_ADDRESS}", "misc{other, title = {The pebble kit}, url = {http://www.kit.example.org}", True),
        (f"{_KIT}, year = 2021", "misc{other, title = {The Pebble Kit}, year = 2021", False),
        ("misc{kit, title = {The Pebble Sorting Kit}, year = 2021",
         "misc{other, title = {The Pebble Sorting Kit}, year = 2021", True),
        (f"{_KIT}, year = 2015, {_ADDRESS}", f"{_KIT}, year = 2021, {_ADDRESS}", False),
        (_R, "manual{other, title = {Stones: A Language and Environment for Sorting Pebbles}", True),
        (f"{_R}, edition = {{2nd}}", f"{_R}, edition = {{3rd}}", False),
        ("proceedings{v1, title = {Talks on Stones}, editor = {Anna Kivi}, publisher = {Reed}, year = 2021",
         "proceedings{v2, title = {Talks on Stones}, editor = {A. Kivi}, publisher = {Reed Press}, year = 2021", True),
        ("proceedings{v1, title = {Talks on Stones}, editor = {Anna Kivi}, year = 2021, volume = 1",
         "proceedings{v2, title = {Talks on Stones}, editor = {Anna Kivi}, year = 2021, volume = 2", False),
        (f"{_SET}, volume = 1, year = 1968", f"{_SET}, volume = {{I}}, year = 1968", True),
        (f"{_SET}, volume = 1, year = 1968", f"{_SET}, volume = {{Vol. 1}}, year = 1968", True),
        (f"{_SET}, volume = 1, year = 1968", f"{_SET}, volume = 2, year = 1969", False),
        (f"{_SET}, volume = 1, year = 1968", f"{_SET}, year = 1968", True),
        (f"article{_SET[4:]}, volume = 1, year = 1968", f"article{_SET[4:]}, volume = 2, year = 1969", True),
        (f"{_PREFACE}, booktitle = {{Stones}}", f"{_PREFACE}, booktitle = {{Stones}}", True),
        (f"{_PREFACE}, booktitle = {{Stones}}", f"{_PREFACE}, booktitle = {{Waves}}", False),
        (f"{_PREFACE}, booktitle = {{Stones}}",
         "inproceedings{other, title = {Preface}, year = 2020, booktitle = {Stones}", False),
        (f"{_PREFACE}, booktitle = {{Stones}}, pages = {{1--4}}",
         "inproceedings{other, title = {Preface}, year = 2020, booktitle = {Stones}, pages = {1}", True),
        (f"{_PREFACE}, author = {{Anna Kivi}}, booktitle = {{Stones}}",
         f"{_PREFACE}, author = {{Ben Rock}}, booktitle = {{Stones}}", False),
    ],
)  # fmt: skip
def test_entries_of_two_files(a: str, b: str, same: bool) -> None:
    one, other = _known("a.bib", a), _known("b.bib", b)
    verdict = compare(one, other)
    assert compare(other, one) == verdict
    assert verdict.same is same, verdict
    assert blocks(one) & blocks(other)


def test_front_matter_of_one_file_stays_apart() -> None:
    entries = "".join(f"@{_PREFACE.replace('pre', key)}, {_ADDRESS}}}\n" for key in ("one", "two"))
    page = pages.split(pages.load("a.bib", entries.encode()))
    a, b = (
        KnownRecord(id=at, page="a.bib", digest=page.page.digest, record=record, facts=Facts())
        for at, record in enumerate(page.records)
    )
    assert not compare(a, b).same


@pytest.mark.skipif(not _DATA.is_file(), reason="the shared data are not beside the project")
def test_front_matter_of_real_volumes_stays_apart_without_its_authors() -> None:
    with gzip.open(_DATA, "rt", encoding="utf-8") as lines:
        sets = [json.loads(line)["records"] for line in lines]
    known = [[_known(each["id"], _entry(each)) for each in records] for records in sets]
    front = [each for each in known if profiles_of(each[0])[0].generic]
    assert len(front) > 5
    assert not any(compare(a, b).same for each in front for a, b in combinations(each, 2))


def _entry(record: dict[str, str]) -> str:
    fields = {"title": record["title"], "year": record["year"], "booktitle": record.get("booktitle") or record["venue"]}
    given = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items())
    return f"inproceedings{{{record['id']}, {given}"
