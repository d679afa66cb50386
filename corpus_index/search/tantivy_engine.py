"""The engine for very large indexes: Tantivy, which skips papers that cannot be among the best.

Its own BM25 differs a little from ours: lengths of texts are rounded, and k1 is fixed. So it is asked for more papers
than are wanted, and these are scored by `bm25.py`. What the index knows beside texts is a condition of SQL here too:
where few papers fulfil it, these are part of what Tantivy is asked, and else its papers are looked up, best first.
"""

import math
import sqlite3
import sys
from collections.abc import Collection, Sequence

from tantivy import DocAddress, Occur, Query

from corpus_index.search.bm25 import Bm25, WrittenPaper
from corpus_index.search.clause import Condition, fulfilling
from corpus_index.search.expression import Every, Expression, Text
from corpus_index.search.fts5 import Fts5
from corpus_index.store.full_text import tokenizer
from corpus_index.store.terms import terms_of
from corpus_index.store.word_index import TEXT, WordIndex

_MORE = 1.5
"""Papers that are scored for each that is wanted."""
_FEW = 20_000
"""Papers that fulfil a condition, and are listed for Tantivy."""
_DEEPER = 8
"""How many times more papers are looked up where too few of the best fulfil a condition."""
_FORMS = 200
"""Words with one beginning that Tantivy ranks by, the commonest."""


class TantivyEngine:
    """An `Engine`."""

    name = "tantivy"
    note = None
    most_scored = sys.maxsize

    def __init__(self, connection: sqlite3.Connection, index: WordIndex) -> None:
        self.connection = connection
        self._index = index
        self._tokenizer = tokenizer(connection)
        self._bm25 = Bm25(index.papers, index.tokens / max(index.papers, 1), self._terms, self._having)
        self._read: dict[int, WrittenPaper] = {}
        self._cut: dict[str, list[str]] = {}

    def count(self, expression: Expression, where: Condition | None = None, most: int = -1) -> int:
        """See `Engine.count`."""
        if isinstance(expression, Text) and where is None and most >= 0:
            return min(self._having(expression), most)
        query = self._query(expression)
        if where is not None:
            few = self._few(where)
            if few is None:
                return Fts5(self.connection).count(expression, where, most)
            query = _both(query, few)
        amount = self._index.count(query)
        return amount if most < 0 else min(amount, most)

    def best(self, expression: Expression, where: Condition | None, most: int) -> dict[int, float]:
        """See `Engine.best`."""
        query = self._query(expression, ranked=True)
        wanted = int(most * _MORE)
        if where is not None:
            few = self._few(where)
            query = query if few is None else _both(query, few)
            where = where if few is None else None
        while True:
            addresses = self._index.first(query, wanted)
            papers = self._papers(addresses, where)
            if where is None or len(papers) >= most or len(addresses) < wanted:
                break
            wanted *= _DEEPER
        scored = self._bm25.scores(expression, papers)
        return dict(sorted(scored.items(), key=lambda item: (-item[1], item[0]))[:most])

    def scores(self, expression: Expression | None, papers: Collection[int]) -> dict[int, float]:
        """See `Engine.scores`."""
        if expression is None or not papers:
            return {}
        missing = [paper for paper in papers if paper not in self._read]
        if missing:
            self._papers(self._index.first(self._among(missing), len(missing)), None)
        return self._bm25.scores(expression, {paper: self._read[paper] for paper in papers if paper in self._read})

    def _papers(self, addresses: Sequence[DocAddress], where: Condition | None) -> dict[int, WrittenPaper]:
        """Read the papers at these addresses that fulfil a condition."""
        rows = self._index.numbers("id", addresses)
        lengths = self._index.numbers("length", addresses)
        fit = fulfilling(self.connection, rows, where)
        for paper, address, length in zip(rows, addresses, lengths, strict=True):
            if paper in fit and paper not in self._read:
                self._read[paper] = WrittenPaper(self._index.terms(address), length)
        return {paper: self._read[paper] for paper in rows if paper in fit}

    def _having(self, text: Text) -> int:
        """How many papers have a text, where a few more or less of many do not matter."""
        terms = self._terms(text.text)
        query = self._query(text)
        alone = len(terms) == 1 and not text.prefix and not text.columns
        return self._index.having(terms[0], query) if alone else self._index.count(query)

    def _few(self, where: Condition) -> Query | None:
        """The papers that fulfil a condition, where they are few."""
        sql = f"SELECT id FROM papers WHERE {where.sql} LIMIT ?"  # noqa: S608  made of constants
        rows = [row[0] for row in self.connection.execute(sql, (*where.values, _FEW + 1))]
        return self._among(rows) if len(rows) <= _FEW else None

    def _among(self, papers: Sequence[int]) -> Query:
        return Query.const_score_query(Query.term_set_query(self._index.schema, "id", list(papers)), 0.0)

    def _terms(self, text: str) -> list[str]:
        if text not in self._cut:
            self._cut[text] = terms_of(self._tokenizer).written([text])[0].split()
        return self._cut[text]

    def _query(self, expression: Expression, *, ranked: bool = False) -> Query:
        """An expression as Tantivy has it; `ranked` so that its scores say something of a beginning of a word too."""
        if isinstance(expression, Text):
            terms = self._terms(expression.text)
            if not terms:
                return Query.empty_query()
            fields = expression.columns or (TEXT,)
            parts = [self._text_query(field, terms, prefix=expression.prefix, ranked=ranked) for field in fields]
            return parts[0] if len(parts) == 1 else Query.boolean_query([(Occur.Should, part) for part in parts])
        occur = Occur.Must if isinstance(expression, Every) else Occur.Should
        return Query.boolean_query([(occur, self._query(part, ranked=ranked)) for part in expression.parts])

    def _text_query(self, field: str, terms: list[str], *, prefix: bool, ranked: bool) -> Query:
        schema = self._index.schema
        if not prefix:
            one = len(terms) == 1
            return Query.term_query(schema, field, terms[0]) if one else Query.phrase_query(schema, field, list(terms))
        if len(terms) > 1:
            # Terms are letters and digits, which mean themselves in a regular expression.
            return Query.regex_phrase_query(schema, field, [*terms[:-1], f"{terms[-1]}.*"])
        any_form = Query.regex_query(schema, field, f"{terms[0]}.*")
        return self._ranked_forms(field, terms[0], any_form) if ranked else any_form

    def _ranked_forms(self, field: str, begin: str, any_form: Query) -> Query:
        """Words with one beginning, each as heavy as all of them together, as they count as one word."""
        forms = self._index.searcher.terms_with_prefix(field, begin)
        having = sum(papers for _, papers in forms)
        parts = []
        for term, papers in sorted(forms, key=lambda form: (-form[1], form[0]))[:_FORMS]:
            query = Query.term_query(self._index.schema, field, term)
            parts.append((Occur.Should, Query.boost_query(query, self._rarity(having) / self._rarity(papers))))
        if len(forms) > _FORMS:
            parts.append((Occur.Should, Query.const_score_query(any_form, 0.0)))
        return Query.boolean_query(parts) if parts else Query.empty_query()

    def _rarity(self, papers: int) -> float:
        """What Tantivy takes for the weight of a word."""
        return math.log1p((max(self._index.papers - papers, 0) + 0.5) / (papers + 0.5))


def _both(query: Query, few: Query) -> Query:
    return Query.boolean_query([(Occur.Must, query), (Occur.Must, few)])
