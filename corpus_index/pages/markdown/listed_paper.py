"""One item of a list of papers: its title, and the authors, venue and year that stand around it."""

import re
from dataclasses import dataclass

from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.markdown.blocks import Block, Kind
from corpus_index.pages.markdown.field_labels import Field, field_of, known_words, labelled
from corpus_index.pages.markdown.inline import Link, links, plain, without_images
from corpus_index.pages.markdown.list_items import Item
from corpus_index.pages.markdown.name_lists import names_in
from corpus_index.pages.markdown.paper_fields import collect, entry_of
from corpus_index.pages.markdown.paper_links import behind_links, is_generic, is_of_a_paper
from corpus_index.pages.markdown.plain_citation import cited, turned
from corpus_index.pages.markdown.titles import tidy
from corpus_index.pages.text.names import is_name, names_of_byline
from corpus_index.pages.text.prose import is_title_case

_LEAD = re.compile(
    r"\s*(?:\[[ xX]\]\s+|\*{0,2}[\[(【](?P<note>[^\[\]()【】]{2,40})[\])】](?!\()\*{0,2}[\s:：-]*|"
    r"(?P<date>(?:19|20)\d\d(?:[-./]\d{1,2}){0,2})[\s:：,-]+|[^\w\s*_\"“\[(<$]{1,3}\s*)"
)
_BOLD = re.compile(r"\s*(?:\*\*|__|<b>|<strong>)(?P<title>.{3,600}?)(?:\*\*|__|</b>|</strong>)", re.DOTALL)
_ITALIC = re.compile(r"[\s.,]*(?:\*|_|<i>|<em>)(?P<inner>[^*_]{2,8000}?)(?:\*|_|</i>|</em>)(?P<rest>.*)", re.DOTALL)
_END = re.compile(
    r"\s[|｜–—-]\s|[|｜]|\n|\.\s+(?=[A-Z(\[*_])|\s\((?=[^()]{0,60}\d\d\)|[*_][^()]{1,120}[*_]\))|"
    r",\s(?=[^,]{0,40}\b(?:19|20)\d\d)|,?\s(?=\*[^*\s][^*]{2,4000}\*[^*]{0,60}$)|\s\[\[|\s\[$|<br"
)
# `Jane Doe (Oslo) et al. OVEN.`
_BEHIND_NAMES = re.compile(r"(?P<names>.{0,4000}?(?:\bet al|\)))\.\s+(?P<venue>[^.;]{2,60}?)\.?\s*", re.DOTALL)
_JOINT = re.compile(r"\s*(?:\*\*)?\s*[:：]\s*")
_REST = re.compile(r"\s*[|｜\n]|\[\[|\s\[(?=[^\]]{1,30}\]\()|<")
_PIECES = re.compile(r"[|｜\n]|\s[–—-]\s|(?<=[\w)*_])(?<![\s.][A-Z])\.(?:\s+|(?=\[))|<br\s*/?>")
_YEAR = re.compile(
    r"(?<![\d.])((?:19|20)\d\d)(?![\d.]\d)|['’‘`´]\s?(\d\d)(?!\d)|\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\s(\d\d)(?!\d)"
)
_CITED = re.compile(r"[^\W\d_][^\W\d_A-Z]+,?\s\(?(?:19|20)\d\d[a-z]?\)?")
"""One name with a year: an author, unless it is known as that of a journal or conference."""
_BEHIND = re.compile(r"(?P<title>.{10,400}?[^\W\d_]{3})\.\s+(?P<told>[^.]{0,80}(?:19|20)\d\d\W{0,3})")
"""A title and, behind its full stop, authors or a venue with a year."""
# As in `Jane Doe, Ron Roe (2020)`.
_DATED = re.compile(r"(?P<names>[^()]{3,2000}?)\s*\((?P<told>[^()]{0,60}(?:19|20)\d\d[^()]{0,20})\)")
_ET_AL = re.compile(r"\(?(?P<name>[^\W\d_][\w'’-]+)\s+et\s+al\b\.?[\s,;]*(?P<rest>.*)", re.DOTALL)
_GOES_ON = re.compile(
    r"\s(?:with|for|via|of|in|on|to|under|through|the|an?|and|or|from|as|at|into|over|towards?|without|between|beyond|"
    r"against|using)\s$"
)
_CONTINUES = re.compile(r"\s(?:with|for|via|of|on|to|under|through|towards?|without|between|beyond|against|using)\s\w")
# As in `Doe and Roe, OVEN 2020`.
_TWO_FAMILIES = re.compile(r"([^\W\d_][\w'’-]+)\s(?:and|&)\s([^\W\d_][\w'’-]+),(?=\s)")
_LONGEST = 8000
_LONGEST_ROW = 1000
_MOST_JOINED = 30
_MOST_IN_VENUE = 10
_MOST_IN_NAME = 5


