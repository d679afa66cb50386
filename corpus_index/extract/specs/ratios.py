"""Ratios: `5:1`, `8/128`."""

import re

from corpus_index.extract.specs.phrase import Found, Grammar, Phrase

_COLON = re.compile(r"\s?:\s?(?P<base>\d{1,4})(?![\d:.])(?P<noun>\s+(?:[\w-]+\s+)?(?:ratio|mix\w*|split))?")
_RATIO_IS = re.compile(r"\b(?:ratio|split|mix|proportion|asymmetry)s?(?: of| is| was| at| =|:)? ?$")
_SPLIT = re.compile(
    r"\s?[/:-]\s?(?P<rest>\d{1,2})(?![\d:./])\s+(?:[\w-]+\s+){0,3}?(?:mix\w*|split|ratio|partition|proportion|division)s?\b"
)
_WHOLE = 100
_SLASH = re.compile(
    r"\s?/\s?(?P<whole>\d{2,4})(?![\d/])(?:\s+(?:\w+\s+)?(?:configuration|pruning|sparsity|experts)|(?=\s*\())"
)


def ratio_with_colon(phrase: Phrase) -> Found | None:
    """Two numbers with a colon are called a ratio.

    >>> specs("We interleave both kinds of attention in a 5:1 hybrid ratio.")
    ratio 5 :1 (ratio with colon)
    """
    colon = _COLON.match(phrase.after)
    called = _RATIO_IS.search(phrase.before) if colon and not colon["noun"] else None
    if colon is None or not (colon["noun"] or called):
        return None
    return phrase.found("ratio", f":{colon['base']}", colon.end(), cue=called)


def split_in_percent(phrase: Phrase) -> Found | None:
    """Two shares that make a whole are called a split or a mixture.

    >>> specs("We train it on an 80/20 English-French mixture.")
    ratio 80 :20 (split in percent)
    """
    split = _SPLIT.match(phrase.after)
    if split is None or phrase.number.value + int(split["rest"]) != _WHOLE:
        return None
    return phrase.found("ratio", f":{split['rest']}", split.end())


def part_of_whole(phrase: Phrase) -> Found | None:
    """Some of a number of experts are kept.

    >>> specs("We prune it to 8/64 experts.")
    ratio 8 /64 (part of whole)
    """
    whole = _SLASH.match(phrase.after)
    return phrase.found("ratio", f"/{whole['whole']}", whole.end()) if whole else None


RATIO_RULES: tuple[Grammar, ...] = (ratio_with_colon, split_in_percent, part_of_whole)
"""Rules for ratios, in the order in which they are tried."""
