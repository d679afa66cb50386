"""Citation keys."""

from collections.abc import Collection, Mapping, Sequence

from corpus_index.domain.work import KeyWish, KnownRecord, Work


def base_key(work: Work, records: Sequence[KnownRecord]) -> str:
    """Give the ASCII key of a work without regard to collisions; never empty, and never holds `_`."""
    raise NotImplementedError


def key_wish(work: Work, records: Sequence[KnownRecord], frozen: str | None = None) -> KeyWish:
    """Give the wish of a work for `distinct_keys`."""
    raise NotImplementedError


def distinct_keys(wanted: Mapping[int, KeyWish], taken: Collection[str]) -> dict[int, str]:
    """Give each work its own key; independent of the order and the numbers of the works.

    `wanted` must hold every work whose key is the wished one, or the wished one with `_` and a suffix (without regard
    to case): where several works wish for one key, each of them gets a suffix made from its content, and none the
    bare key. Frozen keys stay. `taken` are keys of other works and former keys, which are never given out again.
    """
    raise NotImplementedError
