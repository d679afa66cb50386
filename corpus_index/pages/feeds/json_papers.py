"""Papers in JSON of any other origin: digests, scrapes, exports of tools. Fields are known by their usual names.

What is called an abstract is not always one: scrapes of listings hold comments and announcements in its place, and
what digests call a summary can be arXiv's name for the abstract. So the text decides, with its neighbours.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.json_values import Object, first, mappings, objects, people, string, texts
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.tidying import without_label, without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader
from corpus_index.pages.text.prose import is_scholarly

_NAME = "json-papers"
_TITLE = ("title_utf8", "title", "paper_title", "paperTitle", "name")
_ABSTRACT = ("abstract_utf8", "abstract", "paper_abstract", "abstractText", "description")
_AUTHORS = ("authors_parsed", "authors", "author", "authors_utf8", "creators")
_DATES = ("year", "pub_year", "publication_year", "published", "publishedAt", "published_date", "publication_date",
          "submitted_date", "created", "submittedOnDailyAt", "announced_date_first", "date", "pubdate")  # fmt: skip
_VENUE = ("venue", "journal_ref_utf8", "journal_ref", "journal-ref", "journal", "booktitle", "conference")
_IDS = ("arxiv_id", "arxivId", "arxiv", "arxivID", "paper_id", "paperId", "id", "doi", "DOI", "pmid", "acl_id")
_URLS = ("url", "link", "paper_url", "page_url", "abs", "abs_url", "arxiv_page_url", "entry_id", "pdf", "pdf_url",
         "pdf_link", "html_url", "github_url", "projectPage", "sourceUrls", "code_links")  # fmt: skip
_NOTES = ("comment", "comments")
_ADDRESS = re.compile(r"https?://[^\s<>\"'{}|]{1,500}(?<![.,;:)\]])")
_TOLD = ("tldr", "TLDR", "tl;dr", "ai_summary", "summary_zh", "abstractLines", "one_sentence_summary", "conclusion")
_SHORTEST = 500
_CHAT = re.compile(
    r"https?://|\b(?:today(?!['’]s)|excited|happy to|thanks?|please|check (?:it )?out|you|your|our latest|tl;?dr|"
    r"project page|hi|hello|releasing|announc\w+)\b|^\W*(?:introducing|code|webpage|paper|abstract from)\b|"
    r"[!\u2190-\u2bff\U0001f300-\U0001faff]",
    re.IGNORECASE,
)
"""Words and signs of posts: greetings, calls, links, arrows and pictures."""
_INSIDE = ("details", "paper", "AI", "metadata")
_OF_A_PAPER = frozenset((*_ABSTRACT, *_AUTHORS, *_IDS, "summary"))


def sniff(sheet: Sheet) -> Fit:
    """Fit objects with a title and something else that papers have."""
    if sheet.json is None:
        return Fit(0.0, "it is no JSON")
    found = _papers(sheet.json)
    if found:
        return Fit(0.6, f"{len(found)} object(s) with titles, authors, abstracts or identifiers")
    if any(identifier(first(each, *_IDS, *_URLS)) for listed in objects(sheet.json) for each in listed[:3]):
        return Fit(0.0, "it is a list of identifiers and links without any title", holds_none=True)
    return Fit(0.0, "no objects with a title and something else of a paper")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all papers."""
    return map(entry_of, _papers(sheet.json))


def _papers(value: Any) -> Sequence[Object]:
    """Give the objects of the first list most of which are papers."""
    for found in objects(_by_identifier_or_day(value)):
        papers = [each for each in found if is_entry(each)]
        if papers and len(papers) >= len(found) / 2:
            return papers
    return []


def _by_identifier_or_day(value: Any) -> Any:
    """Take a dictionary of papers, or one of lists that say the same of their papers, as one list."""
    held = list(value.values()) if isinstance(value, Mapping) and len(value) > 1 else []
    if held and all(isinstance(each, Mapping) for each in held):
        return held
    lists = [mappings(each) for each in held if each]
    if not lists or not all(lists):
        return value
    # A list of works that are cited, beside the papers, says less of them.
    alike = len({_OF_A_PAPER.intersection(listed[0]) for listed in lists}) == 1
    return [each for listed in lists for each in listed] if alike else value


def _flat(item: Object) -> Object:
    """Bring what stands in an object within it to the top, where the top does not say the same."""
    flat = dict(item)
    for key in _INSIDE:
        inner = item.get(key)
        if isinstance(inner, Mapping):
            for name, value in inner.items():
                if not flat.get(name):
                    flat[name] = value
    return flat


def is_entry(value: object) -> bool:
    """Say whether an object has a title and something else of a paper."""
    if not isinstance(value, Mapping):
        return False
    item = _flat(value)
    title = first(item, *_TITLE[:-1]) or (first(item, "name") if first(item, *_ABSTRACT, "summary") else "")
    if not title or len(title) > 1000:
        return False
    linked = any(identifier(string(item.get(key))) for key in (*_IDS, *_URLS))
    return linked or (len(_OF_A_PAPER & item.keys()) >= 2 and bool(people(_authors(item)) or _words(item)))


def _authors(item: Object) -> object:
    return next((item[key] for key in _AUTHORS if item.get(key)), None)


def _words(item: Object) -> str:
    return first(item, *_ABSTRACT, "summary")


def entry_of(value: Object) -> Entry:
    """Read one paper."""
    item = _flat(value)
    abstract, told = _texts(item)
    urls = [url for key in _URLS for url in texts(item.get(key)) if url.startswith("http")]
    urls += [url for key in _NOTES for url in _ADDRESS.findall(string(item.get(key)))]
    numbers = [string(item.get(key)) for key in _IDS if string(item.get(key))]
    return Entry(
        title=without_tags(first(item, *_TITLE)),
        authors=people(_authors(item)),
        authors_complete=not (isinstance(_authors(item), list) and len(people(_authors(item))) < 2),
        year=year_in(*(item.get(key) for key in _DATES)),
        venue=without_tags(first(item, *_VENUE)),
        ids=tuple(number for number in numbers if identifier(number)),
        urls=tuple(urls),
        abstract=abstract,
        summary=told,
    )


def _texts(item: Object) -> tuple[str, str]:
    """Tell the authors' abstract from what was written about the paper."""
    named = without_label(without_tags(first(item, *_ABSTRACT)))
    other = without_label(without_tags(string(item.get("summary"))))
    told = next(filter(None, (_joined(item.get(key)) for key in _TOLD)), "")
    if named:
        if "an automated message from" in named[:200]:
            return "", told
        if _is_from_a_listing(item) and not reads_like_an_abstract(named):
            return "", told or named
        return named, told or other
    return other, told


def reads_like_an_abstract(text: str, shortest: int = _SHORTEST) -> bool:
    """Say whether a text from a page on which anybody may write is an abstract, and no comment or announcement."""
    return len(text) >= shortest and is_scholarly(text) and not _CHAT.search(text)


def _joined(value: object) -> str:
    return "\n".join(texts(value)).strip()


def _is_from_a_listing(item: Object) -> bool:
    """Say whether an object comes from a page with votes, where anybody's words can stand first."""
    return bool({"stars", "upvotes", "votes", "num_comments", "numComments", "likes"} & item.keys())


READER = entries_reader(_NAME, sniff, entries)
