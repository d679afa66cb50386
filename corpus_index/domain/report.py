"""What happened to the sources that were given to `add`."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one source."""

    ADDED = "added"
    """Its records are new in the index."""
    UNCHANGED = "unchanged"
    """The very same bytes were in the index already."""
    REFUSED = "refused"
    """It could not be read as a page of papers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNotKept:
    """A key that a page prints for a paper, which is called `instead`, as the key is that of another paper.

    `holder` is what that one is called, with its title; `None` where the key has letters or signs that no key may have.
    """

    key: str
    title: str
    instead: str
    holder: str | None
    holder_title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyEarlier:
    """Keys of papers that only earlier revisions of a page hold, and the digests by which those can be removed."""

    papers: tuple[str, ...]
    digests: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """One source: its `records`, how many of them are new papers or merged with another record, or why it was refused.

    A record merges with one that is in the index already, or with an earlier one of the same page.

    `skipped` lists what of the page is in no record: (first line, last line, reason). Of a source that was laid out
    anew (JSON, exports, web pages) there are no lines, and the reason quotes how the text begins. Of a file that is
    read in parts, the first are listed with the number of the others, of `keys_not_kept` too.
    `only_earlier` is what this revision of a page holds no more, and no other page does.
    """

    source: str
    outcome: Outcome
    reader: str | None = None
    records: int = 0
    new_papers: int = 0
    merged_papers: int = 0
    skipped: tuple[tuple[int | None, int | None, str], ...] = ()
    problem: str | None = None
    keys_not_kept: tuple[KeyNotKept, ...] = ()
    only_earlier: OnlyEarlier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """All sources of one `add`, in the order given; `dry_run` says that nothing was stored."""

    sources: tuple[SourceReport, ...]
    papers: int
    dry_run: bool = False

    @property
    def refused(self) -> int:
        """How many sources were refused."""
        return sum(source.outcome is Outcome.REFUSED for source in self.sources)
