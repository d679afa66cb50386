"""Names of people in the order in which they are said."""

import re
from collections.abc import Iterable, Iterator

_INITIALS_LAST = re.compile(
    r"(?P<family>\S.{0,80}?)\s(?P<initials>[A-Z]{1,4}|(?:[A-Z][a-z]?\.-?){1,4})(?P<suffix>\s(?:Jr|Sr|2nd|3rd|II|III)\.?)?"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ ~-]?){1,4}")
_QUOTED = re.compile(r"'((?:[^'\\\\]|\\\\.){1,200})'(?=\s*[,\]])|\"([^\"]{1,200})\"")
_OTHERS = re.compile(r"(?:,|;|\band\b)?\s?(?:et\s?al\.?|and others|…|\.\.\.)$", re.IGNORECASE)
# A full stop behind a list of names, none of which has one; but not that of `Doe, J.`.
_LIST_END = re.compile(r"[,;].*\s\S+(?<!,\s[A-Z])\.$")
_BRACKETS = re.compile(r"\([^()]*\)")
_MOST_BRACKETS = 6
# A body and the person behind it, with no comma between.
_BODY = re.compile(r"(.{2,80} Collaboration) ((?:[A-Z]\.[ -]?){1,4}[^\W\d_].{0,60})")
_NUMBERS = re.compile(r"\s?\(\d{1,20}\)$")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_LONGEST_FIELD = 100_000


def without_brackets(names: str) -> str:
    """Take off what stands in brackets behind names: affiliations and their numbers."""
    for _ in range(_MOST_BRACKETS):
        names = _BRACKETS.sub("", names)
    return names


def given_first(name: str) -> str:
    """Turn `Doe, Jane` and `Doe, Jr., Jane` to `Jane Doe` and `Jane Doe Jr.`; other names stay as they are.

    A suffix may also stand last (`Doe, Jane, Jr.`), as reference managers have it.
    """
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 2:
        return " ".join(filter(None, (parts[1], parts[0])))
    if len(parts) == 3:
        family, second, third = parts
        given, suffix = (third, second) if _is_suffix(second) or not _is_suffix(third) else (second, third)
        return " ".join(filter(None, (given, family, suffix)))
    return name.strip()


def family_names(names: Iterable[str]) -> Iterator[str]:
    """Give the family names of several words in names such as `Doe Roe, Jane`: behind the given ones they do not show.

    Those that begin with a small letter (`van der Roe`) do.
    """
    for name in names:
        family, comma, _ = name.strip().partition(",")
        if comma and " " in family and not family[0].islower():
            yield family


def initials_first(name: str) -> str:
    """Turn `Doe JA` to `JA Doe`, as indexes of medicine have it; other names as `given_first` has them."""
    found = _INITIALS_LAST.fullmatch(name.strip()) if "," not in name else None
    if not found:
        return given_first(name)
    return f"{found['initials']} {found['family']}{found['suffix'] or ''}"


def people_in(field: str, *, initials_last: bool) -> tuple[tuple[str, ...], bool]:
    """Give the names in a field of a table, however these are divided, and whether they are all.

    Where the table has `initials_last`, `Doe JA` is `JA Doe`.
    """
    names, complete = _printed(field)
    ordered = map(initials_first if initials_last else given_first, names)
    return tuple(filter(None, ordered)), complete


def have_initials_last(fields: Iterable[str]) -> bool:
    """Say whether most names of several words in fields of a table are written like `Doe JA`.

    One such name among others may as well be a given name with an initial (`Jane D`).
    """
    names = [name for field in fields for name in _printed(field)[0] if " " in name and "," not in name]
    return sum(bool(_INITIALS_LAST.fullmatch(name)) for name in names) > len(names) / 2


def _printed(field: str) -> tuple[list[str], bool]:
    """Give the names as they are written, and whether they are all."""
    text = " ".join(field[:_LONGEST_FIELD].split()).strip(" ;,")
    if text[:1] == "[" and text[-1:] == "]":
        return [(one or other).strip() for one, other in _QUOTED.findall(text)], True
    if "." not in text[:-1] and _LIST_END.search(text):
        text = text.removesuffix(".")
    others = _OTHERS.search(text, max(0, len(text) - 20))
    text = text[: others.start()].rstrip(" ;,") if others else text
    names = [part for name in _divided(text) for part in _apart(name.strip())]
    return [_NUMBERS.sub("", name).strip() for name in names], others is None


def _apart(name: str) -> tuple[str, ...]:
    found = _BODY.fullmatch(name)
    return found.groups() if found else (name,)


def several(parts: list[str]) -> list[str] | None:
    """Read parts between commas that name several people: `Doe, J., Roe, R.` or `Jane Doe, Ron Roe, Jim Poe`."""
    if len(parts) >= 4 and len(parts) % 2 == 0 and all(map(_INITIALS.fullmatch, parts[1::2])):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts if len(parts) >= 3 and all(2 <= len(part.split()) <= 4 for part in parts) else None


def _divided(text: str) -> list[str]:
    for sign in (";", "|"):
        if sign in text:
            return text.split(sign)
    named = _AND.split(text)
    if len(named) > 2 or (len(named) == 2 and all("," in name and len(name.split(",")) == 2 for name in named)):
        return [part for name in named for part in (several(name.split(",")) or [name])]
    parts = [part.strip() for part in _AND.sub(",", text).split(",") if part.strip()]
    found = several(parts)
    if found is None and len(parts) == 2 and len(named) == 1 and len(parts[0].split()) == 1:
        return [text]
    return parts if found is None else found


def _is_suffix(text: str) -> bool:
    return text.rstrip(".").casefold() in ("jr", "sr", "ii", "iii", "iv", "phd", "md", "2nd", "3rd")
