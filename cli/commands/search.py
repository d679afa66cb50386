"""`papers search`: kept free of imports that a plain search does not need."""

from __future__ import annotations

from os import environ

from cli.boundary import DONE, NOTHING_FOUND
from cli.console import json_line, say
from cli.database import is_empty, open_to_read
from corpus_index.search import search

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cli.options import Database, Explain, Json, Limit, QueryWords, Semantic
    from corpus_index.domain.explanation import Explanation
    from corpus_index.embedding import Encoder
    from corpus_index.store import Store


def run(  # noqa: PLR0917  a quick command line reads them by place
    query: QueryWords,
    db: Database = None,
    limit: Limit = 10,
    json: Json = False,
    explain: Explain = False,
    semantic: Semantic = False,
) -> int:
    """Find papers, the best match first, with the passages that matched.

    \b
    A paper that the query names comes first, then papers with all words, then
    papers with some of them. The language, in short:
      "two words"   next to each other        -word      without it
      a OR b        one of them               word*      begins so
      title: abstract: author: venue: publication: year: model: bench: method:
      score: kind: has: key: id: page: source: cites: cited-by: tag: note: status:

    \b
    Examples:
      papers search speculative decoding
      papers search 'model:QwQ-32B -distillation'
      papers search '"long context" (decoding OR kind:benchmark)' --limit 3
      papers search 'bench:AIME24 score:>=70 -has:summary'
      papers search "draft model" decoding --explain
      papers search attention --json | jq -r '.hits[].key'
      papers search --semantic "how do models use fewer tokens to think"

    \b
    --semantic finds papers by what they mean, too; see docs/semantic-search.md.
    $PAPERS_SEMANTIC=1 makes it the default.
    Exit code 1 where nothing is found. The whole language: docs/query-language.md
    """
    text = " ".join(query)
    with open_to_read(db) as store:
        encoder = _encoder() if semantic or environ.get("PAPERS_SEMANTIC") == "1" else None
        answer, empty = search(store, text, limit, encoder), is_empty(store)
        explanation = _explanation(store, text, limit, encoder) if explain else None
    if json:
        from json import dumps

        from corpus_index.domain.plain import plain

        explained = {} if explanation is None else {"explanation": plain(explanation)}
        json_line(dumps({**plain(answer), **explained}, ensure_ascii=False))
    elif explanation is None:
        from cli.render.hits import print_hits

        print_hits(answer)
    else:
        from cli.render.explained import print_explained

        print_explained(answer, explanation)
    for note in answer.notes:
        say(f"papers: {note}", "warning" if note.startswith("did you mean") else "quiet")
    if not answer.hits and not empty:
        say("papers: nothing found", "quiet")
    return DONE if answer.hits else NOTHING_FOUND


def _encoder() -> Encoder:
    from corpus_index.embedding import installed_encoder

    return installed_encoder()


def _explanation(store: Store, text: str, limit: int, encoder: Encoder | None) -> Explanation:
    from corpus_index.search.explaining import explain

    return explain(store, text, limit, encoder)
