"""Where proper names begin and end: `SkipX`, `4KPro`, `Cardiac Mesh-SAR`, `Semantic Consistency Loss`."""

import re
from functools import lru_cache

from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.names import LETTERS, Name, is_distinctive

_WORD = rf"(?:[A-Z]|[a-z0-9]{{1,8}}-?[A-Z])[{LETTERS}0-9]*\+*(?:[-_.][{LETTERS}0-9]+\+*)*"
_VERSION = r"[vV]?\d+(?:\.\d+)*[BKMk]?"
RUN = re.compile(
    rf"(?<![\w\\.-]){_WORD}(?:\s+(?:(?:and|of|for|with|in|to|the|from)\s+(?=[A-Z]))?"
    rf"(?:{_WORD}|{_VERSION}(?![\w.-]*\w))){{0,7}}"
)
"""Capitalised and mixed words in a row, joined by function words."""
_MODIFIER = re.compile(
    r"-(?:[a-z]+(?:ed|ing|ive|able|ible|less|ful|ic|al|ous)|free|aware|based|like|style|level|driven|specific|wise|"
    r"agnostic|type|compatible|centric|efficient|to|and|or|only|scale|oriented|native|friendly|ready|grade|in|on|bit)$"
)
_PREFIXED = re.compile(
    r"(?:on|non|pre|post|multi|single|cross|intra|inter|self|semi|sub|anti|co|in|off|all|few|low|high|mid|near|ultra|max|"
    r"min|per|end|top|state|long|short|full|open|real|large|small)-"
)
_DOTTED = re.compile(r"[A-Z]\w{2,}[._][A-Za-z]{3,}")
_GENERIC_TAIL = re.compile(
    r"\s(?:Framework|Model|Models|Algorithm|Method|System|Architecture|Network|Module|Approach|Pipeline|Library|Toolkit|"
    r"Platform|Protocol|Agent|Loss|Dataset|Benchmark|Corpus)$"
)
_SIZE = re.compile(r"\d+(?:\.\d+)?[BMKkDx]")
_LINKING = frozenset(["and", "of", "for", "with", "in", "to", "the", "a", "an", "by", "on", "from", "&"])
_LONGEST_RUN = 7
_WORD_START = re.compile(r"\s+|-(?=[^a-z])")
_APART = re.compile(r"[\s-]+")
_MADE_OF = re.compile(r"-[a-z]")
_LINKS = re.compile(r"\s+(?:and|of|for|with|in|to|the|from)\s+")


def name_from(clean: str, position: int, end: int) -> Name | None:
    """Give the name that begins at a position."""
    match = RUN.match(clean, position, end)
    return name_of_run(match) if match else None


def name_of_run(run: re.Match[str]) -> Name | None:
    """Cut a run of capitalised words down to one name.

    A word that can only be a name takes just a version or capitalised plain words with it, and no generic noun; other
    words make a name together.
    """
    text, start = run[0], run.start()
    first, _, rest = text.partition(" ")
    while rest and (first in words("phrases", "openings") or _SIZE.fullmatch(first)):
        text = rest.lstrip()
        first, _, rest = text.partition(" ")
    start += len(run[0]) - len(text)
    if rest and is_name(first) and _MODIFIER.search(text):  # `X and X-manual` begins with a name all the same
        text = first
        rest = ""
    if first in words("phrases", "openings") or _SIZE.fullmatch(first) or _MODIFIER.search(text):
        return None
    if is_name(first) and rest:
        kept = first
        for word in rest.split():
            if not ((word[0].isupper() and (word.istitle() or is_name(word))) or word[-1].isdigit()):
                break
            kept = text[: text.index(word, len(kept)) + len(word)]
        text = _GENERIC_TAIL.sub("", kept)
    elif _spelled_before(text):
        start += text.rindex(" ") + 1
        text = text[text.rindex(" ") + 1 :]
    elif _LINKS.search(text) and len(text.split()) > _LONGEST_RUN:
        return None
    return Name(start, start + len(text), text) if len(text) > 1 else None


def _spelled_before(text: str) -> bool:
    """Say whether the last word abbreviates the words before it (`Foo Bar Patch FBP`)."""
    *words, last = _APART.split(text)
    return len(last) > 2 and last.isupper() and "".join(word[0] for word in words).upper() == last


@lru_cache(maxsize=1 << 13)
def is_name(word: str) -> bool:
    """Say whether a word can only be a name: mixed case, letters with digits, or capitals (`4KPro`, `SkipX`, `DAP`)."""
    if word[1:].islower() and word.isalpha():
        return False
    if _MODIFIER.search(word) or _PREFIXED.match(word):
        return False
    if _DOTTED.fullmatch(word):
        return True
    return is_distinctive(word) or (word[0].isdigit() and is_distinctive(word.lstrip("0123456789.")))


def is_modifier(word: str) -> bool:
    """Say whether a word is an adjective made of a name (`X-based`)."""
    return bool(_MODIFIER.search(word))


def is_title_case(name: str) -> bool:
    """Say whether a name is two or more capitalised words (`Semantic Consistency Loss`, `Fern-guided Re-entry`)."""
    content = [word for word in _WORD_START.split(name) if word not in _LINKING]
    if sum(len(word) > 2 for word in content) < 2 or " " not in name:
        return False
    if _MADE_OF.search(name) and sum(not _MODIFIER.search(word) for word in content) < 2:  # `Foo-based Bar`
        return False
    return all(word[:1].isupper() or word[:1].isdigit() for word in content)
