"""Pairwise."""

from corpus_index.domain.work import KnownRecord, Verdict


def compare(a: KnownRecord, b: KnownRecord) -> Verdict:
    """Judge whether two records are one paper."""
    raise NotImplementedError
