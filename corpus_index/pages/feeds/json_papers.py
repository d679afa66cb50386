"""Papers in JSON of any other origin: digests, scrapes, exports of tools. Fields are known by their usual names.

What is called an abstract is not always one: scrapes of listings hold comments and announcements in its place, and
what digests call a summary can be arXiv's name for the abstract. So the text decides, with its neighbours.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus_index.domain.identifier import Scheme
from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.flattened import flattened, numbers, typed_numbers
from corpus_index.pages.feeds.json_people import people
from corpus_index.pages.feeds.json_publication import published
from corpus_index.pages.feeds.json_values import Object, first, mappings, objects, string, texts
from corpus_index.pages.feeds.listed_words import is_its_authors_abstract
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.journal_reference import journal_reference
from corpus_index.pages.fields.people import without_brackets
from corpus_index.pages.fields.publication import details
from corpus_index.pages.fields.tidying import without_label, without_stop, without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "json-papers"
_TITLE = ("title_utf8", "title", "title_en", "titles", "paper_title", "paperTitle", "name")
_ABSTRACT = ("abstract_utf8", "abstract", "abstract_en", "abstracts", "paper_abstract", "abstractText", "abstractNote",
             "description", "descriptions")  # fmt: skip
_AUTHORS = ("authors_parsed", "authors", "author", "authors_utf8", "authorList", "creators", "authorString",
            "authFullName", "creator", "z_authors")  # fmt: skip
_DATES = ("year", "pub_year", "pubYear", "publication_year", "publicationYear", "yearPublished", "producedDateY",
          "preprint_date", "earliest_date", "published", "publishedAt", "published_date", "publishedDate",
          "publication_date", "publicationDate", "coverDate", "submitted_date", "created", "submittedOnDailyAt",
          "announced_date_first", "date", "pubdate", "pubDate", "venue")  # fmt: skip
_VENUE = ("venue", "journal_ref_utf8", "journal_ref", "journal-ref", "journal", "booktitle", "conference",
          "publicationTitle", "publicationName", "publication_title", "journalTitle", "fulljournalname",
          "conferenceTitle", "proceedingsTitle", "bookTitle", "journal_name", "pub", "university",
          "container")  # fmt: skip
_IDS = ("arxiv_id", "arxivId", "arxiv", "arxivID", "paper_arxiv_id", "arxiv_eprints", "paper_id", "paperId", "forum",
        "id", "doi", "DOI", "dois", "doiId", "pmid", "pubmed-id", "pmcid", "acl_id", "guid", "identifier")  # fmt: skip
_URLS = ("url", "link", "paper_url_abs", "paper_url_pdf", "url_abs", "url_pdf", "paper_url", "page_url", "abs",
         "abs_url", "arxiv_page_url", "entry_id", "pdf", "pdf_url", "pdf_link", "html_url", "github_url",
         "projectPage", "sourceUrls", "code_links", "uri", "ee")  # fmt: skip
_NOTES = ("comment", "comments")
_ADDRESS = re.compile(r"https?://[^\s<>\"'{}|]{1,500}(?<![.,;:)\]])")
_ASIDE = ("attachment", "note", "annotation")
"""What reference managers keep beside papers, by `itemType`."""
_TOLD = ("tldr", "TLDR", "tl;dr", "ai_summary", "summary_zh", "abstractLines", "one_sentence_summary", "conclusion")
_OF_A_PAPER = frozenset((*_ABSTRACT, *_AUTHORS, *_IDS, "summary", "venue"))


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
    for found in objects(_by_day(value)):
        papers = [each for each in found if is_entry(each)]
        if papers and len(papers) >= sum(map(_is_no_aside, found)) / 2:
            return papers
    return []


def _is_no_aside(item: Object) -> bool:
    return (first(item, "itemType") or first(item.get("data"), "itemType")) not in _ASIDE


def _by_day(value: Any) -> Any:
    """Take a dictionary of lists that say the same of their papers as one list."""
    lists = [mappings(each) for each in value.values() if each] if isinstance(value, Mapping) else []
    if len(lists) < 2 or not all(lists):
        return value
    # A list of works that are cited, beside the papers, says less of them.
    alike = len({_OF_A_PAPER.intersection(listed[0]) for listed in lists}) == 1
    return [each for listed in lists for each in listed] if alike else value


def is_entry(value: object) -> bool:
    """Say whether an object has a title and something else of a paper."""
    if not isinstance(value, Mapping):
        return False
    item = flattened(value)
    title = first(item, *_TITLE[:-1]) or (first(item, "name") if first(item, *_ABSTRACT, "summary") else "")
    if not title or len(title) > 1000:
        return False
    if any(map(identifier, numbers(item, *_IDS, *_URLS))) or any(map(identifier, typed_numbers(value))):
        return True
    said = sum(bool(item.get(key)) for key in _OF_A_PAPER)
    return said >= 2 and bool(people(_authors(item)) or _words(item))


def _authors(item: Object) -> object:
    return next((item[key] for key in _AUTHORS if item.get(key)), None)


def _people(item: Object) -> tuple[str, ...]:
    """Name the authors; arXiv's list lacks the one who stands right behind a body, whom its text has."""
    listed = people(_authors(item))
    text = first(item, "authors_utf8") if item.get("authors_parsed") else ""
    printed = people(without_brackets(text)) if text else ()
    return printed if len(printed) == len(listed) + 1 else listed


