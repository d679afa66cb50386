"""What is published twice under one title by one author is two works, where it says so; two printings of it are one."""

from dataclasses import replace

import pytest

from corpus_index import pages
from corpus_index.domain.facts import Facts
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve import assemble, blocks, compare, contradict

_ENTRY = "{}{{{}, title = {{Sorting Pebbles by Weight with Tiny Balances}}, author = {{Anna Kivi}}, {}"
_BEACHES = "journal = {Beaches}, year = 1948"
_TALK = "booktitle = {Talks on Stones}, year = 2015"
_TEXT = f"abstract = {{{' '.join(f'Pebble{number} is weighed.' for number in range(30))}}}"
_ISBN, _OTHER_ISBN = "isbn = {978-0-201-89683-1}", "isbn = {978-0-201-89684-8}"


def _known(name: str, kind: str, rest: str) -> KnownRecord:
    page = pages.split(pages.load(f"{name}.bib", f"@{_ENTRY.format(kind, name, rest)}}}".encode()))
    return KnownRecord(
        id=ord(name), page=page.page.name, digest=page.page.digest, record=page.records[0], facts=Facts()
    )


@pytest.mark.parametrize(
    ("a", "b", "same", "reasons"),
    [
        (("article", f"{_BEACHES}, number = 3, pages = {{379--423}}"),
         ("article", f"{_BEACHES}, number = 4, pages = {{623--656}}"), False, "other pages; another number"),
        (("article", f"{_BEACHES}, number = 3"), ("article", f"{_BEACHES}, number = 4"), True, "another number"),
        (("article", f"{_BEACHES}, volume = 3, number = 3, pages = {{5--9}}"),
         ("article", f"{_BEACHES}, volume = 4, number = 4, pages = 5"), True, "another number; another volume"),
        (("article", f"{_BEACHES}, pages = {{379--423}}"), ("article", f"{_BEACHES}, pages = {{1--45}}"), True, ""),
        (("mastersthesis", "school = {Reed}, year = 1937"), ("article", "journal = {Beaches}, year = 1938"), False,
         "a thesis and an article in a journal"),
        (("phdthesis", "school = {Reed}"), ("misc", "eprint = {2401.00001}"), True, ""),
        (("phdthesis", "school = {Reed}"), ("article", "journal = {arXiv preprint arXiv:2401.00001}"), True, ""),
        (("inproceedings", f"{_TALK}, pages = {{1--10}}"),
         ("article", "journal = {Beaches}, year = 2016, pages = {100--150}"), False,
         "a journal and a conference; other pages; published in another year"),
        (("inproceedings", _TALK), ("article", "journal = {Talks on Stones}, year = 2015"), True, ""),
        (("inproceedings", _TALK), ("article", "journal = {Beaches}, year = 2015"), True, "a journal and a conference"),
        (("inproceedings", _TALK), ("article", "journal = {CoRR}, volume = {abs/1}, year = 2014"), True, ""),
        (("inproceedings", f"{_TALK}, pages = {{1--10}}, {_TEXT}"),
         ("article", f"journal = {{Beaches}}, year = 2016, pages = {{100--150}}, {_TEXT}"), True,
         "a journal and a conference; other pages; published in another year"),
        (("inproceedings", _TALK), ("misc", "howpublished = {Slides}, year = 2015"), False,
         "a paper at a conference and slides"),
        (("misc", "eprint = {2401.00001}"), ("misc", "note = {Talk slides}"), False, "slides and something else"),
        (("inproceedings", f"{_TALK}, note = {{Slides on request}}"), ("inproceedings", _TALK), True, ""),
        (("book", f"publisher = {{P}}, {_ISBN}"), ("book", f"publisher = {{P}}, {_OTHER_ISBN}"), True, "another ISBN"),
        (("book", "isbn = {0-201-89683-4}"), ("book", _ISBN), True, ""),
        (("book", "volume = 1"), ("book", "volume = {II}"), False, "another volume"),
        (("book", "edition = {2nd}"), ("book", "edition = {Third}"), False, "another edition"),
        (("book", "year = 2009"), ("inbook", "year = 2009, chapter = 15, pages = {359--413}"), False,
         "a book and a part of a book"),
        (("book", "doi = {10.1000/5}"), ("inbook", "chapter = 15, doi = {10.1000/5}"), False,
         "a book and a part of a book"),
        (("book", "year = 2009"), ("inbook", "year = 2009"), True, ""),
        (("book", "publisher = {P}"), ("article", _BEACHES), True, "a book and an article in a journal"),
        (("incollection", "booktitle = {Stones}"), ("inproceedings", _TALK), True, ""),
        (("proceedings", "year = 2010"), ("proceedings", "year = 2011"), False, "proceedings of another year"),
        (("proceedings", "year = 2010"), ("book", "year = 2010"), True, ""),
    ],
)  # fmt: skip
def test_how_works_were_published(a: tuple[str, str], b: tuple[str, str], same: bool, reasons: str) -> None:
    one, other = _known("a", *a), _known("b", *b)
    verdict = compare(one, other)
    assert verdict == compare(other, one)
    assert (verdict.same, "; ".join(penalty.name for penalty in verdict.penalties)) == (same, reasons)
    assert contradict(one, other) is not same
    assert blocks(one) & blocks(other)