@dataclass(frozen=True, slots=True)
class _Head:
    title: str
    lead: str
    rest: str


def listed_paper(item: Item) -> tuple[Entry, tuple[Link, ...]] | None:
    """Read an item; `None` where it has no title of its own. The links are all that it has."""
    text = without_images(item.text[:_LONGEST])
    label = labelled(text)
    head = _head(text) if label is None or label[0] is Field.TITLE or _is_a_name(label, text) else None
    if head is None or not head.title or head.title.endswith((":", "：")):
        return None
    body = collect([*item.below, *_labelled_lines(text)], head.title)
    found = (*links(text), *(link for block in item.below for link in links(without_images(block.text))))
    rest = [head.rest, *(block.text for block in item.below if block.kind is not Kind.QUOTE)]
    authors, complete, others = _authors(rest)
    venue, year = _venue([head.lead, *others])
    body.links = list(found)
    body.loose, body.far = [], []
    entry = entry_of(head.title, (), body)
    return (
        Entry(
            title=entry.title,
            authors=entry.authors or authors,
            authors_complete=entry.authors_complete if entry.authors else complete,
            year=entry.year or year or _year_above(item),
            venue=entry.venue or venue,
            ids=entry.ids,
            urls=entry.urls,
            abstract=entry.abstract,
            summary=entry.summary,
        ),
        found,
    )


def _is_a_name(label: tuple[Field, str, str], text: str) -> bool:
    """Say whether a word in bold before the colon is no label, but the name of the work whose title is linked."""
    first = next(iter(links(text)), None)
    return label[0] is Field.IGNORED and first is not None and is_of_a_paper(first.url) and not is_generic(first.label)


def _labelled_lines(text: str) -> list[Block]:
    _, _, below = text.partition("\n")
    return [Block(Kind.TEXT, below)] if below else []


def _head(text: str) -> _Head | None:
    lead: list[str] = []
    while True:
        match = _LEAD.match(text)
        if not match or not match.end():
            break
        lead.append(match["note"] or match["date"] or "")
        text = text[match.end() :]
    notes = " ".join(filter(None, lead))
    text = behind_links(text)
    first = next((link for link in links(text) if link.label and not is_generic(link.label)), None)
    before = text[: first.start] if first else text
    words = plain(before.strip(" *_"))
    if first and not any(map(str.isalnum, words)):
        title, rest = _with_tail(first.label, text[first.end :])
        return _Head(title, notes, rest)
    return (_around(words, first, text, notes) if first and is_of_a_paper(first.url) else None) or _unlinked(
        text, notes
    )


