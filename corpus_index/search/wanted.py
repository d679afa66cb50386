"""What a query asks for, taken apart: what a match must have, and words of which a part is better than nothing."""

from __future__ import annotations

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.unspaced import is_unspaced
from corpus_index.search.condition import Condition, condition
from corpus_index.search.expression import COLUMNS, Expression, Some, Text, all_of, any_of, text_of
from corpus_index.search.query import And, Field, Or, Phrase, Query, Word, conjuncts, wanted_terms
from corpus_index.search.query import all_of as conjunction
from corpus_index.search.variants import variants
from corpus_index.search.words import is_stop_word, says_nothing, tokens, without_stop_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

SENTENCE = 8
"""Of a query with more words than these, quotation marks, parentheses and `OR` are not required of every match.

Nobody remembers as many words exactly, and in a pasted sentence they are no operators.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The parts of a query.

    `groups` has one expression for each plain word or name, with its other spellings; `fixed` are phrases, alternatives
    and columns; papers that match in whole have all of both. Papers that match in part have the expressions in `held`
    and some of the `words`, which are single tokens without stop words, in their order and as often as they were typed,
    or of the `others`, which are other spellings of names; only a `divisible` query has such papers. All matches fulfil
    `where`.
    """

    groups: tuple[Expression, ...] = ()
    fixed: tuple[Expression, ...] = ()
    where: Condition | None = None
    held: tuple[Expression, ...] = ()
    words: tuple[Word, ...] = ()
    others: tuple[Text, ...] = ()
    divisible: bool = False

    @property
    def whole(self) -> Expression | None:
        """The expression of papers that have everything; `None` where `where` says all."""
        return all_of([*self.fixed, *self.groups])


def wanted(connection: sqlite3.Connection, query: Query) -> Wanted:
    """Take a query apart. Stop words count only where there is nothing else to look for."""
    plain: list[Word | Phrase] = []
    fixed: list[tuple[Expression, Query]] = []
    rest: list[Query] = []
    for part in conjuncts(query):
        if isinstance(part, (Word, Phrase)) and " " not in part.text and not is_unspaced(part.text):
            plain.append(part)
        elif expression := _expression(connection, part):
            fixed.append((expression, part))
        else:
            rest.append(part)
    required = conjunction(rest)
    telling = [word for word in plain if not is_stop_word(word)]
    says_something = bool(telling or fixed or rest)
    if not says_something:
        telling = plain
    groups, others = _groups(connection, plain, telling)
    inside = (term for _, part in fixed for term in wanted_terms(part) if not isinstance(term, Field))
    loose = [*telling, *(term for term in inside if not is_stop_word(term))]
    held = [expression for expression, part in fixed if any(isinstance(term, Field) for term in wanted_terms(part))]
    words = [token for term in loose for token in _tokens(term)]
    is_sentence = len(words) > SENTENCE
    if not is_sentence:
        held = [expression for expression, _ in fixed]
        words = [token for word in telling for token in _tokens(word)]
    return Wanted(
        groups=tuple(groups),
        fixed=tuple(expression for expression, _ in fixed),
        where=None if required is None else condition(connection, required),
        held=tuple(held),
        words=tuple(words),
        others=tuple(others),
        divisible=says_something and (is_sentence or len(telling) > 1),
    )


def _groups(
    connection: sqlite3.Connection, plain: list[Word | Phrase], telling: list[Word | Phrase]
) -> tuple[list[Expression], list[Text]]:
    """An expression for each word, or for words together that are a name; and other spellings of these names."""
    groups: list[Expression] = []
    others: list[Text] = []
    at = 0
    for name in variants(connection, plain):
        groups += [text_of(word) for word in plain[at : name.start] if word in telling]
        own = all_of(text_of(word) for word in plain[name.start : name.end] if word in telling)
        spelled = [Text(phrase) for phrase in name.phrases]
        groups.append(Some((own, *spelled) if own else tuple(spelled)))
        others += spelled
        at = name.end
    return groups + [text_of(word) for word in plain[at:] if word in telling], others


def _expression(connection: sqlite3.Connection, query: Query) -> Expression | None:
    """What a part of a query asks of texts, if it asks nothing else."""
    if isinstance(query, (Word, Phrase)):
        if is_unspaced(query.text):
            return None
        return any_of(_groups(connection, [query], [query])[0])
    if isinstance(query, Field):
        column = COLUMNS.get(query.name)
        return text_of(query.term, column) if column and not is_unspaced(query.term.text) else None
    if isinstance(query, (And, Or)):
        of = without_stop_words(query.parts) if isinstance(query, And) else query.parts
        parts = [_expression(connection, part) for part in of]
        known = [part for part in parts if part]
        join = all_of if isinstance(query, And) else any_of
        return join(known) if len(known) == len(parts) else None
    return None


def _tokens(term: Word | Phrase) -> list[Word]:
    found = [Word(token) for token in tokens(term.text)]
    if isinstance(term, Word) and term.prefix and found:
        found[-1] = Word(found[-1].text, prefix=True)
    return [token for token in found if len(found) == 1 or not says_nothing(token.text)]
