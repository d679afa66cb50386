"""Answers that fit: a language model reads all that it is given, and pays for it."""

import json
from collections.abc import Iterator
from typing import Any

from corpus_index.errors import PapersError
from corpus_index.mcp.visible import visible

LONGEST_ANSWER = 24_000
"""Characters of JSON in one answer, some 6,000 tokens."""

LONGEST_TEXT = 8_000
"""Characters of one text in it: more than an abstract or an entry of a bibliography has."""

_LENGTHS = (LONGEST_TEXT, 2_000, 500, 100)
"""Characters of one text, the next where a page has so many long ones that lists of one item do not fit."""
_MOST_NOTES = 6
_ROOM = 8
"""What is cut leaves this part of the answer to the notes that say so."""


def bounded(answer: dict[str, Any], longest: int = LONGEST_ANSWER) -> dict[str, Any]:
    """The answer, at most `longest` characters of JSON; `truncated` then says what was cut, and from how much.

    Again and again the longest list loses its end, which holds what matters least: the same answer, the same cut.
    Texts hold only what can be seen. Raises `PapersError` where nothing that is left can be cut.
    """
    whole = _texts(answer, None)
    for length in _LENGTHS:
        cut = _texts(whole, length)
        if _size(cut) > longest:
            _cut_lists(cut, longest - longest // _ROOM)
        notes = list(_notes(whole, cut, ""))
        more = [f"and {len(notes) - _MOST_NOTES} more"] if len(notes) > _MOST_NOTES else []
        told = {**cut, "truncated": notes[:_MOST_NOTES] + more} if notes else cut
        if _size(told) <= longest:
            return told
    raise PapersError("the answer", f"is longer than {longest:,} characters, however it is cut", "ask for less")


def _size(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False))


def _texts(value: Any, length: int | None) -> Any:
    """A copy with each text cut to a length, or for none with what can be seen of each."""
    if isinstance(value, str):
        if length is None:
            return visible(value)
        return value if len(value) <= length else f"{value[:length]} …"
    if isinstance(value, dict):
        return {visible(name): _texts(each, length) for name, each in value.items()}
    return [_texts(each, length) for each in value] if isinstance(value, list) else value


def _cut_lists(value: dict[str, Any], longest: int) -> None:
    """Halve the longest list until the value fits, or all lists have one item."""
    while _size(value) > longest:
        items = max(_lists(value), key=_own_size, default=[])
        if len(items) < 2:
            return
        del items[(len(items) + 1) // 2 :]


def _lists(value: Any) -> Iterator[list[Any]]:
    if isinstance(value, list):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _lists(each)


def _own_size(items: list[Any]) -> int:
    """The size of a list that can be cut, without that of lists in it."""
    return len(json.dumps([_without_lists(each) for each in items])) if len(items) > 1 else 0


def _without_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_lists(each) for name, each in value.items()}
    return 0 if isinstance(value, list) else value


def _notes(whole: Any, cut: Any, path: str) -> Iterator[str]:
    """Say what was cut, with its path (`rankings[0].entries`)."""
    if isinstance(whole, str) and cut != whole:
        yield f"{path}: the first {len(cut) - 2} of {len(whole)} characters"
    elif isinstance(whole, list):
        if len(cut) < len(whole):
            yield f"{path}: the first {len(cut)} of {len(whole)}"
        for place, each in enumerate(cut):
            yield from _notes(whole[place], each, f"{path}[{place}]")
    elif isinstance(whole, dict):
        for name, each in cut.items():
            yield from _notes(whole[name], each, f"{path}.{name}".lstrip("."))
