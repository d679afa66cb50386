"""Labels that say which field of a paper a text is: in front of it, above it, or at the head of a column."""

import re
import tomllib
import unicodedata
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files

_AROUND = re.compile(r"^[\W_]+|[^\w)]+$|_+$")
_LONGEST = 60
_BOLD = re.compile(
    r"[^\w*_<>\[\]()#\"“]{0,8}(\*\*|__|<b>|<strong>)(?P<label>[^*<>\n]{1,60}?)(?:\*\*|__|</b>|</strong>)"
    r"(?P<text>[ \t]*[:：]?.*)",
    re.IGNORECASE | re.DOTALL,
)
_LINE = re.compile(r"[^\w\[\](<#\"“]{0,8}(?P<label>[^:：\n\[\]<>]{1,50})[:：](?!//)(?P<text>.*)", re.DOTALL)


class Field(Enum):
    """A field of a paper, or a part of a note about one; the values are the names in `field_labels.toml`."""

    TITLE = "title"
    TRANSLATED_TITLE = "translated_title"
    AUTHORS = "authors"
    ABSTRACT = "abstract"
    SUMMARY = "summary"
    PLAIN_SUMMARY = "plain_summary"
    """`Summary`, which may be the authors' or anybody's."""
    PART = "part"
    LINK = "link"
    DATE = "date"
    UNCERTAIN_DATE = "uncertain_date"
    """A date that may be that of a version or of a list."""
    VENUE = "venue"
    METHOD = "method"
    IGNORED = "ignored"
    PLAIN = "plain"


TEXTS = frozenset((Field.ABSTRACT, Field.SUMMARY, Field.PLAIN_SUMMARY, Field.PART))
"""The fields that are running text, of any number of paragraphs."""


@lru_cache(maxsize=4096)
def field_of(label: str) -> Field | None:
    """Tell which field a label stands for, `None` for an unknown one."""
    return _fields().get(_folded(label)) if len(label) <= _LONGEST else None


@cache
def known_words(name: str) -> frozenset[str]:
    """Give a list of words of the file that are no labels."""
    return frozenset(_lists()[name])


def labelled(line: str) -> tuple[Field, str, str] | None:
    """Split a line into the field that its label names, the label, and the text behind it.

    A label in bold may be any word with a colon (an unknown one is `IGNORED`); any other one must be known.
    """
    bold = _BOLD.match(line)
    if bold:
        label, text = bold["label"].strip(), bold["text"].strip()
        field = field_of(label)
        colon = label.endswith((":", "：")) or text.startswith((":", "："))
        if field or colon:
            return field or Field.IGNORED, label.rstrip(":： "), text.lstrip(":： \t")
        return None
    match = _LINE.match(line)
    field = field_of(match["label"]) if match else None
    return (field, match["label"].strip(" *_"), match["text"].strip().lstrip("*_ ")) if match and field else None


def _folded(label: str) -> str:
    folded = unicodedata.normalize("NFKC", label).casefold()
    return " ".join(_AROUND.sub("", folded).split())


@cache
def _fields() -> dict[str, Field]:
    """Give the fields by their labels; a label in two lists is in the first."""
    known: dict[str, Field] = {}
    for field in Field:
        for label in _lists()[field.value]:
            known.setdefault(_folded(label), field)
    return known


@cache
def _lists() -> dict[str, list[str]]:
    """Read the file once."""
    return tomllib.loads(files("corpus_index.pages.markdown").joinpath("field_labels.toml").read_text(encoding="utf-8"))
