"""Quotations that no paper has, which are then searched for by their words."""

from corpus_index.domain.unspaced import is_unspaced
from corpus_index.search.engine import Engine
from corpus_index.search.expression import Text
from corpus_index.search.query import Phrase, Query, Word, all_of, conjuncts
from corpus_index.search.words import tokens


def unquoted(engine: Engine, query: Query) -> tuple[Query, list[str]] | None:
    """The query with the words of each quotation that stands in no paper in its place, and notes that say so.

    `None` where there is no such quotation. Those in fields, alternatives and negations stay.
    """
    parts: list[Query] = []
    notes: list[str] = []
    for part in conjuncts(query):
        words = tokens(part.text) if isinstance(part, Phrase) and not is_unspaced(part.text) else []
        if len(words) > 1 and not engine.count(Text(" ".join(words)), most=1):
            parts += map(Word, words)
            notes.append(f"no paper has {part}; its words are looked for")
        else:
            parts.append(part)
    loose = all_of(parts)
    return (loose, notes) if notes and loose else None
