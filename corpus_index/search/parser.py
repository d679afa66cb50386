"""Query text read as a tree.

What is unknown or malformed is taken as text, with a note. Only a value that means nothing (`year:abc`) is an error.
"""

from corpus_index.domain.dataclass import dataclass
from corpus_index.errors import QueryError
from corpus_index.search import lexer
from corpus_index.search.lexer import Token
from corpus_index.search.query import (
    COMPOUND_ENDINGS,
    FIELDS,
    And,
    Field,
    Not,
    Phrase,
    Query,
    Word,
    all_of,
    any_of,
    wanted_terms,
)

MAX_TERMS = 64
"""Terms beyond these are ignored: nobody types as many, and a pasted page is found by its first words."""
MAX_DEPTH = 40
"""Parentheses nested deeper are ignored, far below the limits of SQLite's own parser."""
MAX_TERM_LENGTH = 400
"""Code points of one term that are used."""
_MEANINGFUL_SIGNS = frozenset("+#")
"""Signs that make another name (C++, F#), where other signs only separate or end words."""
_SCHEMES = frozenset(("arxiv", "doi", "pmid"))
"""What stands before a colon in identifiers, which are text."""
_PARTICULAR = frozenset(("year", "score", "kind", "has"))
"""Fields that do not take every value."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query was read: `query` is `None` where nothing is left; `misread` says what was not understood."""

    query: Query | None
    misread: tuple[str, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know of the reading."""
        if self.query is None or wanted_terms(self.query):
            return self.misread
        return (*self.misread, "the query only says what to leave out; all other papers match")

    @property
    def plain_text(self) -> str | None:
        """The words of a query that is nothing but words, or one phrase; else `None`."""
        parts = self.query.parts if isinstance(self.query, And) else (self.query,)
        words = [part.text for part in parts if isinstance(part, (Word, Phrase))]
        return " ".join(words) if words and len(words) == len(parts) else None


class _Group:
    """A parenthesis that is still open: alternatives of parts, and what stands before it."""

    def __init__(self, *, negated: bool, label: str | None) -> None:
        self.negated = negated
        self.label = label
        self.alternatives: list[list[Query]] = [[]]

    def closed(self) -> Query | None:
        parts = [part for parts in self.alternatives if (part := all_of(parts)) is not None]
        return any_of(parts)


def parse(text: str) -> Reading:
    """Read a query; see `docs/query-language.md` for the language.

    Raises `QueryError` for a value that a field cannot take, with its place.
    """
    return _Parser(text).read()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(lexer.tokens(text))
        self._groups = [_Group(negated=False, label=None)]
        self._notes: dict[str, None] = {}
        self._negate = False
        self._label: str | None = None
        self._terms = 0

    def read(self) -> Reading:
        for index, token in enumerate(self._tokens):
            if self._terms > MAX_TERMS:
                self._note(f"only the first {MAX_TERMS} terms of the query are used")
                break
            self._take(token, index)
        if len(self._groups) > 1:
            self._note('a "(" is never closed; read as if it were closed at the end')
        while len(self._groups) > 1:
            self._close()
        query = self._groups[0].closed()
        if query is None:
            self._note("the query holds no letters or digits to look for")
        return Reading(query, tuple(self._notes))

    def _take(self, token: Token, index: int) -> None:
        if token.kind == lexer.MINUS:
            self._negate = not self._ends_a_compound(index)
        elif token.kind == lexer.LABEL:
            self._take_label(token)
        elif token.kind == lexer.OPEN:
            self._open()
        elif token.kind == lexer.CLOSE:
            if len(self._groups) > 1:
                self._close()
            else:
                self._note('a ")" closes nothing; ignored')
        elif token.kind == lexer.STRAY_QUOTE:
            self._note("a quotation mark is never closed; what follows is read as words")
        elif token.kind == lexer.PHRASE:
            self._add(Phrase(token.text), token)
        elif token.kind == lexer.OPERATOR:
            self._take_operator(token, index)
        else:
            self._take_word(token)

    def _ends_a_compound(self, index: int) -> bool:
        """Whether the minus at `index` and the word behind it are the torn-off end of the word before."""
        around = self._tokens[max(index - 1, 0) : index + 2]
        if [token.kind for token in around] != [lexer.WORD, lexer.MINUS, lexer.WORD]:
            return False
        before, _, end = (token.text for token in around)
        torn = end.rstrip("*").lower() in COMPOUND_ENDINGS
        if torn:
            self._note(f"-{end} is read as the end of {_short(before)}-{end}; write NOT {end} to leave it out")
        return torn

    def _take_label(self, token: Token) -> None:
        name, _ = lexer.field_of(token.text)
        if name in FIELDS:
            self._label = name
        else:
            self._note(_unknown_field(name, token.text))
            self._add(Word(token.text), token)

    def _take_operator(self, token: Token, index: int) -> None:
        alternative = self._groups[-1].alternatives[-1]
        operand = self._followed_by_operand(index)
        if self._negate or self._label or not operand or (token.text != "NOT" and not alternative):
            self._note(f"{token.text} has nothing to join here; read as a word")
            self._add(Phrase(token.text), token)
        elif token.text == "NOT":
            self._negate = True
        elif token.text == "OR":
            self._groups[-1].alternatives.append([])

    def _followed_by_operand(self, index: int) -> bool:
        if index + 1 == len(self._tokens):
            return False
        after = self._tokens[index + 1]
        return after.kind not in (lexer.CLOSE, lexer.STRAY_QUOTE) and (
            after.kind != lexer.OPERATOR or (after.text == "NOT" and self._tokens[index].text != "NOT")
        )

    def _take_word(self, token: Token) -> None:
        name, value = lexer.field_of(token.text)
        if self._label or name not in FIELDS:
            if not self._label and _seems_field(name, value):
                self._note(_unknown_field(name, token.text))
            self._add(_word(token.text), token)
        elif _searchable(value) or (value and _fault(name, value)):
            self._label = name
            self._add(_word(value), Token(lexer.WORD, value, token.end - len(value), token.end))
        else:
            self._note(f"{name}: has no value; write it without a space, as in {name}:something")
            self._add(Word(token.text.rstrip("*")), token)

    def _add(self, term: Word | Phrase, token: Token) -> None:
        """Put a term into the open group, with the field and the negation that stand before it."""
        label, negate = self._label or self._groups[-1].label, self._negate
        self._label, self._negate = None, False
        if label and token.text and (wrong := _fault(label, token.text)):
            raise QueryError(
                self._text,
                wrong,
                "put it all in quotation marks to search for the text",
                (token.start, token.end),
            )
        if not _searchable(term.text):
            self._note(f"{_short(token.text)} holds no letters or digits; ignored")
            return
        if not label and not _MEANINGFUL_SIGNS.isdisjoint(term.text):
            shown = _short(token.text)
            self._note(f"{shown}: signs are not in the index, so only its letters and digits are looked for")
        if len(term.text) > MAX_TERM_LENGTH:
            self._note(f"{_short(token.text)} is very long; only its first {MAX_TERM_LENGTH} characters are used")
            term = _cut(term)
        query: Query = Field(label, term) if label else term
        self._terms += 1
        if self._terms <= MAX_TERMS:
            self._groups[-1].alternatives[-1].append(Not(query) if negate else query)

    def _open(self) -> None:
        if len(self._groups) > MAX_DEPTH:
            self._note(f"parentheses nested deeper than {MAX_DEPTH} are ignored")
            return
        self._groups.append(_Group(negated=self._negate, label=self._label or self._groups[-1].label))
        self._label, self._negate = None, False

    def _close(self) -> None:
        group = self._groups.pop()
        query = group.closed()
        self._label, self._negate = None, False
        if query is not None:
            self._groups[-1].alternatives[-1].append(Not(query) if group.negated else query)

    def _note(self, note: str) -> None:
        self._notes[note] = None


def _word(text: str) -> Word:
    bare = text.rstrip("*")
    return Word(bare, prefix=len(bare) < len(text)) if _searchable(bare) else Word(text)


def _cut(term: Word | Phrase) -> Word | Phrase:
    text = term.text[:MAX_TERM_LENGTH].rstrip("* ")
    return Phrase(text) if isinstance(term, Phrase) else Word(text, prefix=term.prefix)


def _fault(field: str, value: str) -> str | None:
    if field not in _PARTICULAR:
        return None
    # Imported here, because a query of words must not pay for it.
    from corpus_index.search.values import fault

    return fault(field, value)


def _seems_field(name: str, value: str) -> bool:
    plain = name.isascii() and name.isalpha() and name not in _SCHEMES
    return plain and value != "" and not value.startswith("//")


def _searchable(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _short(text: str) -> str:
    return (text or '""') if len(text) <= 40 else text[:39] + "…"


def _unknown_field(name: str, printed: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, FIELDS, 1)
    hint = f"did you mean {close[0]}:" if close else f"fields: {', '.join(FIELDS)}"
    return f"there is no field {_short(name)}: ({hint}); {_short(printed)} is read as text"
