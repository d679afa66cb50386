"""What resolving hands to the store: which records are one work, and what that work is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpus_index.domain.conflict import Grade
from corpus_index.domain.facts import ArtefactKind, Fact, Facts, Role, Trust
from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.domain.link import LinkKind
from corpus_index.domain.own import NOTHING_OWN, OwnValues
from corpus_index.domain.record import RawRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRecord:
    """A record with its facts; `id` is any number that is unique, `page` and `digest` name its page.

    `revision` counts the pages called `page`, from 1, in the order of their coming. `own` is what a person said of it.
    `key_repeated` says that its page gives its key to other records too, so that none of them is known by it.
    """

    id: int
    page: str
    digest: str
    record: RawRecord
    facts: Facts
    revision: int = 1
    own: OwnValues = NOTHING_OWN
    key_repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands over the text of a record: title (empty where it has none), identifiers without version, and key.

    It `decides` nothing where the record is a summary, or where a person said otherwise of it.
    """

    title: str
    ids: frozenset[tuple[Scheme, str]]
    key: str | None
    decides: bool


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact by its place: the record's id, the name of the field of `Facts`, and the index in that field."""

    record_id: int
    field: str
    index: int


@dataclass(frozen=True, slots=True)
class Penalty:
    """A named reason against two records being one paper, and its weight from 0 (none) to 1 (decisive)."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two records are `same` paper; `score` from 0 to 1, lowered by the `penalties`, heaviest first."""

    same: bool
    score: float
    penalties: tuple[Penalty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyWish:
    """The key that a work wishes for.

    `content` tells works apart that wish for the same `key`: any text that depends on the work only.
    `frozen` is the key that was given out already and must stay. `given` are keys that its pages give it, the first
    one that is free is its key.
    """

    key: str
    content: str
    frozen: str | None = None
    given: tuple[str, ...] = ()


def content_of(title: str, text: str, authors: Iterable[str]) -> str:
    """Give the `content` of a wish: `text` is the abstract, or the summary of a work that has none."""
    return "\n".join((title, text, *authors))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How far a fact is trusted, and the fact of the same work that says the same already, if any."""

    trust: Trust
    repeats: FactRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One side of a conflict, as a fact of a record."""

    record_id: int
    claim: str
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkConflict:
    """Two claims about one attribute of a work that do not agree; `a` is the less trusted one."""

    attribute: str
    grade: Grade
    a: Claim
    b: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A name that a work introduces or mentions, for linking.

    `field` is the field of `Facts` that it comes from; `kind` is set for introductions, `role` for models. `long`
    is the long form that the same record pairs with the name. `context` is the sentence around it. `claimed` says that
    the work calls its own thing so. `since` is when the work came out (`2024` or `2024-05`). What other works add:
    `preceded` says that an older one has this very name, `family_preceded` that an older one has a name of its family.
    """

    work: int
    field: str
    name: str
    kind: ArtefactKind | None
    role: Role | None
    trust: Trust
    long: str | None
    fact_id: int
    context: str
    claimed: bool
    since: str | None = None
    preceded: bool = False
    family_preceded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLink:
    """The use `source` of a name meets the introduction `target` of another work."""

    source: NameUse
    target: NameUse
    kind: LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work as its records have it; a function of the set of records, never of their order.

    `since` is when it came out first, as in `NameUse`; `publication` has the fields of `domain.publication`.
    """

    title: str
    title_inferred: bool
    abstract: str | None
    summary: str
    authors: tuple[str, ...]
    authors_complete: bool
    year: int | None
    since: str | None = None
    venue: str | None = None
    publication: Mapping[str, str] = field(default_factory=dict)
    ids: tuple[PaperId, ...] = ()
    judgements: dict[FactRef, Judgement]
    conflicts: tuple[WorkConflict, ...]
