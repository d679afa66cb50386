"""Exporting from an index, as the command and the library do it: which papers, under which keys, in which format."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from corpus_index.domain.paper import Paper
from corpus_index.errors import PapersError, StoreError
from corpus_index.export import UNICODE_WRITERS, WRITERS, Writer
from corpus_index.export.appending import APPENDABLE, addition, keys_in
from corpus_index.export.preprint import preprint as preprint_of
from corpus_index.store import Store, read

_ONE_NAME = frozenset(("bibtex", "csl-json", "ris", "csv"))


def writer_of(form: str, *, unicode: bool = False) -> Writer:
    """Give what writes papers in a format. Raises `PapersError` for no format, and where `unicode` says nothing."""
    if form not in WRITERS:
        raise PapersError(form, "is no format", f"give one of {', '.join(WRITERS)}")
    if not unicode:
        return WRITERS[form]
    if form not in UNICODE_WRITERS:
        raise PapersError("--unicode", f"is for BibTeX and biblatex; {form} is Unicode always", "leave it out")
    return UNICODE_WRITERS[form]


def cited_papers(store: Store, name: str, text: str) -> dict[str, str | None]:
    """Give the keys that a manuscript cites, in their order, each with the present key of its paper, if there is one.

    The ending of its `name` tells the kind of manuscript, else its text. `\\nocite{*}` stands for all papers.
    """
    from corpus_index.manuscripts import EVERYTHING, cited_keys

    cited = cited_keys(name, text)
    if EVERYTHING in cited:
        return {key: key for key in read.keys(store)}
    known = read.current_keys(store, cited)
    return {key: known.get(key) for key in cited}


def with_linked(store: Store, keys: Collection[str], steps: int) -> list[str]:
    """Give these keys, and those of papers at most `steps` links away, sorted."""
    from corpus_index.store.linked import linked_keys

    return linked_keys(store, keys, steps) if steps else sorted(keys)


def lacking(
    store: Store, keys: Iterable[str], form: str, name: str, text: str, *, cited: Collection[str] = ()
) -> dict[str, tuple[str, ...]]:
    """Give those of the keys under none of which, former ones among them, a file with this `text` has an entry.

    And those that it has under another name than a former key that is `cited`, with such keys. Raises `PapersError`
    where a file of this format cannot be added to, or is plainly none of this format.
    """
    if form not in APPENDABLE:
        raise PapersError("--append", f"cannot be used with {form}, which is one list", "use --output")
    present = keys_in(form, name, text)
    found: dict[str, tuple[str, ...]] = {}
    for key in keys:
        names = read.all_keys(store, key)
        if present.keys().isdisjoint(map(str.casefold, names)):
            found[key] = ()
        elif missing := tuple(each for each in names if each in cited and each.casefold() not in present):
            found[key] = missing
    return found


def as_cited(
    store: Store, keys: Iterable[str], form: str, cited: Collection[str], lacked: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Give the names under which papers are to be written: those that a file lacked, else those that are cited.

    In a format whose entries have one name, a paper stands once in a list, however many former keys it has, unless two
    of them are cited. Papers that are not in the answer are written whole.
    """
    names = dict(lacked)
    if form in _ONE_NAME and cited:
        for key in keys:
            names[key] = names.get(key) or tuple(each for each in read.all_keys(store, key) if each in cited)
    return names


def under(papers: Iterable[Paper], names: Mapping[str, tuple[str, ...]]) -> Iterator[Paper]:
    """Give each paper whole, or once under each of its `names`."""
    for paper in papers:
        if names.get(paper.key):
            yield from (replace(paper, key=name, aliases=()) for name in names[paper.key])
        else:
            yield paper


def given_out(path: Path, keys: Sequence[str], pattern: str | None = None) -> tuple[list[str], StoreError | None]:
    """Let keys never change again, and give them with the error of an index that cannot be written.

    By a `pattern`, papers whose keys may still change are named by it before.
    """
    from corpus_index.store.freezing import freeze_keys

    named = list(keys)
    if pattern is not None:
        from corpus_index.pipeline import patterned_keys
        from corpus_index.resolve import key_pattern

        named = patterned_keys(path, named, key_pattern(pattern))
    try:
        freeze_keys(path, named)
    except StoreError as error:
        return named, error
    return named, None


def written(
    papers: Iterable[Paper], form: str, *, unicode: bool = False, preprint: bool = False, behind: str = ""
) -> Iterator[str]:
    """Write papers in pieces, as what goes on `behind` the text of a file; `preprint` gives those on arXiv instead."""
    writer = writer_of(form, unicode=unicode)
    return addition(form, writer(map(preprint_of, papers) if preprint else papers), behind)
