"""`papers export`."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from itertools import chain
from pathlib import Path

from cli.boundary import DONE, NOTHING_FOUND
from cli.console import is_terminal, raw, say
from cli.database import is_demonstration, open_to_read, own_path
from cli.options import (
    Append,
    CitedIn,
    Database,
    ExportAs,
    ExportFormat,
    KeyPattern,
    Keys,
    OptionalLimit,
    OptionalQuery,
    Output,
    Preprint,
    Unicode,
    WithLinks,
)
from cli.output_file import replace_file
from cli.progress import shown_progress
from cli.subset import subset
from corpus_index.domain.paper import Paper
from corpus_index.domain.wording import counted
from corpus_index.errors import PapersError
from corpus_index.exporting import given_out, lacking, writer_of, written
from corpus_index.store import Store, read

_STEP = 100


def run(
    query: OptionalQuery = None,
    *,
    form: ExportAs = ExportFormat.BIBTEX,
    keys: Keys = None,
    cited_in: CitedIn = None,
    with_links: WithLinks = 0,
    key_pattern: KeyPattern = None,
    unicode: Unicode = False,
    preprint: Preprint = False,
    output: Output = None,
    append: Append = None,
    db: Database = None,
    limit: OptionalLimit = None,
) -> int:
    """Write papers as BibTeX, biblatex, RIS, CSL-JSON, CSV and others.

    \b
    All papers, or those that match the query, or whose keys are given, or that a
    manuscript cites, together with what they are linked to. What no page says is
    left out: no year is made up, and authors stand only where a page names them.
    A citation key that was exported never changes again.

    \b
    Examples:
      papers export 'model:QwQ-32B' --output qwq.bib
      papers export JudgeRLVR LongSpec --format biblatex --unicode
      papers export --key-pattern 'auth.lower + year | artefact' --output refs.bib
      papers export --cited-in paper.tex --append refs.bib
      papers export --key LongSpec --with-links 1 --format markdown
      papers export attention --format jsonl | jq .title
    """
    writer_of(form, unicode=unicode)
    if append is not None and output is not None:
        raise PapersError("--append", "adds to a file, and --output replaces one", "give one of them")
    if append is not None and preprint:
        raise PapersError("--append", "goes by keys, and --preprint changes them", "give one of them")
    target = append if append is not None else None if output == "-" else output
    old = b"" if append is None else _content(append)
    with open_to_read(db) as store:
        chosen = subset(store, query or (), keys or (), cited_in or (), with_links)
        wanted = chosen.keys[:limit]
        if append is not None:
            wanted = lacking(store, wanted, form, append, _text(old))
        if wanted:
            wanted = _frozen(db, wanted, key_pattern)
            store.renew()
            papers = _papers(store, wanted, to_file=target is not None)
            pieces = written(papers, form, unicode=unicode, preprint=preprint, behind=_text(old))
            if target is None:
                for piece in pieces:
                    raw(piece)
            else:
                replace_file(target, chain([old], pieces))
    if target is not None and chosen.keys:
        say(f"papers: {counted(len(wanted), 'paper')} {'written' if append is None else 'added'} to {target}", "quiet")
    return DONE if chosen.keys and not chosen.lacking else NOTHING_FOUND


def _content(name: str) -> bytes:
    """Read the file that is to be added to; nothing where there is none yet."""
    if Path(name).exists() and not Path(name).is_file():
        raise PapersError(name, "is no ordinary file", "give the name of one to --append")
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        return b""


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _papers(store: Store, keys: Sequence[str], *, to_file: bool) -> Iterator[Paper]:
    """Read the papers one after the other, and show how far that is."""
    # On a terminal, the papers themselves show how far it is.
    with shown_progress() if to_file or not is_terminal(sys.stdout) else nullcontext() as show:
        for number, paper in enumerate(read.papers(store, keys)):
            if show and number % _STEP == 0:
                show(number, len(keys), paper.key)
            yield paper


def _frozen(db: str | None, keys: list[str], pattern: str | None) -> list[str]:
    """Let the keys never change again, and give them; by a pattern, those that may still change do so before."""
    if is_demonstration(db):
        if pattern is not None:
            raise PapersError("--key-pattern", "needs an index of your own", "start one: papers add PATH")
        return keys
    named, error = given_out(Path(own_path(db)), keys, pattern)
    if error:
        say(f"papers: the keys may change later, because the index cannot be written ({error.what})", "warning")
    return named
