"""Digits that are a part of a name, a list mark or a citation mark."""

import re

from corpus_index.extract.reading.units import glued_unit

_BARRIERS = frozenset(".,/@^_{")
_PAIRED = re.compile(r"\d(?:\.\d+\s?%?|\s?%|[KkMB])\s?/$")
_AFTER_THRESHOLD = frozenset(":-[(")
_THRESHOLD = re.compile(r"@\s?(?:[\[({]\s?)?(?:\.?\d[\d.]*\s?[:-]{1,2}\s?)?$")  # of a metric: `mAP@[0.5:0.95]`
_HYPHENATED = re.compile(r"[A-Za-z][\w.]*-$")


def is_in_a_name(text: str, match: re.Match[str], first: int) -> bool:
    """Say whether the figure is a part of a word, a list mark or a citation mark."""
    before, after = text[first - 1 : first] if first else "", text[match.end() : match.end() + 6]
    telling = before == "/" and ("." in match["low"] or match["lowscale"] or (match["lowunit"] or "").strip() == "%")
    paired = telling and _PAIRED.search(text[max(0, first - 12) : first])
    if before and (before.isalnum() or before in _BARRIERS) and not paired:
        return True
    if before in _AFTER_THRESHOLD and _THRESHOLD.search(text[max(0, first - 14) : first]):
        return True
    dashed = before == "-" or text[first : first + 1] == "-"
    if dashed and _HYPHENATED.search(text[max(0, first - 40) : first + (before != "-")]):
        return True
    if after[:1] == "^" and match["lowpower"] is None:
        return True
    if (after[:1].isalpha() and not glued_unit().match(text, match.end())) or (
        after[:1] == "_" and after[1:2].isalnum()
    ):
        return True
    plain = not (match["high"] or match["lowunit"] or match["lowscale"])
    bare = match["low"] if plain and first == match.start() else ""
    if bare and len(bare) <= 2 and after[:1] == ")" and before in ("(", " ", ""):
        opened = text.rfind("(", max(0, first - 40), first)
        closed = text.rfind(")", max(0, first - 40), first)
        return before == "(" or opened <= closed
    return bool(bare) and before == "[" and after[:1] == "]"
