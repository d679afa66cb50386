"""Blocks."""

from corpus_index.domain.work import KnownRecord


def blocks(known: KnownRecord) -> frozenset[str]:
    """Give the blocks of a record; records of one paper share at least one."""
    raise NotImplementedError
