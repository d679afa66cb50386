"""Why records are one paper, or are not."""

from dataclasses import dataclass

from corpus_index.domain.work import Penalty


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two records (`page#ordinal`) and what speaks against their being one paper.

    They are the `same` by their `score`, or by what a person `decided`. `met` says that they have enough in common to
    be compared at all. `shared` are the identifiers that both print, as `scheme:value`.
    """

    a: str
    b: str
    same: bool
    score: float
    penalties: tuple[Penalty, ...]
    decided: bool | None
    met: bool
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Whether `a` and `b` (keys, or names of records) are `one_paper`, and the `pairs` of records that say why.

    Of one paper these lead from the one to the other; of two papers they are the most alike. `left_out` counts records
    that were not compared, because there are very many.
    """

    a: str
    b: str
    one_paper: bool
    pairs: tuple[Pairing, ...]
    left_out: int = 0