def _around(before: str, link: Link, text: str, notes: str) -> _Head | None:
    """Read an item whose link stands behind a name (`Loaf: [A Model of Bread](...)`), authors, or within the title."""
    tail = text[link.end :]
    if _GOES_ON.search(f"{before} ") or (_CONTINUES.match(tail) and before[-1:].isalnum()):
        return _unlinked(f"{text[: link.start]}{link.label}{tail}", notes)
    told = before.rstrip(" ,.:：|-–—")
    if told == before:
        return None
    title, rest = _with_tail(link.label, tail)
    if _YEAR.search(told) or _names(told)[0]:
        return _Head(title, notes, f"{told}\n{rest}")
    named = before[-1] in ":：" and len(told.split()) <= _MOST_IN_NAME and not field_of(told) and not is_generic(told)
    return _Head(f"{tidy(told)}: {title}", notes, rest) if named else None


def _with_tail(label: str, tail: str) -> tuple[str, str]:
    """Join a name in a link with the rest of the title behind it (`[Loaf](...): A Model of Bread | ICLR 2024`)."""
    tail = re.sub(r"^(?:\*\*|__|\*|</b>)", "", tail)
    joint = _JOINT.match(tail)
    if not joint and not label.rstrip().endswith((":", "：")):
        return _continued(label, tail)
    begin = joint.end() if joint else 0
    stop = _REST.search(tail, begin)
    more = plain(tail[begin : stop.start() if stop else len(tail)])
    name = label.rstrip(" :：")
    if _is_a_sentence(more):
        more = re.split(r"\s[–—]\s", more, maxsplit=1)[0]
    if not more or _is_a_sentence(more):
        return tidy(name), tail
    behind = _BEHIND.fullmatch(more)
    more, told = behind.group("title", "told") if behind else (more, "")
    whole = more if _is_named_in(name, more) else f"{name}: {more}"
    return tidy(whole), f"{told}\n{tail[stop.start() :] if stop else ''}"


def _is_named_in(name: str, title: str) -> bool:
    """Say whether a title begins with a name, or with its initials and a colon."""
    initials = "".join(word[0] for word in re.split(r"[\s-]+", name) if word)
    return title.casefold().startswith((name.casefold(), f"{initials.casefold()}: "))


def _continued(label: str, tail: str) -> tuple[str, str]:
    """Add the rest of a title of which the beginning is a link (`[Loaf](...) with Sour Dough | OVEN`)."""
    stop = _REST.search(tail)
    more = plain(tail[: stop.start() if stop else len(tail)])
    if not _CONTINUES.match(tail) or _is_a_sentence(more) or _YEAR.search(more) or not is_title_case(more):
        return tidy(label), tail
    return tidy(f"{label} {more}"), tail[stop.start() :] if stop else ""


def _is_a_sentence(text: str) -> bool:
    return len(text.split()) > _MOST_JOINED or (text.endswith(".") and not is_title_case(text))


def _unlinked(text: str, notes: str) -> _Head | None:
    """Find the title in front of links such as `[paper]`: in bold, in quotes, or up to the end of a sentence."""
    named = links(text)
    before = text[: named[0].start] if named else text
    bold = _BOLD.search(before)
    above = turned(plain(before[: bold.start()])) if bold else ""
    if above.endswith((":", "：")) and len(above.split()) <= _MOST_IN_NAME:
        above = ""
    alone = is_name(above.strip(" ."))
    if bold and not bold["title"].rstrip().endswith((":", "：")) and (not above or alone or _names(above)[0]):
        title, rest = _with_tail(plain(bold["title"]), text[bold.end() :])
        # One name is known for one by the year behind it.
        return _Head(title, notes, f"{above.strip(' .')}, {rest}" if alone else f"{above}\n{rest}" if above else rest)
    quoted = cited(plain(before))
    if quoted and quoted.title:
        rest = plain(_without_links(text)).rpartition(quoted.title)[2].lstrip(' .,"”')
        row = ", ".join(quoted.authors) + ("" if quoted.authors_complete else " et al.\n")
        return _Head(quoted.title, notes, f"{row}{', ' if len(quoted.authors) == 1 else chr(10)}{rest}")
    stop = _END.search(before)
    first = plain(before[: stop.start()] if stop else before)
    if stop and _names(first)[0]:
        second = _END.search(before, stop.end())
        title = before[stop.end() : second.start() if second else len(before)]
        return _Head(tidy(plain(title)), notes, f"{first}\n{text[stop.end() + len(title) :]}")
    return _Head(tidy(first.rstrip(" [(,")), notes, text[stop.start() if stop else len(before) :])


