"""When a term of the query fits a name: by whole parts of it, whatever the case and the separators."""

from corpus_index.search.query import Phrase, Word

_NAME_PART = r"[^\W\d_]+|\d[\w.]*"
_BEFORE_YEAR = "'’-"


def spellings(term: Word | Phrase) -> list[Word | Phrase]:
    """The term, and with a full year where it ends in a short one: `AIME24` is `AIME 2024`."""
    name, year = term.text[:-2], term.text[-2:]
    if name and (name[-1] in _BEFORE_YEAR or name[-1].isspace()):
        name = name[:-1]
    is_year = len(year) == 2 and year.isdecimal() and (name[-1:].isalpha() or name[-1:] == "_")
    return [term, Phrase(f"{name} 20{year}")] if is_year else [term]


def in_name(name: str, term: Word | Phrase) -> bool:
    """Whether the parts of the term stand in a row in the name: `qwen` and `Qwen2.5` are in `Qwen2.5-7B`, `V3` is
    not in `V3.2`."""
    parts, wanted = _name_parts(name), _name_parts(term.text)
    prefix = isinstance(term, Word) and term.prefix
    for start in range(len(parts) - len(wanted) + 1):
        window = parts[start : start + len(wanted)]
        if wanted and window[:-1] == wanted[:-1] and _same_word(window[-1], wanted[-1], prefix):
            return True
    return False


def in_person(name: str, term: Word | Phrase) -> bool:
    """Whether every word of the term is one of a person's or venue's name, in any order, without case and accents."""
    parts, wanted = person_parts(name), person_parts(term.text)
    prefix = isinstance(term, Word) and term.prefix
    return bool(wanted) and all(any(_same_word(part, word, prefix) for part in parts) for word in wanted)


def _same_word(found: str, wanted: str, prefix: bool) -> bool:
    return found == wanted or (prefix and found.startswith(wanted))


def _name_parts(text: str) -> list[str]:
    import re
    from unicodedata import normalize

    return re.findall(_NAME_PART, normalize("NFKC", text).casefold())


def person_parts(text: str) -> list[str]:
    """The words of a person's name, without case and accents."""
    import re
    from unicodedata import combining, normalize

    bare = "".join(char for char in normalize("NFKD", text) if not combining(char))
    return re.findall(r"\w+", bare.casefold())
