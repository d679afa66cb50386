"""Numbers that a sentence gives of somebody else: `..., compared with 54.0%, 59.8% and 40.2% for Mamba-1.4B`."""

import re
from dataclasses import dataclass

_CUE = re.compile(
    r"\b(?:compared (?:to|with|against)|versus|vs\.?|up from|as opposed to|"
    r"(?:from|over) (?P<owner>(?:previous|prior|existing|earlier|baseline)\s+[\w-]+(?:\s[a-z]+)?))\s+(?:the\s+|"
    r"only\s+|just\s+|an?\s+)?$"
)
_LIST = re.compile(r"\s*(?:,|and|,\s*and)\s*")
_OWNER = re.compile(
    r"\s+(?:[\w@-]+\s+){0,2}?(?:achieved by|for|by|from|of)\s+(?:the\s+|an?\s+)?(?P<np>[\w./-]+(?:\s+[\w./-]+){0,3}?)"
    r"(?=[,;)]|\.(?:\s|$)|\s+(?:and|on|in|with|at|while|under)\b)"
)


@dataclass(frozen=True, slots=True)
class Rivals:
    """The numbers from `first` to before `end` (indexes) are those of `owner`, who may not be named."""

    first: int
    end: int
    owner: str | None


def rivals(text: str, sentence: tuple[int, int], spots: list[tuple[int, int]]) -> Rivals | None:
    """Find the list of numbers that follows `compared with`, `versus` and the like, if a sentence has one."""
    for first in range(1, len(spots)):
        cue = _CUE.search(text[sentence[0] : spots[first][0]])
        if not cue:
            continue
        end = first + 1
        while end < len(spots) and _LIST.fullmatch(text[spots[end - 1][1] : spots[end][0]]):
            end += 1
        owner = _OWNER.match(text, spots[end - 1][1], sentence[1])
        return Rivals(first, end, cue["owner"] or (owner["np"] if owner else None))
    return None
