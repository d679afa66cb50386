"""Reading queries: the syntax, and what becomes of text that is none."""

import re
from pathlib import Path

import pytest

from corpus_index.errors import QueryError
from corpus_index.search.parser import MAX_TERMS, parse
from corpus_index.search.query import FIELDS, And, Field, Not, Or, Phrase, Word, wanted_terms
from corpus_index.search.values import PARTS

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
        ("a NOT based", And((Word("a"), Not(Word("based"))))),
        ("-based a", And((Not(Word("based")), Word("a")))),
        ("MiMo-V2-Flash", Word("MiMo-V2-Flash")),
        ("http://example.org/a?b", Word("http://example.org/a?b")),
        ("or and not", And((Word("or"), Word("and"), Word("not")))),
        ("Year:2024..2025", Field("year", Word("2024..2025"))),
        ("year:..2025", Field("year", Word("..2025"))),
        ("year:<2024", Field("year", Word("<2024"))),
        ('year:">= 2024"', Field("year", Phrase(">= 2024"))),
        ("-year:(2020 OR 2021)", Not(Or((Field("year", Word("2020")), Field("year", Word("2021")))))),
        ("score:>=70.5%", Field("score", Word(">=70.5%"))),
        ("score:-3..-1", Field("score", Word("-3..-1"))),
        ("has:Summary", Field("has", Word("Summary"))),
        ('kind:"model"', Field("kind", Phrase("model"))),
        ("cited-by:x", Field("cited-by", Word("x"))),
        ('-cited-by:"x y"', Not(Field("cited-by", Phrase("x y")))),
        ("cites:(a b)", And((Field("cites", Word("a")), Field("cites", Word("b"))))),
        ("id:doi:10.1/x-y", Field("id", Word("doi:10.1/x-y"))),
        ('id:"10.1016/0004(89)90001-1"', Field("id", Phrase("10.1016/0004(89)90001-1"))),
        ("page:a#2 source:b.txt#0", And((Field("page", Word("a#2")), Field("source", Word("b.txt#0"))))),
        ("arXiv:2401.00001 doi:10.1/x", And((Word("arXiv:2401.00001"), Word("doi:10.1/x")))),
        ("a-b:c", Word("a-b:c")),
        ("„draft model“ «next to» 「推測 復号」", And((Phrase("draft model"), Phrase("next to"), Phrase("推測 復号")))),
        ("title：（推测 OR 解码）", Or((Field("title", Word("推测")), Field("title", Word("解码"))))),
        ("注意：模型 title：语言", And((Word("注意：模型"), Field("title", Word("语言"))))),
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
        ("a -Based b", And((Word("a"), Word("Based"), Word("b"))), "NOT Based to leave it out"),
        ("nope:x", Word("nope:x"), "no field nope:"),
        ('nope:"x y"', And((Word("nope:"), Phrase("x y"))), "no field nope:"),
        ("title:", Word("title:"), "no value"),
        ("yaer:2024", Word("yaer:2024"), "did you mean year:"),
        ('cite-by:"x y"', And((Word("cite-by:"), Phrase("x y"))), "did you mean cited-by:"),
        ('year:""', None, "holds no letters or digits"),
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


@pytest.mark.parametrize(
    ("text", "fault", "words"),
    [
        ("year:abc", "abc", "takes a year or years"),
        ("year:20240", "20240", "takes a year or years"),
        ("year:٢٠٢٤", "٢٠٢٤", "takes a year or years"),
        ("year:2024*", "2024*", "takes a year or years"),
        ("year:*", "*", "takes a year or years"),
        ("year:..", "..", "takes a year or years"),
        ("year:AND", "AND", "takes a year or years"),
        ("🙂 a\0b 模型 YEAR:模型", "模型", "takes a year or years"),
        ("x year:2025..2024 y", "2025..2024", "ends before it begins"),
        ("year:(2024 (soon))", "soon", "takes a year or years"),
        ('year:"next  year" x', '"next  year"', "not next year"),
        ("score:many", "many", "takes a number or a range"),
        ("score:1e3", "1e3", "takes a number or a range"),
        ("score:" + "9" * 5000, "9" * 5000, "…"),
        ("kind:poem", "poem", "takes one of model"),
        ("-has:(year nothing)", "nothing", "takes one of abstract"),
    ],
)
def test_a_value_that_means_nothing_is_an_error_that_knows_its_place(text: str, fault: str, words: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(text)
    error = raised.value
    assert error.where == text
    assert text[slice(*error.place)] == fault
    assert words in error.what
    assert len(error.what) < 300


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
def test_long_queries_are_read_and_cut(text: str) -> None:
    reading = parse(text)
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


def test_the_guide_has_an_example_of_every_field() -> None:
    shown = {term.name for row in _examples("In short") for term in wanted_terms(parse(row[0]).query)
             if isinstance(term, Field)}  # fmt: skip
    assert shown == set(FIELDS)


def test_the_guide_lists_what_has_takes() -> None:
    rows = _examples("Values")
    assert [row[0] for row in rows if row[0] != "has:"] == list(PARTS)


@pytest.mark.parametrize("row", _examples("Errors"))
def test_errors_of_the_guide_are_errors_there(row: list[str]) -> None:
    with pytest.raises(QueryError) as raised:
        parse(row[0])
    assert row[0][slice(*raised.value.place)] == row[1]


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
