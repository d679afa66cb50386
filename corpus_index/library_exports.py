"""What programs take out of an index for other programs: papers in a format, and as lists of references."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from corpus_index.errors import NoSuchName
from corpus_index.library_changes import Changes
from corpus_index.store import open_store, read

if TYPE_CHECKING:
    from corpus_index.export.formatted import FormattedReference


Reading = TypeVar("Reading", bound="Exports")
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def of_one_moment(
    method: Callable[Concatenate[Reading, Given], Answer],
) -> Callable[Concatenate[Reading, Given], Answer]:
    """Let all that a method reads be of one moment, whatever others write meanwhile."""

    @wraps(method)
    def reading(library: Reading, /, *given: Given.args, **named: Given.kwargs) -> Answer:
        with library.moment():
            return method(library, *given, **named)

    return reading


class Exports(Changes):
    """The exports of the index at `path`, which stays open."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        super().__init__(path)
        self._store = open_store(self.path)
        self._moments = 0

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Let all that is read in this block be of one moment, whatever others write, also by several calls."""
        if not self._moments:
            self._store.snapshot()
        self._moments += 1
        try:
            yield
        finally:
            self._moments -= 1
            if not self._moments:
                self._store.release()

    def export(
        self,
        query: str = "",
        form: str = "bibtex",
        keys: Collection[str] | None = None,
        *,
        cited_in: Collection[str | os.PathLike[str]] = (),
        with_links: int = 0,
        key_pattern: str | None = None,
        unicode: bool = False,
        preprint: bool = False,
        append: str = "",
        freeze: bool = True,
    ) -> str:
        """Papers that match, those of `keys` and those that manuscripts cite, or all, in a format of `export.WRITERS`.

        Papers at most `with_links` links away from them follow. `key_pattern` names those whose keys may still change;
        none does from then on, unless `freeze` is false. `unicode` keeps letters in BibTeX and biblatex, `preprint`
        gives papers as arXiv has them. `append` is the text of a file: only papers that it lacks are written, as what
        goes on behind its end. Raises `NoSuchName` for an unknown key of `keys` (for cited ones see `cited`), and
        `PapersError` for what cannot be written so; an index that cannot be written is exported all the same.
        """
        from corpus_index import export_selection

        export_selection.writer_of(form, unicode=unicode)
        with self.moment():
            chosen = {*(self._matching(query) or ()), *self._known(keys or ())}
            # Who asks for a paper beside a manuscript wants its own key, too.
            cited = {key: key for key in chosen} if cited_in else {}
            cited |= {key: paper for manuscript in cited_in for key, paper in self.cited(manuscript).items() if paper}
            chosen.update(cited.values())
            if not query.strip() and keys is None and not cited_in:
                chosen = set(read.keys(self._store))
            wanted = export_selection.with_linked(self._store, chosen, with_links)
            names: dict[str, tuple[str, ...]] = {}
            if append:
                names = export_selection.lacking(self._store, wanted, form, "append", append, cited=cited)
                wanted = list(names)
            if freeze and wanted:
                self._store.release()
                wanted, _ = export_selection.given_out(self.path, wanted, key_pattern)
                self._store.snapshot()
            names = export_selection.as_cited(self._store, wanted, form, cited, names)
            papers = export_selection.under(read.papers(self._store, wanted) if wanted else (), names)
            pieces = export_selection.written(papers, form, unicode=unicode, preprint=preprint, behind=append)
            return "".join(pieces if wanted or not append else ())

    @of_one_moment
    def cited(self, manuscript: str | os.PathLike[str]) -> dict[str, str | None]:
        """Give the keys that a manuscript cites, each with the present key of its paper, `None` where there is none."""
        from corpus_index.export_selection import cited_papers

        text = Path(manuscript).read_text(encoding="utf-8", errors="replace")
        return cited_papers(self._store, os.fspath(manuscript), text)

    @of_one_moment
    def cite(self, keys: Collection[str], style: str = "apa") -> list[FormattedReference]:
        """Papers as a style of CSL (its name, or a `.csl` file) prints them in a list of references, in its order.

        Raises `NoSuchName` for an unknown key, `ExtraMissing` without the extra `cite`, and `PapersError` for no style.
        """
        from corpus_index.export.formatted import formatted

        return formatted(read.papers(self._store, self._known(keys)), style)

    def _known(self, keys: Collection[str]) -> list[str]:
        from corpus_index.store.names import find

        known = read.current_keys(self._store, list(keys))
        for key in keys:
            if key not in known:
                raise NoSuchName(key, "no paper has this key", "see Library.keys", find(self._store, key).keys[:3])
        return [known[key] for key in keys]

    def _matching(self, query: str) -> Collection[str] | None:
        if not query.strip():
            return None
        from corpus_index.search import matching

        return matching(self._store, query)