_NAMED = "author = {Anna Kivi}"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("@techreport{a, title = {World Report}, year = 2015",
         "@techreport{b, title = {World Report}, year = 2016", False),
        ("@book{a, title = {Calculus with Pebbles}, year = 2015, isbn = {978-0-201-89683-1}",
         "@book{b, title = {Calculus with Pebbles}, year = 2016, isbn = {978-0-201-89684-8}", False),
        ("@article{a, title = {Pebbles and Sand}, journal = {Beaches}, year = 2015, pages = {1--9}",
         "@article{b, title = {Pebbles and Sand}, journal = {Beaches}, year = 2016, pages = {1--9}", True),
        ("@article{a, title = {Pebbles and Sand}, journal = {Beaches}, year = 2015",
         "@article{b, title = {Pebbles and Sand}, journal = {Beaches}, year = 2015", True),
        ("@article{a, title = {Pebbles and Sand}, journal = {arXiv preprint}, year = 2015",
         "@article{b, title = {Pebbles and Sand}, journal = {Beaches}, year = 2016", True),
        ("@misc{a, title = {Pebbles and Sand}, year = 2015",
         "@inproceedings{b, title = {Pebbles and Sand}, booktitle = {Talks on Stones}, year = 2016", True),
        ("@article{a, title = {Random pebbles}, journal = {Beaches}, year = 2015",
         "@article{b, title = {Random pebbles and their uses}, journal = {Beaches}, year = 2015", False),
        ("@article{a, title = {Random pebbles}, journal = {arXiv preprint}, year = 2015",
         "@article{b, title = {Random pebbles and their uses}, journal = {Beaches}, year = 2015", True),
    ],
)  # fmt: skip
def test_entries_of_one_type_in_one_file_are_apart_by_year_or_title(a: str, b: str, same: bool) -> None:
    page = pages.split(pages.load("refs.bib", f"{a}, {_NAMED}}}\n{b}, {_NAMED}}}\n".encode()))
    one, other = (
        KnownRecord(id=at, page="refs.bib", digest=page.page.digest, record=record, facts=Facts())
        for at, record in enumerate(page.records)
    )
    assert compare(one, other).same is same
    assert compare(one, replace(other, page="more.bib", digest="2")).same


def test_an_entry_that_became_a_part_of_a_book_in_a_later_revision_is_that_entry() -> None:
    first, later = (_known("a", kind, "chapter = 15, doi = {10.1000/5}") for kind in ("book", "inbook"))
    assert compare(first, later).same


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        (["Ashish Vaswani and {\\L}ukasz Kaiser", "Vaswani, Ashish and Kaiser, Lukasz"],
         "Ashish Vaswani; Łukasz Kaiser"),
        (["Yann LeCun and L{\\'e}on Bottou", "Le Cun, Y. and Bottou, L."], "Yann LeCun; Léon Bottou"),
        (["Mary Watson and Jean-Luc Picard", "Watson, M. and Picard, JL"], "Mary Watson; Jean-Luc Picard"),
        (["John A. Smith", "J. Smith and Mary Jones"], "John A. Smith; Mary Jones"),
        (["Ann Lee and Bo Xu and Cy Dee", "Ann Lee and Di Fox"], "Ann Lee; Bo Xu; Cy Dee"),
        (["Ann Lee and others", "A. Lee and Bo Xu"], "Ann Lee; Bo Xu"),
        (["Ann Lee and others", "Bo Xu and others"], "Ann Lee; Bo Xu"),
    ],
)  # fmt: skip
def test_authors_are_those_of_one_source(lists: list[str], expected: str) -> None:
    entry = "@misc{{{}, title = {{Pebbles}}, author = {{{}}}}}"
    found = []
    for at, names in enumerate(lists):
        page = pages.split(pages.load(f"{at}.bib", entry.format(at, names).encode()))
        digest = page.page.digest
        found.append(KnownRecord(id=at, page=f"{at}.bib", digest=digest, record=page.records[0], facts=Facts()))
    for order in (found, found[::-1]):
        assert "; ".join(assemble(order).authors) == expected
