"""JSON of commands that list things."""

import json
from collections.abc import Iterable
from typing import Any

from corpus_index.domain.paper import Paper
from corpus_index.domain.plain import plain


def dumped(value: Any) -> str:
    """Write domain objects as one line of JSON."""
    return json.dumps(plain(value), ensure_ascii=False, allow_nan=False)


def paper_rows(papers: Iterable[Paper]) -> str:
    """Write papers in short, as `list` shows them; `show` and `export` give everything."""
    return dumped(
        [
            {
                "key": paper.key,
                "title": paper.title,
                "title_inferred": paper.title_inferred,
                "authors": paper.authors,
                "authors_complete": paper.authors_complete,
                "year": paper.year,
                "introduces": [fact.name for fact in paper.introduces],
                "pages": list(dict.fromkeys(source.page for source in paper.records)),
            }
            for paper in papers
        ]
    )
