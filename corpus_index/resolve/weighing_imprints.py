"""What is to be said against one title being one paper where nothing but its imprint tells it from others."""

from corpus_index.domain.work import KnownRecord, Penalty
from corpus_index.resolve.imprint import imprints
from corpus_index.resolve.profiles import LONG_TEXT, Profile

LONG_TITLE = 5
"""A title of so many telling words is one that few hit on."""
_SHORT_TITLE = 2


def without_names(a: KnownRecord, b: KnownRecord, one: Profile, other: Profile) -> list[Penalty]:
    """Weigh that no author and no text agrees: the shorter the title, the more of the imprint has to."""
    found = imprints(a, b)
    if found.other_part:
        return [Penalty("another volume, edition or pages", 0.5)]
    if found.named or (found.agree > 1 and not found.other_place):
        return [Penalty("no authors and no texts to compare", 0.1)]
    words = min(len(one.title_words), len(other.title_words))
    if words >= LONG_TITLE:
        return [Penalty("nothing but the title agrees", 0.2)]
    if found.agree and words > _SHORT_TITLE and not found.other_place:
        return [Penalty("little but the title agrees", 0.4)]
    return [Penalty("nothing but the title agrees", 0.6)]


def generic_title(
    a: KnownRecord, b: KnownRecord, one: Profile, other: Profile, agreement: float | None
) -> list[Penalty]:
    """Weigh that many works have a title, unless two files give it one address or key and differ in nothing else."""
    found = imprints(a, b)
    differ = found.other_part or found.other_place or (one.year and other.year and one.year != other.year)
    if found.named and found.agree > 1 and not differ and a.digest != b.digest:
        return []
    penalties = [Penalty("title is generic", 0.3)]
    if agreement is None or min(len(one.text), len(other.text)) < LONG_TEXT:
        penalties.append(Penalty("no text that tells the paper from others", 0.3))
    return penalties
