"""Numbers that a sentence gives of somebody else: `..., compared with 54.0%, 59.8% and 40.2% for Mamba-1.4B`."""

import re
from dataclasses import dataclass

from corpus_index.extract.bindings.phrases import Sort, party, printed
from corpus_index.extract.bindings.scenes import Scene

_CUE = re.compile(
    r"\b(?:compared (?:to|with|against)|in comparison (?:to|with)|versus|vs\.?|as opposed to|against)\s*"
    r"(?:(?:the|only|just|an?|about|around|nearly)\s+|[~(]\s*)*$"
)
_OWNED = re.compile(
    r"\b(?:compared (?:to|with|against)|in comparison (?:to|with)|versus|vs\.?|against|than)\s+"
    r"(?P<np>(?:the\s+|an?\s+)?[\w./-]+(?:\s+[\w./-]+){0,3}?)'s?\s+(?:only\s+|just\s+)?$"
)
_OF_RIVAL = re.compile(
    r"\b(?:compared (?:to|with|against)|in comparison (?:to|with)|versus|vs\.?|against|than|over|"
    r"(?:outperform|surpass|exceed|beat)\w*)\s+"
    r"(?P<np>(?:the\s+|an?\s+)?(?:[\w./-]+\s+){0,4}(?:baseline|best|SOTA|state-of-the-art|record))\s+(?:of|at)\s+$"
)
_GAP = re.compile(r"(?:[^;.,\d]|(?<=[\w@-])\d|(?<=\w)\.(?=\w)){0,60}?(?:,|/|\band|,\s*and)\s*(?:the\s+|only\s+)*")
_OWNER = re.compile(
    r"(?:\s+(?!for\b|by\b|of\b|and\b|from\b|with\b|using\b)[A-Za-z@][\w@-]*){0,3}(?:\s*\([^()]{0,40}\))?,?(?:\s*respectively,?)?"
    r"\s+(?:achieved by|obtained by|reported by|reached by|for|by|from|of|with|using)\s+"
    r"(?P<np>(?!the\s+times?\b)(?:the\s+|an?\s+)?[\w./-]+(?:\s+(?!and\b|on\b|in\b|with\b|at\b|while\b|under\b|among\b|across\b|when\b|"
    r"as\b|but\b|for\b|which\b|that\b|of\b|from\b|to\b)[\w./-]+){0,4})|\s+(?P<noun>(?:[a-z-]+\s+)?baseline)\b"
)
_COMPARED = re.compile(
    r"(?:\b(?:outperform|surpass|exceed|beat)\w*|\b[Cc]ompared (?:to|with)|\b[Rr]elative to|\bover|\bthan)\s+"
    r"(?P<np>(?:the\s+|an?\s+)?(?!\d)[\w./-]+(?:\s+(?!by\b|on\b|in\b|with\b|and\b|across\b|when\b|while\b|at\b|for\b|"
    r"using\b|under\b|that\b|which\b)[\w./-]+){0,4})"
)
_NAMED = re.compile(r"[A-Z][\w.+-]*")


@dataclass(frozen=True, slots=True)
class Rivals:
    """The numbers from `first` to before `end` (indexes) are those of others: `owners` by index, if they are named."""

    first: int
    end: int
    owners: tuple[str | None, ...]

    def owner(self, index: int) -> str | None:
        """Whose the number of an index is."""
        return self.owners[index - self.first]


def rivals(scene: Scene) -> tuple[Rivals, ...]:
    """Find the lists of numbers that follow `compared with`, `versus` and the like."""
    found: list[Rivals] = []
    for first in range(1, len(scene.spots)):
        if found and first < found[-1].end:
            continue
        before = scene.text[scene.sentence[0] : scene.spots[first][0]]
        cue = _CUE.search(before) or _OWNED.search(before) or _OF_RIVAL.search(before)
        if cue:
            found.append(_list(scene, first, cue))
    return tuple(found)


def _list(scene: Scene, first: int, cue: re.Match[str]) -> Rivals:
    owners = [_owner(scene, first)]
    end = first + 1
    while end < len(scene.spots) and _GAP.fullmatch(scene.text, scene.spots[end - 1][1], scene.spots[end][0]):
        owner = _owner(scene, end)
        if owners[-1] and not owner:
            break
        owners.append(owner)
        end += 1
    if cue.re is not _CUE:
        start = scene.sentence[0]
        owners = [printed(scene.text, start + cue.start("np"), start + cue.end("np"), scene.inside)]
        end = first + 1
    last = owners[-1] or _compared(scene, first)
    return Rivals(first, end, tuple(owner or last for owner in owners))


def _owner(scene: Scene, index: int) -> str | None:
    limit = scene.spots[index + 1][0] if index + 1 < len(scene.spots) else scene.sentence[1]
    owner = _OWNER.match(scene.text, scene.spots[index][1], limit)
    if not owner:
        return None
    group = "np" if owner["np"] else "noun"
    name = printed(scene.text, *owner.span(group), scene.inside)
    return name or None


def _compared(scene: Scene, first: int) -> str | None:
    """`outperforms Zarp-2 (85% vs. 80%)`: what the sentence compares with, where that is a system."""
    found = [
        *_COMPARED.finditer(scene.text, scene.sentence[0], scene.spots[first][0]),
    ]
    for match in reversed(found):
        who = party(scene.text, *match.span("np"), scene.inside, scene.who)
        if who and who.sort in (Sort.NAME, Sort.DESCRIBED):
            return who.name
        if _NAMED.fullmatch(match["np"]) and match["np"] not in scene.who.tests:
            return match["np"]
    return None
