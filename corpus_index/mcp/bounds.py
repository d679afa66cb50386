"""Answers that fit: a language model reads all that it is given, and pays for it."""

import json
from collections.abc import Iterator
from typing import Any

LONGEST_ANSWER = 24_000
"""Characters of JSON in one answer, some 6,000 tokens."""

LONGEST_TEXT = 8_000
"""Characters of one text in it: more than an abstract or an entry of a bibliography has."""


def bounded(answer: dict[str, Any], longest: int = LONGEST_ANSWER) -> dict[str, Any]:
    """The answer, cut to at most `longest` characters of JSON; `truncated` then says what was cut, and from how much.

    Again and again the longest list loses its end, which holds what matters least: the same answer, the same cut.
    """
    texts: list[str] = []
    cut = _with_short_texts(answer, "", texts)
    lengths: dict[str, int] = {}
    while len(json.dumps(cut, ensure_ascii=False)) > longest:
        path, items = max(_lists(cut, ""), key=lambda found: _own_size(found[1]), default=("", []))
        if len(items) < 2:
            break
        lengths.setdefault(path, len(items))
        del items[(len(items) + 1) // 2 :]
    kept = {path: len(items) for path, items in _lists(cut, "")}
    notes = [f"{path}: the first {kept[path]} of {whole}" for path, whole in lengths.items() if path in kept]
    return {**cut, "truncated": texts + notes} if texts or notes else cut


def _with_short_texts(value: Any, path: str, notes: list[str]) -> Any:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        notes.append(f"{path}: the first {LONGEST_TEXT} of {len(value)} characters")
        return value[:LONGEST_TEXT] + " …"
    if isinstance(value, dict):
        return {name: _with_short_texts(each, f"{path}.{name}".lstrip("."), notes) for name, each in value.items()}
    if isinstance(value, list):
        return [_with_short_texts(each, f"{path}[{place}]", notes) for place, each in enumerate(value)]
    return value


def _lists(value: Any, path: str) -> Iterator[tuple[str, list[Any]]]:
    """Give every list with its path, as `rankings[0].entries`."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _lists(each, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list):
        yield path, value
        for place, each in enumerate(value):
            yield from _lists(each, f"{path}[{place}]")


def _own_size(items: list[Any]) -> int:
    """The size of a list that can be cut, without that of lists in it."""
    return len(json.dumps([_without_lists(each) for each in items])) if len(items) > 1 else 0


def _without_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_lists(each) for name, each in value.items()}
    return 0 if isinstance(value, list) else value
