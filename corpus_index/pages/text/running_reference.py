"""A reference in running text, as papers list them at their end: authors, title, venue and year in some order."""

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.identifiers import identifiers
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.markdown.name_lists import names_in
from corpus_index.pages.markdown.plain_citation import cited
from corpus_index.pages.markdown.titles import tidy
from corpus_index.pages.text.names import is_name

_LONGEST = 2000
# A full stop behind one letter or `al` ends an initial and no sentence.
_STOP = re.compile(r"(?<![\s.-][^\W\d_])(?<!^[^\W\d_])(?<!\bal)[.?!]\s+(?=[^\W_]|[\"“])|(?<=\bal\.)\s+(?=[A-Z])")
_YEAR_FIRST = re.compile(r"[\s,]*\(?\b((?:19|20)\d\d)[a-z]?\)?(?:,[^().]{1,20}\))?\s*[.:,]\s*")
_DATED = re.compile(r",\s*((?:19|20)\d\d)[a-z]?$")
_END = re.compile(r"[.?!](?:\s|$)|$")
_PUBLISHED = re.compile(
    r",?\s*\(?\b(?:19|20)\d\d[a-z]?\b.*|[,.]?\s*(?:https?://|doi:|(?:pp?\.|pages?)\s?\d|vol\.).*", re.DOTALL | re.I
)
_IN = re.compile(r"^(?:In:?\s+(?:Proc\.\s+of\s+)?)", re.IGNORECASE)
_MOST_WORDS_OF_BODY = 4
_MOST_WORDS_OF_TITLE = 40


def reference_in(text: str) -> Entry | None:
    """Read one reference; `None` where title and authors cannot be told apart, or nothing says when it came out."""
    text = " ".join(text[:_LONGEST].split())
    ids = tuple(dict.fromkeys(text[start:end] for _, start, end in identifiers(text)))
    found = cited(text) or next(_readings(text), None)
    if found is None or not found.title or not found.authors or not (found.year or ids):
        return None
    found.ids = ids
    found.urls = tuple(re.findall(r"https?://[^\s<>\"]{1,500}(?<![.,;:)])", text))
    return found


def _readings(text: str) -> Iterator[Entry]:
    """Try the ends of sentences as the end of the authors; else the first sentence is the title."""
    ends = [(match.start(), match.end()) for match in _STOP.finditer(text)][:12]
    for dated in _YEAR_FIRST.finditer(text):
        names = _names(text[: dated.start()])
        if names:
            yield _entry(names, text[dated.end() :], int(dated[1]))
        break
    for stop, begin in ends:
        names = _names(text[:stop])
        if names:
            yield _entry(names, text[begin:], None)
    for (stop, begin), (next_stop, after) in pairwise(ends):
        names = _names(text[begin:next_stop])
        if names and len(text[:stop].split()) > 1:
            yield _entry(names, f"{text[:stop]}. {text[after:]}", None)
        break
    for stop, begin in ends[:1]:
        body = text[:stop]
        if len(body.split()) <= _MOST_WORDS_OF_BODY and all(word[0].isupper() for word in body.split()):
            yield _entry(((body,), True), text[begin:], None)


def _names(text: str) -> tuple[tuple[str, ...], bool] | None:
    """Give the names, if the whole text is nothing else."""
    names, complete = names_in(text)
    alone = not complete and len(names) == 1
    return (names, complete) if names and all(is_name(name) or alone for name in names) else None


def _entry(names: tuple[tuple[str, ...], bool], rest: str, year: int | None) -> Entry:
    end = _STOP.search(rest) or _END.search(rest)
    stop = end.start() if end else len(rest)
    title = rest[: stop + 1] if rest[stop : stop + 1] in ("?", "!") else rest[:stop]
    behind = rest[end.end() :] if end else ""
    dated = _DATED.search(title)
    title = title[: dated.start()] if dated else title
    venue = _IN.sub("", _PUBLISHED.sub("", behind)).strip(" ,.;()")
    return Entry(
        title=tidy(title) if len(title.split()) <= _MOST_WORDS_OF_TITLE else None,
        authors=names[0],
        authors_complete=names[1],
        year=year or year_in(*re.findall(r"\b(?:19|20)\d\d\b", behind)[::-1], dated and dated[1]),
        venue=venue or None,
    )