def _ids(item: Object) -> Iterator[str]:
    """Give identifiers as they are printed, those of arXiv with the version that is said apart."""
    version = string(item.get("version"))
    for printed in numbers(item, *_IDS):
        found = identifier(printed)
        if found:
            versioned = found.scheme is Scheme.ARXIV and not found.version and version.isdigit()
            yield f"{printed}v{version}" if versioned else printed


def _words(item: Object) -> str:
    return first(item, *_ABSTRACT, "summary")


def entry_of(value: Object) -> Entry:
    """Read one paper."""
    item = flattened(value)
    abstract, told = _texts(item)
    authors = _people(item)
    place = next(iter(mappings(item.get("publication_info"))), None)
    venue = without_tags(first(item, *_VENUE) or first(place, "journal_title"))
    dates = (date for date in map(item.get, _DATES) if not identifier(string(date)))
    year = year_in(*dates, first(place, "year"))
    urls = [url for key in _URLS for url in texts(item.get(key)) if url.startswith("http")]
    urls += [url for key in _NOTES for url in _ADDRESS.findall(string(item.get(key)))]
    return Entry(
        title=without_stop(without_tags(first(item, *_TITLE))),
        authors=authors,
        authors_complete=not (isinstance(_authors(item), list) and len(authors) < 2),
        year=year,
        venue=venue,
        ids=(*_ids(item), *filter(identifier, typed_numbers(value))),
        urls=tuple(urls),
        abstract=abstract,
        summary=told,
        publication=published(value, item, venue, _authors(item)) or details(journal_reference(venue, year)),
    )


def _texts(item: Object) -> tuple[str, str]:
    """Tell the authors' abstract from what was written about the paper."""
    named = without_label(without_tags(first(item, *_ABSTRACT)))
    other = without_label(without_tags(string(item.get("summary"))))
    told = next(filter(None, (_joined(item.get(key)) for key in _TOLD)), "")
    if named:
        if "an automated message from" in named[:200]:
            return "", told
        if _is_from_a_listing(item) and not is_its_authors_abstract(named):
            return "", told or named
        return named, told or other
    return other, told


def _joined(value: object) -> str:
    return "\n".join(texts(value)).strip()


def _is_from_a_listing(item: Object) -> bool:
    """Say whether an object comes from a page with votes, where anybody's words can stand first."""
    return bool({"stars", "upvotes", "votes", "num_comments", "numComments", "likes"} & item.keys())


READER = entries_reader(_NAME, sniff, entries)
