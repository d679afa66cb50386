"""Law: parsing a printed query gives the same tree, for any tree and for whatever a person types."""

from hypothesis import given
from hypothesis import strategies as st
from query_law import assert_read_or_pointed_at

from corpus_index.search.parser import parse
from corpus_index.search.query import FIELDS, Field, Not, Phrase, Query, Word, all_of, any_of
from corpus_index.search.values import KINDS, PARTS, STATUSES

_LETTERS = st.text(st.sampled_from("abcxyzÄß17"), min_size=1, max_size=6)
_WORDS = st.builds(
    lambda parts, end, prefix: Word(parts + end, prefix=prefix),
    _LETTERS,
    st.sampled_from(["", "-b", "++", "%", ".5", "'s", "/c"]),
    st.booleans(),
) | st.just(Word("based"))
_PHRASES = st.lists(_LETTERS, min_size=1, max_size=3).map(" ".join).map(Phrase)
_ANY_VALUE = [
    "title",
    "abstract",
    "author",
    "venue",
    "publication",
    "model",
    "bench",
    "method",
    "key",
    "id",
    "page",
    "source",
    "cites",
    "cited-by",
    "tag",
    "note",
]
_YEARS = st.integers(1900, 2099).map(str)
_SPANS = st.tuples(_YEARS, _YEARS).map(sorted).map("..".join)
_VALUES = {
    "year": _YEARS | _SPANS | st.builds("{}{}".format, st.sampled_from([">=", "<=", ">", "<", "=", "≥", ".."]), _YEARS),
    "score": st.builds(
        "{}{}{}".format, st.sampled_from(["", ">=", "<", "..", "-"]), _YEARS, st.sampled_from(["", ".5%"])
    ),
    "kind": st.sampled_from(KINDS),
    "status": st.sampled_from(STATUSES),
    "has": st.sampled_from(PARTS) | st.sampled_from(PARTS).map("{}s".format),
}
_FIELDS = st.builds(Field, st.sampled_from(_ANY_VALUE), _WORDS | _PHRASES) | st.sampled_from(sorted(_VALUES)).flatmap(
    lambda name: st.builds(Field, st.just(name), _VALUES[name].map(Word) | _VALUES[name].map(Phrase))
)


def _joined(children: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    parts = st.lists(children, min_size=2, max_size=3)
    made = st.one_of(parts.map(all_of), parts.map(any_of), children.map(Not))
    return made.filter(lambda query: query is not None).map(lambda query: query or Word("never"))


_QUERIES = st.recursive(st.one_of(_WORDS, _PHRASES, _FIELDS), _joined, max_leaves=12)
_TYPED = (
    st.text(st.one_of(st.sampled_from('ab-*:()" +O\n“”«」：（'), st.characters()), max_size=60)
    | st.lists(
        st.sampled_from(
            [
                "OR",
                "AND",
                "NOT",
                "(",
                ")",
                '"',
                "-",
                "title:",
                "kind:",
                "nope:",
                "a",
                "*",
                "c++",
                " ",
                "model",
                "cited-by:",
                "year:",
                "2024",
                "..",
                ">=",
            ]
        ),
        max_size=14,
    ).map("".join)
    | st.lists(st.sampled_from(["OR", "AND", "NOT", "(", "-a", ")", "title:b"]), max_size=9).map(" ".join)
)


@given(_QUERIES)
def test_printing_a_tree_and_parsing_it_gives_the_tree(query: Query) -> None:
    assert parse(str(query)).query == query


@given(_TYPED)
def test_whatever_is_typed_is_read_and_reading_its_print_changes_nothing(text: str) -> None:
    assert_read_or_pointed_at(text)


def test_every_field_is_among_the_trees() -> None:
    assert {*_ANY_VALUE, *_VALUES} == set(FIELDS)
