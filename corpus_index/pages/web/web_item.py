"""One item of a list on a web page, read as a paper: authors, year, links and text around a known title."""

import re
from collections.abc import Sequence

from lxml import html

from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.identifiers import PREFIXES, identifier, identifiers
from corpus_index.pages.fields.tidying import without_stop
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.text.furniture import furniture
from corpus_index.pages.text.prose import count_words, is_ended, is_scholarly, is_title_case, label_end
from corpus_index.pages.text.wording import word_list
from corpus_index.pages.web.html_lines import Line, Link, lines_of, text_of
from corpus_index.pages.web.people_in_line import People, people_of, without_marks
from corpus_index.pages.web.run_together import divided, parts_of_citation
from corpus_index.pages.web.title_elements import Item

_FEWEST_WORDS_OF_ABSTRACT = 45
_FEWEST_WORDS_OF_TEXT = 5
_FEWEST_WORDS_OPEN = 12
_MOST_WORDS_OF_CITATION = 40
_LONGEST_VENUE = 160
# The authors stand near the beginning of an item, on few lines.
_HIGHEST = 30
_MOST_LINES = 60
_PAPER_LINK = re.compile(
    r"\W*(?:paper|pdf|arxiv(?:\.org)?(?: (?:page|preprint))?|abs(?:tract)?|doi|preprint|eprint|full text|openreview|"
    r"publisher|bib(?:tex)?|ps|link|proceedings|camera.ready)\W*",
    re.IGNORECASE,
)
_NO_PAGE = ("#", "mailto:", "javascript:", "data:", "tel:")
_LABEL = re.compile(r"^(?:(?:title|titre)\s*:|(?:\[(?:pdf|html|doc|book|citation|b|c)\]\s*)+)\s*", re.IGNORECASE)
# Addresses within the sites of arXiv, OpenReview and the ACL Anthology, and of whoever copies their paths.
_LOCAL = re.compile(
    r"(?:^|/)(?:abs|papers?|pdf|html)/(?P<arxiv>\d{4}\.\d{4,5}(?:v\d{1,2})?)(?:\.pdf)?/?(?:[?#]|$)|"
    r"^/?(?:forum|pdf)\?id=(?P<openreview>[\w-]{5,30})|^/(?P<acl>[A-Z]\d\d-\d{4}|\d{4}\.[a-z0-9]+-[a-z0-9-]+\.\d{1,4})/?$"
)
_PARTS = re.compile(r"\s*[▽△]\s*(?:More|Less)$")
_IN = re.compile(r"^(?:in|to appear in|accepted (?:at|to|by))\b:?\s+", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d{4}\.\d{4,5}(?:v\d{1,2})?\b")
_AROUND = " \t,.;:|/·–—-"


def is_paper(entry: Entry, item: Item) -> bool:
    """Say whether an item that was read has what only papers have: authors, or a link to a paper."""
    return bool(entry.authors and (entry.year or entry.urls or entry.abstract)) or _leads_to_paper(item)


def is_surely_paper(entry: Entry, item: Item) -> bool:
    """Say whether an item has what no news and no goods have: several authors, an abstract or a link to a paper."""
    return len(entry.authors) > 1 or bool(entry.abstract) or _leads_to_paper(item)


def read_item(item: Item) -> Entry:
    """Read one item; a text about the paper that is too short for an abstract is a summary."""
    lines = lines_of(item.parts, apart=item.title)
    title_lines = [line for line in lines if _inside(line, item.title)]
    title = " ".join(line.text for line in title_lines)
    rest = _without(lines, title_lines)
    citation = parts_of_citation(title)
    if citation:
        before, title, after = citation
        rest = [Line(before), Line(after), *rest]
    people, used = _people(rest, item)
    if not people.names:
        rest = divided(rest)
        people, used = _people(rest, item)
    names = frozenset(map(str.casefold, people.names))
    about = [line for line in _without(rest, used) if line.text]
    texts = [line for line in about if _is_prose(line.text) and not _is_row_of_links(line)]
    facts = _without(about, texts)
    abstract, summary = _abstract(item, texts)
    links = [link for line in lines for link in line.links]
    links += [Link("", each.get("href", "").strip()) for each in item.title.iterancestors("a") if each.get("href")]
    year, venue = _appeared(facts)
    return Entry(
        title=_title(title),
        authors=people.names,
        authors_complete=people.complete,
        year=year,
        venue=venue,
        ids=_ids(links, facts),
        urls=tuple(link.address for link in _pages(links, names)),
        abstract=abstract,
        summary="" if abstract else summary,
    )


def _without(lines: Sequence[Line], taken: Sequence[Line]) -> list[Line]:
    known = set(map(id, taken))
    return [line for line in lines if id(line) not in known]


def _title(text: str) -> str:
    """Take the label in front of a title and the signs behind it off."""
    return without_stop(_LABEL.sub("", text).strip(" \t,;"))


def _inside(line: Line, title: html.HtmlElement) -> bool:
    block = line.element
    return block is not None and (block is title or any(each is title for each in block.iterancestors()))


def _people(lines: Sequence[Line], item: Item) -> tuple[People, list[Line]]:
    """Find the authors: in elements that are called so, else in the first lines that name people and nothing else."""
    marked = dict.fromkeys(each for part in item.parts for each in part.iter() if _is_author(each))
    outer = [each for each in marked if not any(above in marked for above in each.iterancestors())]
    read = [people_of(text_of(each).removeprefix("Authors:").replace("\n", " ")) for each in outer]
    names = tuple(dict.fromkeys(name for people in read for name in people.names))
    if names:
        printed = [" ".join(text_of(each).split()) for each in outer]
        for line in lines:
            # What stands behind the authors on their line is not theirs.
            line.text = next((_behind(line.text, words) for words in printed if line.text.startswith(words)), line.text)
        return People(names, all(each.complete for each in read)), [line for line in lines if line.text in printed]
    for number, line in enumerate(lines[:_HIGHEST]):
        used = [line]
        while (
            len(used) < _MOST_LINES and used[-1].text.endswith((",", " and", "&")) and number + len(used) < len(lines)
        ):
            used.append(lines[number + len(used)])
        # A comma may stand behind the last name as well.
        for length in range(len(used), max(len(used) - 2, 0), -1):
            people = people_of(" ".join(each.text for each in used[:length]))
            one = len(people.names) == 1
            if people.names and not (one and (number > 1 or furniture(line.text) or line.heading)):
                return people, used[:length]
    return People(), []


def _behind(text: str, words: str) -> str:
    rest = text.removeprefix(words)
    return rest.strip() if year_in(rest) else text


def _is_author(element: html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("script", "style"):
        return False
    called = f"{element.get('class', '')} {element.get('itemprop', '')} {element.get('rel', '')}".casefold()
    return "author" in called and "title" not in called


def _is_prose(text: str) -> bool:
    if count_words(text) < _FEWEST_WORDS_OF_TEXT or furniture(text) is not None:
        return False
    if word_list("venue").holds(text) or (count_words(text) < _MOST_WORDS_OF_CITATION and any(identifiers(text))):
        return False
    plain = count_words(text) >= _FEWEST_WORDS_OPEN and year_in(text) is None and not is_title_case(text)
    return is_ended(text) or plain


def _is_row_of_links(line: Line) -> bool:
    return sum(len(link.text) for link in line.links) > len(line.text) / 2


def _abstract(item: Item, texts: Sequence[Line]) -> tuple[str, str]:
    """Divide the text of an item into the abstract and what else is said about the paper."""
    for part in item.parts:
        for each in part.iter():
            called = f"{each.get('class', '')} {each.get('id', '')}".casefold() if isinstance(each.tag, str) else ""
            if "abstract" in called and each.tag not in ("a", "button", "h2", "h3", "h4", "h5"):
                text = _PARTS.sub("", _unlabelled(text_of(_whole(each))))
                if count_words(text) >= 20:
                    return text, ""
    text = "\n".join(line.text for line in texts)
    labelled = bool(texts) and label_end(texts[0].text) > 0
    if labelled or (count_words(text) >= _FEWEST_WORDS_OF_ABSTRACT and is_scholarly(text)):
        return _unlabelled(text), ""
    return "", text


def _whole(abstract: html.HtmlElement) -> html.HtmlElement:
    """Of an abstract that stands there in short and in full, give the longer one."""
    forms = [each for each in abstract.iterdescendants("*") if "abstract" in each.get("class", "").casefold()]
    return max(forms, key=lambda each: len(each.text_content())) if len(forms) > 1 else abstract


def _unlabelled(text: str) -> str:
    first, _, rest = text.partition("\n")
    return rest if word_list("abstract").holds(first) else text[label_end(text) :]


def _appeared(lines: Sequence[Line]) -> tuple[int | None, str | None]:
    """Find the year, with the venue in front of it; an arXiv number is no year."""
    texts = [_NUMBER.sub("", line.text) for line in lines]
    for text in texts:
        year = year_in(text) if furniture(text) is None else None
        if year:
            venue = _IN.sub("", text[: text.find(str(year))].strip(_AROUND))
            return year, venue if 2 <= len(venue) <= _LONGEST_VENUE else None
    return next(filter(None, map(year_in, texts)), None), None


def _ids(links: Sequence[Link], lines: Sequence[Line]) -> tuple[str, ...]:
    """Take one identifier of each kind, links first; a link to a second paper is about something else."""
    found: dict[Scheme, str] = {}
    for link in links:
        for value, printed in ids_of_address(link.address):
            found.setdefault(value.scheme, printed)
    for line in lines:
        for value, start, end in identifiers(line.text):
            found.setdefault(value.scheme, line.text[start:end])
    return tuple(found.values())


def ids_of_address(address: str) -> list[tuple[PaperId, str]]:
    """Give the identifiers in an address; one without a host may be that of a site of papers (`/papers/2401.00001`)."""
    found = [(value, address[start:end]) for value, start, end in identifiers(address)]
    local = _LOCAL.search(address) if not found and "://" not in address else None
    if local is None or local.lastgroup is None:
        return found
    printed = f"{PREFIXES[Scheme(local.lastgroup)]}{local[local.lastgroup]}"
    value = identifier(printed)
    return [(value, printed)] if value else []


def _pages(links: Sequence[Link], names: frozenset[str]) -> list[Link]:
    """Leave out the pages of the authors and what leads nowhere."""
    return [
        link
        for link in links
        if link.address
        and not link.address.casefold().startswith(_NO_PAGE)
        and without_marks(link.text).casefold() not in names
    ]


def _leads_to_paper(item: Item) -> bool:
    inside = [link for part in item.parts for link in part.iter("a") if link.get("href")]
    around = list(item.title.iterancestors("a"))
    return any(
        _PAPER_LINK.fullmatch(" ".join(link.text_content().split()) or "x") or leads_to_paper(link.get("href", ""))
        for link in (*inside, *around)
    )


def leads_to_paper(address: str) -> bool:
    """Say whether an address is that of a paper: it holds an identifier, or is a PDF."""
    return address.casefold().partition("?")[0].endswith(".pdf") or bool(ids_of_address(address))
