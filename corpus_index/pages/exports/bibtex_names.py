"""The names in an author field of BibTeX and biblatex."""

import re
from collections.abc import Iterator

from corpus_index.pages.exports.latex_plain import plain
from corpus_index.pages.fields.people import given_first, several

_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix)(?:-i)?\s*=\s*(.*)", re.DOTALL | re.IGNORECASE)
_AND_OR_BRACE = re.compile(r"(?<!\\)[{}]|(?<!\S)and(?!\S)", re.IGNORECASE)
_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}"
_IN_BRACES = re.compile(rf"(?!\{{\\){_GROUP}")
_OTHERS = frozenset(("others", "et al", "et al.", "…", "..."))
_TAIL = re.compile(r"(?:\s+et\s+al\.?)$", re.IGNORECASE)
# Notes on equal contribution, and the number by which DBLP tells people of one name apart.
_MARKS = re.compile(r"[*†‡§]+(?=[\s,]|$)|\s0\d{3}$")
_MOST = 200_000
# Holds the place of a comma inside of braces.
_COMMA = "\ue000"
_LAST_IN_BRACES = re.compile(rf"(?<=\s){_IN_BRACES.pattern}$")
_WORDS_IN_BRACES = re.compile(rf"(?<!\S){_IN_BRACES.pattern}")
# Between braces they are part of a name; these hold their places.
_KEPT_MARKS = (("\\textdaggerdbl", "‡"), ("\\textdagger", "†"), ("\\textsection", "§"), ("*", "*"), ("0", "0"))
_HELD = {ord(mark): chr(0xE004 + number) for number, (_, mark) in enumerate(_KEPT_MARKS)}
_RELEASED = {ord(held): chr(mark) for mark, held in _HELD.items()}


def names_of(field: str) -> tuple[tuple[str, ...], bool]:
    """Give the names, the given names first, and whether these are all (`and others` says that they are not)."""
    found = []
    complete = True
    for name in map(_with_held_marks, _people(" ".join(field[:_MOST].split()))):
        if plain(name).casefold() in _OTHERS:
            complete = False
            continue
        cut = _TAIL.sub("", name)
        complete = complete and cut == name
        parts = _parts(cut)
        found += [_name(each) for each in several(parts) or _pairs(parts) or [cut]]
    return tuple(filter(None, found)), complete


def family_names(field: str) -> Iterator[str]:
    """Give the family names and the whole names that are typed in one piece, and that the text of the names loses.

    These are family names of several words, or in braces, before a comma, names of several words in braces, and such
    braces at the end of a name (`Yann {Le Cun}`).
    """
    for name in map(_with_held_marks, _people(" ".join(field[:_MOST].split()))):
        parts = _parts(name)
        if len(parts) > 3 or several(parts):
            continue
        extended = {match[1].casefold(): match[2] for match in map(_EXTENDED.fullmatch, parts) if match}
        last = _LAST_IN_BRACES.search(name.strip()) if len(parts) == 1 else None
        typed = last[0] if last else extended.get("family", parts[0]).strip()
        printed = _clean(plain(typed))
        alone = len(parts) == 1 or "family" in extended
        if (" " in printed or "," in printed) and (
            _IN_BRACES.fullmatch(typed) or (not alone and not printed[0].islower())
        ):
            yield printed


def _pairs(parts: list[str]) -> list[str]:
    """Read names that are divided by commas instead of `and`: `Doe, Jane, Roe, Ron`."""
    paired = len(parts) >= 4 and len(parts) % 2 == 0 and all(len(part.split()) == 1 for part in parts)
    return [", ".join(pair) for pair in zip(parts[::2], parts[1::2], strict=True)] if paired else []


def _people(field: str) -> Iterator[str]:
    """Split at each `and` outside of braces."""
    depth = start = 0
    for match in _AND_OR_BRACE.finditer(field):
        depth = max(0, depth + {"{": 1, "}": -1}.get(match[0], 0))
        if depth == 0 and match[0] not in "{}":
            yield field[start : match.start()]
            start = match.end()
    yield field[start:]


def _with_held_marks(name: str) -> str:
    return _WORDS_IN_BRACES.sub(_held, name) if "{" in name else name


def _held(group: re.Match[str]) -> str:
    text = group[0]
    for command, mark in _KEPT_MARKS:
        text = text.replace(f"{{{command}}}", mark)
    return text.translate(_HELD)


def _name(printed: str) -> str:
    parts = _parts(printed)
    extended = [match for match in map(_EXTENDED.fullmatch, parts) if match]
    if extended and len(extended) >= len(parts) - 1:
        values = {match[1].casefold(): plain(match[2].strip().strip('"')) for match in reversed(extended)}
        ordered = (values.get(key, "") for key in ("given", "prefix", "family", "suffix"))
        return _clean(" ".join(filter(None, ordered)))
    if len(parts) in (2, 3):
        # A comma inside of braces is part of a name, so that the parts are put in order before the braces go.
        return _clean(given_first(", ".join(_MARKS.sub("", plain(part)).replace(",", _COMMA) for part in parts)))
    return _clean(plain(printed))


def _clean(name: str) -> str:
    name = _MARKS.sub("", name.replace(_COMMA, ",")).strip(" ,;").translate(_RELEASED)
    return name if any(map(str.isalnum, name)) else ""


def _parts(name: str) -> list[str]:
    """Split at the commas that stand outside of braces and quotes."""
    parts = [""]
    depth = 0
    start = 0
    quoted = False
    for match in re.finditer(r'(?<!\\)[{}]|[,"]', name):
        sign = match[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
        elif sign == '"':
            # `\"o` is an accent.
            quoted = not quoted if name[max(0, match.start() - 1) : match.start()] != "\\" else quoted
        elif depth == 0 and not quoted:
            parts[-1] = name[start : match.start()]
            parts.append("")
            start = match.end()
    parts[-1] = name[start:]
    return [part.strip() for part in parts]
