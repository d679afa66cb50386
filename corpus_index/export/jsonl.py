"""Papers as JSON Lines."""

import json
from collections.abc import Iterable, Iterator

from corpus_index.domain.paper import Paper
from corpus_index.domain.plain import plain


def jsonl(papers: Iterable[Paper]) -> Iterator[str]:
    """Yield one line of JSON a paper, in the order given, each with its line end.

    Keys stand in the order of the fields of `Paper`; `docs/schema/paper.schema.json` describes them. A line separator
    inside a text is written as an escape, so that programs which split on any line end see one paper a line.
    """
    for paper in papers:
        line = json.dumps(plain(paper), ensure_ascii=False, allow_nan=False)
        for separator in ("\u0085", "\u2028", "\u2029"):
            line = line.replace(separator, f"\\u{ord(separator):04x}")
        yield line + "\n"
