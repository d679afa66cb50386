"""A person's own layer over what pages say: corrections, tags, a note, and how far a paper is read."""

from __future__ import annotations

from enum import StrEnum

from corpus_index.domain.dataclass import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from corpus_index.domain.identifier import PaperId


class ReadStatus(StrEnum):
    """How far a person is with a paper."""

    UNREAD = "unread"
    """Nothing was said of it yet."""
    READING = "reading"
    """Begun."""
    READ = "read"
    """Done."""


CHOSEN_KEY = "key"
"""The field for the key that stays when papers are joined."""
LEADS = "leads"
"""The field for the records of the paper that was named first when papers were joined."""
TAG = "tag:"
"""Begins the names of fields that stand for a tag; the tag follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnValues:
    """What a person said of one paper; `None` and empty where nothing was said, and the pages' word counts.

    `publication` are the other fields of a reference, by the names of `domain.publication`.
    `absent` are fields that the paper does not have, whatever pages say.
    `leads` says of a record that it comes before others of its paper, which a person joined with it.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    authors_complete: bool = True
    year: int | None = None
    venue: str | None = None
    publication: tuple[tuple[str, str], ...] = ()
    url: str | None = None
    ids: tuple[PaperId, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    status: ReadStatus = ReadStatus.UNREAD
    absent: frozenset[str] = frozenset()
    leads: bool = False


NOTHING_OWN = OwnValues()
"""Of a paper of which a person said nothing."""
