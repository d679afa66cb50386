"""Patterns of citation keys, in a subset of the formulas of Better BibTeX.

    auth.lower + shorttitle(3, 3) + year | artefact

Alternatives are divided by `|`, and the first one all of whose parts are known is taken. A part is a text in quotes or
the name of a function, with what is done to its value: `auth.lower`, `Title.skipwords.select(1, 3).condense('-')`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus_index.errors import PapersError
from corpus_index.resolve.transliterating import ascii_text
from corpus_index.resolve.words import is_small, words

_PIECE = re.compile(
    r"\s*(?:(?P<name>[A-Za-z]+)|(?P<number>\d+)|'(?P<single>[^']*)'|\"(?P<double>[^\"]*)\"|(?P<sign>[|+.(),]))"
)
_WORD = re.compile(r"[A-Za-z0-9]+")
_FORBIDDEN = re.compile(r"[^A-Za-z0-9:/+._-]+")
_LONGEST = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyParts:
    """What a key can be made of; `printed_title` is empty where no page prints one, `artefact` is a name."""

    authors: Sequence[str]
    year: int | None
    title: str
    printed_title: str
    artefact: str


Argument = int | str
_Step = tuple[str, tuple[Argument, ...]]


@dataclass(frozen=True, slots=True)
class KeyPattern:
    """A pattern that was read; each alternative is a list of parts, and each part a function and filters, or a text."""

    alternatives: tuple[tuple[str | tuple[_Step, ...], ...], ...]

    def key(self, parts: KeyParts) -> str:
        """Give the key of a work, in ASCII and of at most 48 characters; empty where no alternative is known whole."""
        for alternative in self.alternatives:
            values = [part if isinstance(part, str) else _value(part, parts) for part in alternative]
            key = _shortened(_FORBIDDEN.sub("", "".join(values)))
            if key and all(values):
                return key
        return ""


def key_pattern(text: str) -> KeyPattern:
    """Read a pattern; raises `PapersError` for one that is not of the subset, with what is wrong."""
    return _Reading(text).pattern()


def main_words(title: str) -> list[str]:
    """Give the words of a title in ASCII that say something, as printed; all words where none does."""
    plain = ascii_text(title.replace("’", "'")).replace("'", "")
    significant = [word for word in words(plain) if not is_small(word)] or words(plain)
    printed = {word.casefold(): word for word in _WORD.findall(plain)}
    return [printed.get(word, word) for word in significant]


def _value(steps: tuple[_Step, ...], parts: KeyParts) -> str:
    (name, arguments), *filters = steps
    value = _FUNCTIONS[name](parts, *arguments)
    for name, arguments in filters:
        value = _FILTERS[name](value, *arguments)
    return value


def _shortened(key: str) -> str:
    key = key.strip("-.:/+")
    if len(key) > _LONGEST:
        key = key[:_LONGEST].rsplit("-", 1)[0] if "-" in key[:_LONGEST] else key[:_LONGEST]
    return key.strip("-.:/+")


def _family(name: str) -> str:
    last = name.split(",", maxsplit=1)[0] if "," in name else name.strip().rpartition(" ")[2]
    return re.sub(r"[^A-Za-z]+", "", ascii_text(last))


def _auth(parts: KeyParts, length: int = 0, which: int = 1) -> str:
    name = _family(parts.authors[which - 1]) if 0 < which <= len(parts.authors) else ""
    return name[:length] if length else name


def _authors(parts: KeyParts, most: int = 0) -> str:
    names = list(map(_family, parts.authors))
    return "".join(names[:most] if most else names) + ("EtAl" if 0 < most < len(names) else "")


def _capitalised(found: Sequence[str], first: int) -> str:
    return "".join(word[:1].upper() + word[1:] if at < first else word for at, word in enumerate(found))


def _short_title(parts: KeyParts, count: int = 3, capitals: int = 0) -> str:
    return _capitalised([word for word in main_words(parts.printed_title) if len(word) > 1][:count], capitals)


_FUNCTIONS: Mapping[str, Callable[..., str]] = {
    "auth": _auth,
    "authors": _authors,
    "year": lambda parts: str(parts.year) if parts.year is not None else "",
    "shortyear": lambda parts: f"{parts.year % 100:02}" if parts.year is not None else "",
    "Title": lambda parts: parts.title,
    "title": lambda parts: _capitalised(_WORD.findall(ascii_text(parts.printed_title)), len(parts.printed_title)),
    "shorttitle": _short_title,
    "veryshorttitle": lambda parts, count=1, capitals=0: _short_title(parts, count, capitals),
    "artefact": lambda parts: parts.artefact,
}
_FILTERS: Mapping[str, Callable[..., str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "capitalize": lambda value: value[:1].upper() + value[1:],
    "abbr": lambda value: "".join(word[0] for word in _WORD.findall(ascii_text(value))),
    "skipwords": lambda value: " ".join(main_words(value)),
    "select": lambda value, start=1, count=10**9: " ".join(value.split()[max(start, 1) - 1 :][:count]),
    "substring": lambda value, start=1, count=10**9: value[max(start, 1) - 1 :][:count],
    "condense": lambda value, sign="": re.sub(r"[^A-Za-z0-9.]+", lambda _: sign, ascii_text(value)),
    "prefix": lambda value, text="": f"{text}{value}" if value else "",
    "postfix": lambda value, text="": f"{value}{text}" if value else "",
}
_NUMBERS = frozenset(("auth", "authors", "shorttitle", "veryshorttitle", "select", "substring"))
_TEXTS = frozenset(("condense", "prefix", "postfix"))


class _Reading:
    """One pass through the text of a pattern."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def pattern(self) -> KeyPattern:
        alternatives = [tuple(self._alternative())]
        while self._take("|"):
            alternatives.append(tuple(self._alternative()))
        if self._text[self._at :].strip():
            raise self._wrong("is not read from here")
        return KeyPattern(tuple(alternatives))

    def _alternative(self) -> Iterator[str | tuple[_Step, ...]]:
        yield self._part()
        while self._take("+"):
            yield self._part()

    def _part(self) -> str | tuple[_Step, ...]:
        found = _PIECE.match(self._text, self._at)
        if found and found.lastgroup in ("single", "double"):
            self._at = found.end()
            return found[found.lastgroup]
        steps = [self._step(_FUNCTIONS, "function")]
        while self._take("."):
            steps.append(self._step(_FILTERS, "filter"))
        return tuple(steps)

    def _step(self, known: Mapping[str, Callable[..., str]], what: str) -> _Step:
        found = _PIECE.match(self._text, self._at)
        if not found or not found["name"] or found["name"] not in known:
            raise self._wrong(f"needs a {what} here: {', '.join(known)}")
        self._at = found.end()
        return found["name"], tuple(self._arguments(found["name"]))

    def _arguments(self, name: str) -> Iterator[Argument]:
        if not self._take("("):
            return
        number = 0
        while not self._take(")"):
            found = _PIECE.match(self._text, self._at)
            group = found.lastgroup if found else None
            fits = (group == "number" and name in _NUMBERS and number < 2) or (
                group in ("single", "double") and name in _TEXTS and number < 1
            )
            if found is None or group is None or not fits:
                raise self._wrong(f"has an argument that {name} does not take")
            self._at = found.end()
            yield int(found[group]) if group == "number" else found[group]
            number += 1
            self._take(",")

    def _take(self, sign: str) -> bool:
        found = _PIECE.match(self._text, self._at)
        if not found or found["sign"] != sign:
            return False
        self._at = found.end()
        return True

    def _wrong(self, what: str) -> PapersError:
        rest = self._text[self._at :].strip()[:40]
        return PapersError(self._text, f"is no pattern of keys: it {what}, at “{rest}”", "docs/export.md lists them")
