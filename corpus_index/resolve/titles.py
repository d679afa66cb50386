"""What a work is called where pages print titles, and where none does."""

from collections import Counter
from collections.abc import Sequence

from corpus_index.domain.facts import Introduction
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve.naming import mentions
from corpus_index.resolve.publishing import is_published
from corpus_index.resolve.words import squeezed

_OPENING = 72
_TELLING = 3
_UNTITLED = "Untitled"


def printed_title(records: Sequence[KnownRecord], chosen: RawRecord | None = None) -> str | None:
    """Choose among the titles that pages print, or give `None`; the `chosen` record says how the work was published.

    Titles of abstracts go before titles of summaries, whole ones before ones that break off, that of the published
    version before those of preprints, those of the paper that a person named first when joining it before others, then
    the one that most records print (without regard to case and punctuation), then mixed case, the longest, the first by
    code point.
    """
    titles: list[str] = []
    candidates: dict[str, bool] = {}
    leading: set[str] = set()
    for known in records:
        title = " ".join(known.record.title.text.split()) if known.record.title else ""
        if not title:
            continue
        titles.append(title)
        own = known.record.kind is RecordKind.ABSTRACT
        candidates[title] = candidates.get(title, False) or own
        if known.own.leads:
            leading.add(title)
    if len(candidates) < 2:
        return titles[0] if titles else None
    wordings = Counter(map(squeezed, titles))
    of_venue = squeezed(chosen.title.text) if chosen and chosen.title and is_published(chosen) else None
    return min(
        candidates,
        key=lambda title: (
            not candidates[title],
            title.endswith(("...", "…")),
            of_venue is not None and squeezed(title) != of_venue,
            title not in leading,
            -wordings[squeezed(title)],
            title.upper() == title or title.lower() == title,
            -len(title),
            title,
        ),
    )


def inferred_title(introduced: Sequence[Introduction], text: str) -> str:
    """Make a title to display from what a work introduces, else from the opening words of its `text`."""
    main = main_artefact(introduced, text)
    return main.name if main else _opening(text) or _UNTITLED


def main_artefact(introduced: Sequence[Introduction], text: str) -> Introduction | None:
    """Give the artefact that the `text` speaks of most, with its members (`MiMo-7B-RL` counts for `MiMo-7B`).

    Of those that are named equally often, the one that is introduced first. Names of one or two letters come last.
    """
    if len(introduced) < 2:
        return introduced[0] if introduced else None
    return min(
        introduced,
        key=lambda each: (
            len(each.name) < _TELLING,
            -mentions(each.name, text),
            each.start,
            -len(each.name),
            each.name,
        ),
    )


def _opening(text: str) -> str:
    """Shorten a text after a word."""
    plain = " ".join(text.split())
    if len(plain) <= _OPENING:
        return plain
    head = plain[: _OPENING + 1]
    cut = head.rsplit(" ", 1)[0] if " " in head else head[:_OPENING]
    return cut.rstrip(" ,;:.-–—(") + "…"
