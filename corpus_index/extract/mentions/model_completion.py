"""What belongs to a model's name beyond its first word: a version that stands apart, a size that names share."""

import re
from collections.abc import Iterator
from functools import cache

from corpus_index.extract.mentions.family_words import small_suffixes, spaced_suffixes
from corpus_index.extract.reading.names import SIZE, Name

_SPACE = re.compile(r"[\s~]+")
_COUNTED = re.compile(
    r"\s(?:layers?|shots?|times|heads?|blocks?|tokens|samples|images|tasks|runs|epochs|languages|"
    r"different|other|variants|datasets|parameters|models|LLMs|GPUs|billion|million|percent|points|hours|days|years)\b"
)
_MODEL_FOLLOWS = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?:models?|backbones?|and|or|series|is|was|are|were)\b")
_EXPERTS = re.compile(r"\s*x\s*\d+(?:\.\d+)?[BM](?:-[\w.]+)*(?!\w)")  # Mixtral-8x22B, with the space of markup
_PATCH = re.compile(r"(?:(?<=-[TSBLHgG])|(?<=-XL)|(?<=-Ti))/(?:\d{1,2})(?!\w|\.\d)")  # SiT-XL/2, ViT-B/16
_TAG = re.compile(r":\d+(?:\.\d+)?[bB](?:-[\w.]+)*(?!\w)")

_MORE_SIZES = re.compile(
    r"(?:(?:\s*[/&]\s*|,\s+(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+)-?\d+(?:\.\d+)?[BM](?![\w-]))+"
    r"(?!\s+(?:tokens|parameters|param|samples|images|pairs))"
)
_ONE_SIZE = re.compile(r"\d+(?:\.\d+)?[BM]")
_VERSION_AT_END = re.compile(r"(?P<letter>[vV]?)(?P<number>\d+(?:\.\d+)?)(?P<line>o?)$")
_MORE_VERSIONS = re.compile(
    r"(?:/-?[vV]?\d+(?:\.\d+)?o?(?!\w|\.\d|[%-]))+"
    r"|(?:,\s-?[vV]?\d+(?:\.\d+)?o?)*,?\s(?:and|or)\s-?[vV]?\d+(?:\.\d+)?o?(?=\s+(?:models|series|families|backbones)|[,;)]|\.(?:\s|$))"
)
_ONE_VERSION = re.compile(r"(?P<letter>[vV]?)(?P<number>\d+(?:\.\d+)?)(?P<line>o?)")
_LAST_VERSION = 200  # a larger number behind a name is no version, and none is a year


@cache
def _spaced() -> re.Pattern[str]:
    """Give the pattern of versions and suffixes that follow a name with a space."""
    return re.compile(
        r"(?:[\s~](?:"
        r"[vb]?(?:\d(?:\.\d+)*|\d{2,3}(?!\.\d))(?![\w%]|\.\d|\s*%|-[a-z]|,\d|/)"
        r"|[RVK]\d(?:\.\d)?[VL]?\d?(?!\w)|\d(?:\.\d)?o(?!\w)"
        rf"|(?:{spaced_suffixes()})(?!\w)(?!\s(?:Language|Vision|Multimodal|Reasoning|Speech|Foundation|Transformer|Encoder|Model)s?\b)"
        rf"|(?:{small_suffixes()})(?=\s*[,.;:)]|\s+(?:and|or)\b|-v\d)"
        r"|[A-Z][a-z]+\s\d(?:\.\d)?(?![\w%-]|\.\d|\s*%)"
        r")){1,4}"
    )


_HYPHENED = re.compile(r"(?:-[A-Za-z0-9.]*[A-Za-z0-9])+")


def completed(text: str, start: int, end: int) -> Name:
    """Add what follows a family: its version and suffixes with a space (`Claude 3.5 Sonnet`), its tag (`llama3.1:8b`),
    its patch (`ViT-B/16`).

    A size that stands apart is not added (`DeepSeek-R1 671B`).
    """
    more = _spaced().match(text, end)
    if more and not _counts(text, more):
        hyphened = _HYPHENED.match(text, more.end())
        end = hyphened.end() if hyphened else more.end()
    tag = _TAG.match(text, end) or _PATCH.match(text, end)
    end = tag.end() if tag else end
    experts = _EXPERTS.match(text, end) if text[end - 1].isdigit() else None
    if experts:
        return Name(start, experts.end(), text[start:end] + _SPACE.sub("", experts[0]))
    return Name(start, end, _SPACE.sub(" ", text[start:end]))


def _counts(text: str, more: re.Match[str]) -> bool:
    """Say whether a number behind a name counts what follows (`BERT 12 layers`) and is no version of it."""
    last = _SPACE.split(more[0])[-1]
    if not last.isdigit():
        return False
    return bool(_COUNTED.match(text, more.end())) or (len(last) > 1 and not _MODEL_FOLLOWS.match(text, more.end()))


def sharing(text: str, name: Name) -> Iterator[Name]:
    """Complete the sizes and versions that share a name.

    `X-1.5B/7B/72B`, `Llama-3.1-8B and 70B Instruct`, `GPT-4 and 4o`, `ResNet-18/50`.
    """
    size = SIZE.search(name.text)
    spread = _MORE_SIZES.match(text, name.end) if size else None
    if size and spread:
        for other in _ONE_SIZE.finditer(spread[0]):
            whole = name.text[: size.start()] + other[0] + name.text[size.end() :]
            yield Name(name.start, spread.start() + other.end(), whole)
        return
    version = _VERSION_AT_END.search(name.text)
    spread = _MORE_VERSIONS.match(text, name.end) if version else None
    if version and spread:
        for other in _ONE_VERSION.finditer(spread[0]):
            if float(other["number"]) <= _LAST_VERSION:
                whole = f"{name.text[: version.start()]}{version['letter']}{other['number']}{other['line']}"
                yield Name(name.start, spread.start() + other.end(), whole)
