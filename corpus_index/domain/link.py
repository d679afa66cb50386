"""A link from a paper that names or cites something to the paper that introduces it, or that it is."""

from enum import StrEnum

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.facts import Fact, Role


class LinkKind(StrEnum):
    """How the mention and the introduced name meet."""

    EXACT = "exact"
    """The same name, or an alias of it."""
    FAMILY = "family"
    """A member of the introduced family, or the family of an introduced member."""
    IDENTIFIER = "identifier"
    """The paper's own number or DOI, in the text or in the list of references."""


class Relation(StrEnum):
    """What the naming paper does with what it names."""

    USES = "uses"
    """It is a base of its work."""
    COMPARES = "compares"
    """It compares its work with it."""
    NAMES = "names"
    """It names it, and no more is known."""
    CITES = "cites"
    """It gives the number or the DOI of the paper."""


CONFIDENCE = {LinkKind.EXACT: 0.97, LinkKind.FAMILY: 0.94, LinkKind.IDENTIFIER: 0.97}
"""How often a link of a kind is right, from 0 to 1.

From the links that were judged (`bench/link_sample.py`), by Laplace's rule of succession: one right and one wrong more
are counted, so that a few right ones make nothing certain.
"""


def relation(kind: LinkKind, role: str | None) -> Relation:
    """Tell what a link says, from its kind and the role of the mention."""
    if kind is LinkKind.IDENTIFIER:
        return Relation.CITES
    return {Role.BASE.value: Relation.USES, Role.COMPARED.value: Relation.COMPARES}.get(role or "", Relation.NAMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLink(Fact):
    """One link of a paper, seen from it.

    `direction` is `out` where this paper names what the paper `key` introduces, `in` the other way round. `via` is
    the mention as printed, `to` the introduced name; both are the identifier where one is cited. `role` is the
    naming paper's use of a model (`null` of other things), `relation` says it of any link, and `confidence`, from 0 to
    1, how often such links are right. `evidence` is the sentence or reference in the naming paper's `record`
    (`page#ordinal`).
    """

    direction: str
    key: str
    title: str
    via: str
    to: str
    kind: LinkKind
    role: str | None
    relation: Relation
    confidence: float
    record: str
