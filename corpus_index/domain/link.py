"""A link from a paper that names something to the paper that introduces it."""

from enum import StrEnum

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.facts import Fact


class LinkKind(StrEnum):
    """How the mention and the introduced name meet."""

    EXACT = "exact"
    """The same name, or an alias of it."""
    FAMILY = "family"
    """A member of the introduced family, or the family of an introduced member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLink(Fact):
    """One link of a paper, seen from it.

    `direction` is `out` where this paper names what the paper `key` introduces, `in` the other way round. `via` is
    the mention as printed, `to` the introduced name, `role` what the naming paper does with it (`null` where it is no
    model). `evidence` is the sentence of the naming paper, in its `record` (`page#ordinal`).
    """

    direction: str
    key: str
    title: str
    via: str
    to: str
    kind: LinkKind
    role: str | None
    record: str
