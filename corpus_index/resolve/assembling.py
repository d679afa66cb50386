"""Work."""

from collections.abc import Sequence

from corpus_index.domain.work import KnownRecord, Work


def assemble(records: Sequence[KnownRecord]) -> Work:
    """Make one work of its records."""
    raise NotImplementedError