def _authors(texts: list[str]) -> tuple[tuple[str, ...], bool, list[str]]:
    """Find the authors, in italics or as a row of names, and give what else stands there."""
    others: list[str] = []
    names: tuple[str, ...] = ()
    complete = True
    for text in (line.replace(r"\*", "") for each in texts for line in each.split("\n")):
        italic = _ITALIC.match(text)
        behind = _BEHIND_NAMES.fullmatch(italic["inner"]) if italic else None
        row = behind["names"] if behind else italic["inner"] if italic else ""
        if italic and not names and not _YEAR.search(row):
            names, complete = names_in(row)
            others += [behind["venue"]] if behind else []
            others.append(italic["rest"])
            continue
        for piece in _PIECES.split(_without_links(text)):
            words = plain(piece).strip(" ,.;")
            if not names:
                names, complete, words = _names(words)
            others.append(words)
    return names, complete, others


def _names(text: str) -> tuple[tuple[str, ...], bool, str]:
    """Take a row of names off the front of a text: two or more, or one with `et al.` or a venue behind it."""
    one = _ET_AL.fullmatch(text)
    if one:
        return (one["name"],), False, one["rest"]
    pair = _TWO_FAMILIES.match(text)
    if pair and _YEAR.search(text, pair.end()):
        return (pair[1], pair[2]), True, text[pair.end() :].strip(" ,")
    dated = _DATED.fullmatch(text)
    if dated and names_of_byline(dated["names"], 0)[0]:
        return (*names_in(dated["names"]), dated["told"])
    row = text
    while row:
        found = names_of_byline(row, 0)
        rest = text[len(row) :].strip(" ,")
        if found[0] or (is_name(row) and _YEAR.search(rest)):
            return (*names_in(row), rest)
        row = row.rpartition(",")[0] if len(row) < _LONGEST_ROW else ""
    return (), True, text


def _without_links(text: str) -> str:
    for link in reversed(links(text)):
        text = text[: link.start] + text[link.end :]
    return text


def _venue(texts: list[str]) -> tuple[str | None, int | None]:
    """Find a short text with a year in it (`ICLR 2024`, `OSDI' 24`), else the year only."""
    for text in texts:
        for piece in _PIECES.split(_without_links(text)):
            words = _unwrapped(plain(piece))
            match = _YEAR.search(words)
            if match:
                year = int(match[1] or 0) or _full(int(match[2] or match[3]))
                return words if _is_a_venue(words) else None, year
    return None, None


def _is_a_venue(text: str) -> bool:
    if _CITED.fullmatch(text) and text.split(maxsplit=1)[0].casefold() not in known_words("venues"):
        return False
    return len(text.split()) <= _MOST_IN_VENUE and any(map(str.isalpha, text)) and not re.search(r"\bet al\b", text)


def _unwrapped(text: str) -> str:
    """Take signs off the ends, and brackets around the whole or without their other half."""
    text = text.strip(" ,.;-–—:|*_[]")
    if text.startswith("(") and text.find(")") in (-1, len(text) - 1):
        text = text[1:]
    return text[:-1] if text.endswith(")") and text.count(")") > text.count("(") else text


def _full(year: int) -> int:
    return 2000 + year if year < 60 else 1900 + year


def _year_above(item: Item) -> int | None:
    """Give the year that a heading above is, and nothing else."""
    for heading in reversed(item.headings):
        if re.fullmatch(r"\W*(?:19|20)\d\d\W*", heading):
            return year_in(heading)
    return None
