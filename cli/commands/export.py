"""`papers export`."""

from pathlib import Path

from cli.boundary import DONE, NOTHING_FOUND
from cli.console import raw, say
from cli.database import is_demonstration, open_to_read, own_path
from cli.options import Database, ExportAs, ExportFormat, Keys, OptionalLimit, OptionalQuery, Output
from cli.output_file import replace_file
from cli.selection import keys_matching
from corpus_index import export
from corpus_index.domain.paper import Paper
from corpus_index.domain.wording import counted
from corpus_index.errors import NoSuchName, StoreError
from corpus_index.store import Store, read
from corpus_index.store.names import find


def run(
    query: OptionalQuery = None,
    *,
    form: ExportAs = ExportFormat.BIBTEX,
    keys: Keys = None,
    output: Output = None,
    db: Database = None,
    limit: OptionalLimit = None,
) -> int:
    """Write papers as BibTeX or JSON Lines.

    \b
    All papers, or those that match the query, or those of --key, or both. What
    no page says is left out: no year is made up, and authors stand only where a
    page names them. A citation key that was exported never changes again.

    \b
    Examples:
      papers export 'model:QwQ-32B' --output qwq.bib
      papers export --key JudgeRLVR --key LongSpec
      papers export attention --format jsonl | jq .title
    """
    with open_to_read(db) as store:
        chosen = _chosen(store, query, keys or [])
        papers = list(read.papers(store, chosen))[:limit]
    if not papers:
        return NOTHING_FOUND
    if not is_demonstration(db):
        _freeze(db, papers)
    text = export.bibtex(papers) if form is ExportFormat.BIBTEX else "".join(export.jsonl(papers))
    if output is None or output == "-":
        raw(text)
    else:
        replace_file(output, text)
        say(f"papers: {counted(len(papers), 'paper')} written to {output}", "quiet")
    return DONE


def _chosen(store: Store, query: list[str] | None, keys: list[str]) -> list[str] | None:
    """Keys in order, `None` for all papers."""
    matching = keys_matching(store, " ".join(query or ()))
    if matching is None and not keys:
        return None
    return sorted({*(matching or ()), *(_existing(store, key) for key in keys)})


def _existing(store: Store, key: str) -> str:
    for paper in read.papers(store, (key,)):
        return paper.key
    close = find(store, key).keys[:3]
    raise NoSuchName(
        key, "no paper has this key", f"did you mean {' or '.join(close)}" if close else "see: papers list"
    )


def _freeze(db: str | None, papers: list[Paper]) -> None:
    from corpus_index.pipeline import freeze_keys

    try:
        freeze_keys(Path(own_path(db)), [paper.key for paper in papers])
    except StoreError as error:
        say(f"papers: the keys may change later, because the index cannot be written ({error.what})", "warning")
