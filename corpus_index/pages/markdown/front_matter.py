"""Front matter: the fields between two lines `---` (or `+++`) at the top of a note, as static sites have them."""

import re

_OPENING = re.compile(r"\s{0,20}(?P<mark>---|\+\+\+)[ \t]*\r?\n")
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w .-]{0,60}?)\s*[:=](?:\s+|$)(?P<value>.*)")
_ITEM = re.compile(r"\s*-\s+(?P<value>.*)")
_NAME = re.compile(r"(?:name|family|given)\s*:\s*(.*)", re.IGNORECASE)
_INLINE = re.compile(r"[\s>*-]{0,12}(?P<key>[A-Za-z][\w -]{0,30}?)\**\s?::\s+(?P<value>\S.*)")
_FEWEST = 3
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]")
_MOST = 20_000


def front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """Give the values by their keys in lower case, and the text below; no values where there is none."""
    opening = _OPENING.match(text[:_MOST])
    end = text.find(f"\n{opening['mark']}", opening.end() - 1, _MOST) if opening else -1
    if not opening or end < 0:
        return {}, text
    rest = text[end + 1 + len(opening["mark"]) :]
    found: dict[str, list[str]] = {}
    key = ""
    for line in text[opening.end() : end].splitlines():
        field, item = _FIELD.match(line), _ITEM.match(line)
        if field:
            key = field["key"].strip().lower()
            found.setdefault(key, []).extend(_values(field["value"]))
        elif item and key:
            named = _NAME.match(item["value"])
            found[key] += _values(named[1] if named else item["value"])
        elif key and line.strip() and found[key]:
            found[key][-1] += f" {line.strip()}"
        elif key and line.strip():
            found[key].append(line.strip())
    return found, rest if not rest or rest[0] in "\r\n \t" else text


def inline_fields(text: str) -> dict[str, list[str]]:
    """Give the values of fields that stand in the text as `key:: value`, as Logseq and Obsidian's Dataview have them.

    A few such lines make them fields; links to other notes are what they are called.
    """
    found: dict[str, list[str]] = {}
    for line in text[:_MOST].splitlines():
        field = _INLINE.match(line)
        if field:
            found.setdefault(field["key"].strip(" *").lower(), []).append(_WIKI_LINK.sub(r"\1", field["value"].strip()))
    return found if len(found) >= _FEWEST else {}


def _values(value: str) -> list[str]:
    """Take a value out of its quotes, and a list in brackets apart."""
    value = value.strip()
    if value in ("", "|", ">", "|-", ">-", "null"):
        return []
    if value[0] == "[" and value[-1] == "]":
        return [each for part in value[1:-1].split(",") for each in _values(part)]
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        value = value[1:-1].replace('\\"', '"').replace("''", "'")
    return [value] if value else []
