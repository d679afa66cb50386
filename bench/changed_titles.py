"""Titles as people and sources spoil them, by fixed rules; which letter or word is hit depends on the title alone.

Each rule is a function from a title to what stands in its place, `None` for a record without a title.
"""

from collections.abc import Callable, Sequence
from random import Random

Rule = Callable[[str], str | None]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def removed(_: str) -> str | None:
    """No title."""
    return None


def retyped(title: str) -> str:
    """One slip of the finger in each six words: a letter left out, doubled, replaced, or swapped with the next one."""
    random = Random(title)  # noqa: S311
    for _ in range(max(1, len(title.split()) // 6)):
        at = random.randrange(max(1, len(title) - 1))
        slips = ("", title[at] * 2, random.choice(_LETTERS), title[at + 1 : at + 2] + title[at])
        slip = random.randrange(len(slips))
        title = title[:at] + slips[slip] + title[at + (2 if slip == 3 else 1) :]
    return title


def shortened(title: str) -> str:
    """What stands before the first colon, if two words or more do; else the first two thirds of the words and `...`."""
    words = title.split()
    main = title.partition(":")[0] if ":" in title else ""
    return main if len(main.split()) > 1 else " ".join(words[: max(1, len(words) * 2 // 3)]) + " ..."


def changed(titles: Sequence[str]) -> Rule:
    """Give the rule by which a third of the words, at random places, is words of some other of the `titles`."""

    def rule(title: str) -> str:
        random = Random(title)  # noqa: S311
        words = title.split()
        other = random.choice(titles).split()
        for at in random.sample(range(len(words)), max(1, len(words) // 3)):
            words[at] = random.choice(other)
        return " ".join(words)

    return rule
