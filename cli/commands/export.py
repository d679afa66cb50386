"""`papers export`."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import chain
from pathlib import Path

from cli.boundary import DONE, NOTHING_FOUND
from cli.console import is_terminal, raw, say
from cli.database import is_demonstration, open_to_read, own_path
from cli.export_target import check_replaceable, content_to_add_to, format_of
from cli.options import (
    Append,
    CitedIn,
    Database,
    ExportAs,
    Force,
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
from corpus_index.export_selection import as_cited, given_out, lacking, under, writer_of, written
from corpus_index.store import Store, read

_STEP = 100


def run(
    query: OptionalQuery = None,
    *,
    form: ExportAs = None,
    keys: Keys = None,
    cited_in: CitedIn = None,
    with_links: WithLinks = 0,
    key_pattern: KeyPattern = None,
    unicode: Unicode = False,
    preprint: Preprint = False,
    output: Output = None,
    append: Append = None,
    force: Force = False,
    db: Database = None,
    limit: OptionalLimit = None,
) -> int:
    """Write papers as BibTeX, biblatex, RIS, CSL-JSON, CSV and others.

    \b
    All papers, or those that match the query, or whose keys are given, or that a
    manuscript cites, together with what they are linked to. What no page says is
    left out: no year is made up, and authors stand only where a page names them.
    A citation key that was exported never changes again. --output leaves a file
    alone that has more than papers of this index, unless --force is given.

    \b
    Examples:
      papers export 'model:QwQ-32B' --output qwq.bib
      papers export JudgeRLVR LongSpec --format biblatex --unicode
      papers export --key-pattern 'auth.lower + year | artefact' --output refs.bib
      papers export --cited-in paper.tex --append refs.bib
      papers export --key LongSpec --with-links 1 --output reading.md
      papers export attention --format jsonl | jq .title
    """
    target = _target(output, append, preprint=preprint)
    writer_of(form := form or format_of(target), unicode=unicode)
    old = b"" if append is None else content_to_add_to(append)
    with open_to_read(db) as store:
        chosen = subset(store, query or (), keys or (), cited_in or (), with_links)
        wanted = chosen.keys[:limit]
        names: Mapping[str, tuple[str, ...]] = {}
        if append is not None:
            names = lacking(store, wanted, form, append, _text(old), cited=chosen.cited)
            wanted = list(names)
        elif target is not None and wanted and not force:
            check_replaceable(store, target, form)
        if wanted:
            wanted = _frozen(store, db, wanted, key_pattern)
            entries = as_cited(store, wanted, form, chosen.cited, names)
            papers = under(_papers(store, wanted, to_file=target is not None), entries)
            pieces = written(papers, form, unicode=unicode, preprint=preprint, behind=_text(old))
            if target is None:
                for piece in pieces:
                    raw(piece)
            else:
                replace_file(target, chain([old], pieces), was=None if append is None else old)
    if target is not None and chosen.keys:
        _say_written(target, len(wanted), names, "written" if append is None else "added")
    return DONE if chosen.keys and not chosen.lacking else NOTHING_FOUND


def _target(output: str | None, append: str | None, *, preprint: bool) -> str | None:
    """Give the file to write to; nothing for standard output."""
    if append is None:
        return None if output == "-" else output
    if output is not None:
        raise PapersError("--append", "adds to a file, and --output replaces one", "give one of them")
    if preprint:
        raise PapersError("--append", "goes by keys, and --preprint changes them", "give one of them")
    return append


def _say_written(target: str, number: int, names: Mapping[str, Sequence[str]], done: str) -> None:
    for key, former in names.items():
        if former:
            other = ", ".join(former)
            say(f"papers: {other}: another name of {key}, which {target} has; added as it is cited", "quiet")
    say(f"papers: {counted(number, 'paper')} {done} to {target}", "quiet")


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


def _frozen(store: Store, db: str | None, keys: list[str], pattern: str | None) -> list[str]:
    """Let the keys never change again, and give them; by a pattern, those that may still change do so before."""
    if is_demonstration(db):
        if pattern is not None:
            raise PapersError("--key-pattern", "needs an index of your own", "start one: papers add PATH")
        return keys
    store.release()
    named, error = given_out(Path(own_path(db)), keys, pattern)
    store.snapshot()
    stayed = sum(old == new for old, new in zip(keys, named, strict=True)) if pattern is not None else 0
    if stayed:
        why = "exported and imported ones never change; papers set KEY key NEW gives a paper another"
        say(f"papers: keys that stay as they were: {stayed} of {len(keys)} ({why})", "quiet")
    if error:
        say(f"papers: the keys may change later, because the index cannot be written ({error.what})", "warning")
    return named
