"""Links."""

from collections.abc import Sequence

from corpus_index.domain.work import NameUse, WorkLink


def link(uses: Sequence[NameUse]) -> list[WorkLink]:
    """Link mentions to introductions; `uses` are all uses of one or more whole families."""
    raise NotImplementedError
