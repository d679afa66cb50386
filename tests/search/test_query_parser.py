"""Reading queries: the syntax, and what becomes of text that is none."""

import re
import time
from pathlib import Path

import pytest

from corpus_index.search.parser import MAX_TERMS, parse
from corpus_index.search.query import And, Field, Not, Or, Phrase, Word, wanted_terms

GUIDE = Path(__file__).parents[2] / "docs" / "query-language.md"


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("decoding", Word("decoding")),
        ("two words", And((Word("two"), Word("words")))),
        ('"next to"', Phrase("next to")),
        ("“next\n to”", Phrase("next to")),
        ("-gone", Not(Word("gone"))),
        ('-"next to"', Not(Phrase("next to"))),
        ("a OR b c", Or((Word("a"), And((Word("b"), Word("c")))))),
        ("(a OR b) c", And((Or((Word("a"), Word("b"))), Word("c")))),
        ("a (b c)", And((Word("a"), Word("b"), Word("c")))),
        ("-(a OR b)", Not(Or((Word("a"), Word("b"))))),
        ("quant*", Word("quant", prefix=True)),
        ("MODEL:QwQ-32B", Field("model", Word("QwQ-32B"))),
        ('author:"kurt gödel"', Field("author", Phrase("kurt gödel"))),
        ("title:quant*", Field("title", Word("quant", prefix=True))),
        ("title:(a OR -b)", Or((Field("title", Word("a")), Not(Field("title", Word("b")))))),
        ("title:(a key:b)", And((Field("title", Word("a")), Field("key", Word("b"))))),
        ("a AND b", And((Word("a"), Word("b")))),
        ("a NOT b", And((Word("a"), Not(Word("b"))))),
        ("MiMo-V2-Flash", Word("MiMo-V2-Flash")),
        ("http://example.org/a?b", Word("http://example.org/a?b")),
        ("or and not", And((Word("or"), Word("and"), Word("not")))),
    ],
)
def test_syntax_is_read_without_a_note(text: str, query: object) -> None:
    reading = parse(text)
    assert reading.query == query
    assert reading.notes == () or not wanted_terms(reading.query)


@pytest.mark.parametrize(
    ("text", "query", "note"),
    [
        ('"unclosed', Word("unclosed"), "never closed"),
        ("(a", Word("a"), "never closed"),
        ("a)", Word("a"), "closes nothing"),
        ("nope:x", Word("nope:x"), "no field nope:"),
        ('nope:"x y"', And((Word("nope:"), Phrase("x y"))), "no field nope:"),
        ("title:", Word("title:"), "no value"),
        ("kind:poem", Word("kind:poem"), "kind: takes one of model"),
        ("AND OR", And((Phrase("AND"), Phrase("OR"))), "nothing to join"),
        ("OR a", And((Phrase("OR"), Word("a"))), "nothing to join"),
        ("a OR OR b", And((Word("a"), Phrase("OR"), Word("b"))), "nothing to join"),
        ("-OR", Not(Phrase("OR")), "nothing to join"),
        ("a * b", And((Word("a"), Word("b"))), "no letters or digits"),
        ("--x -", Word("--x"), "no letters or digits"),
        ("c++", Word("c++"), "only its letters and digits"),
        ("a\0b\ud800", And((Word("a"), Word("b"))), ""),
    ],
)
def test_what_is_no_syntax_is_text_with_a_note(text: str, query: object, note: str) -> None:
    reading = parse(text)
    if text.startswith("a OR OR"):
        assert set(wanted_terms(reading.query)) == {Word("a"), Phrase("OR"), Word("b")}
    else:
        assert reading.query == query
    assert note in " ".join(reading.notes)


@pytest.mark.parametrize("text", ["", "   ", "*", "?!", "🙂", "()", '""', "-", "- - -", "((((", "\x1b[", '"…"', "-(*)"])
def test_a_query_without_letters_and_digits_is_empty_and_says_so(text: str) -> None:
    reading = parse(text)
    assert reading.query is None
    assert "no letters or digits" in reading.notes[-1]


@pytest.mark.parametrize(
    "text",
    ["(" * 100_000, "a " * 50_000, "a-" * 50_000, '"' * 100_001, "-(" * 50_000 + "a", "title:(" * 15_000 + "x",
     "a:" * 50_000, "a OR " * 20_000, "-" * 100_000, "🙂" * 100_000],
)  # fmt: skip
def test_long_queries_are_read_quickly_and_cut(text: str) -> None:
    started = time.perf_counter()
    reading = parse(text)
    assert time.perf_counter() - started < 5
    assert len(wanted_terms(reading.query)) <= MAX_TERMS
    assert reading.notes


def test_plain_text_is_what_a_name_can_be() -> None:
    assert parse("draft mill").plain_text == "draft mill"
    assert parse('"draft mill"').plain_text == "draft mill"
    assert parse("draft -mill").plain_text is None
    assert parse("title:draft").plain_text is None
    assert parse("?").plain_text is None


def _examples(heading: str) -> list[list[str]]:
    section = GUIDE.read_text(encoding="utf-8").split(f"## {heading}")[1].split("\n## ")[0]
    rows = [line.split("|")[1:] for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip(" `") for cell in row] for row in rows]


@pytest.mark.parametrize("row", _examples("In short"))
def test_examples_of_the_guide_are_syntax(row: list[str]) -> None:
    reading = parse(row[0])
    assert reading.notes == ()
    assert str(reading.query).lower() in (row[0].lower(), "title:pruning or title:quant*")


@pytest.mark.parametrize("row", _examples("How text is read that is no syntax"))
def test_fallbacks_of_the_guide_are_true(row: list[str]) -> None:
    reading = parse(row[0])
    assert (str(reading.query) if reading.query else "") == row[1]


def test_limits_of_the_guide_are_true() -> None:
    limits = re.search(
        r"At most (\d+) terms.* (\d+) characters of a term, and parentheses (\d+) deep", GUIDE.read_text("utf-8")
    )
    assert limits
    assert [int(number) for number in limits.groups()] == [64, 400, 40]
