"""Names."""

from collections.abc import Callable, Mapping, Sequence

from corpus_index.domain.work import FactRef, Judgement, KnownRecord, NameUse


def family(name: str) -> str:
    """Give the first word of a name, folded: only uses of one family can be linked."""
    raise NotImplementedError


def name_uses(
    work: int,
    records: Sequence[KnownRecord],
    judgements: Mapping[FactRef, Judgement],
    fact_ids: Mapping[FactRef, int],
    sentence: Callable[[str, int, int], tuple[int, int]],
) -> list[NameUse]:
    """List what a work introduces and mentions, without the facts that repeat another one.

    `judgements` are those of `assemble`, `fact_ids` the numbers of the facts in the store, and `sentence` finds the
    sentence around a stretch of a text (`extract.sentence_around`).
    """
    raise NotImplementedError
