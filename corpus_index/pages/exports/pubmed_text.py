"""PubMed's results as text: summaries, a line for each article, and abstracts, a stretch for each."""

import re
from collections.abc import Iterator

from corpus_index.pages.entry import Entry
from corpus_index.pages.exports.tagged_lines import unified
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.identifiers import identifiers
from corpus_index.pages.fields.people import initials_first
from corpus_index.pages.fields.tidying import without_stop
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "pubmed-text"
_SUMMARY = re.compile(
    r"(?P<number>\d{1,5}): (?P<authors>[^.]{2,4000})\. (?P<title>.{3,600}?[.?!\]]) (?P<cited>.+)", re.DOTALL
)
_ABSTRACT = re.compile(r"^\d{1,5}\. (?=[^\n]{3,200}\. ?(?:19|20)\d\d)", re.MULTILINE)
_NUMBER = re.compile(r"\bPMID:\s*\d{1,8}\b")
_CITED = re.compile(
    r"(?P<journal>[^.;\n]{2,200}?)\. ?(?P<date>(?:19|20)\d\d[^;:.\n]{0,20})"
    r"(?:;(?P<volume>[^(:;.\s]{1,12})?(?:\((?P<number>[^()\n]{1,30})\))?(?::(?P<pages>[^.;\s]{1,30}))?)?\."
)
_MARKS = re.compile(r"\(\d{1,3}\)|[#*†‡]")
_ASIDE = re.compile(
    r"author information:|(?:doi|pmid|pmcid|copyright|©|conflict of interest|erratum|comment)\b", re.IGNORECASE
)
_FEWEST = 0.6


def sniff(sheet: Sheet) -> Fit:
    """Fit numbered articles that end with a number of PubMed each."""
    text = sheet.page.text
    count = sum(1 for _ in entries(sheet)) if _NUMBER.search(text) else 0
    numbers = len(set(_NUMBER.findall(text)))
    if not count or count < _FEWEST * numbers:
        return Fit(0.0, "no numbered articles of PubMed")
    return Fit(0.95, f"{count} article(s) as PubMed saves them as text")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all articles."""
    text = unified(sheet.page.text)
    starts = [match.start() for match in _ABSTRACT.finditer(text)]
    if starts:
        stretches = (text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
        found = map(_of_abstract, stretches)
    else:
        found = map(_of_summary, re.split(r"\n\s*\n", text))
    return filter(None, found)


def _of_summary(text: str) -> Entry | None:
    match = _SUMMARY.fullmatch(" ".join(text.split()))
    return _entry(match["authors"], match["title"], match["cited"], "") if match and _NUMBER.search(text) else None


def _of_abstract(text: str) -> Entry | None:
    cited, *blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
    if not blocks or not _NUMBER.search(text):
        return None
    title, authors, *rest = (*blocks, "", "")
    told = [block for block in rest if block and not _ASIDE.match(block) and not _NUMBER.search(block)]
    numbers = " ".join(block for block in blocks if _NUMBER.search(block))
    cited = f"{cited.partition('. ')[2]} {numbers}"
    return _entry(authors, title, cited, max(told, key=len, default=""))


def _entry(authors: str, title: str, cited: str, abstract: str) -> Entry:
    found = _CITED.search(cited)
    names = [initials_first(name.strip()) for name in _MARKS.sub("", authors).rstrip(" .").split(",")]
    return Entry(
        title=without_stop(title.strip("[]").removesuffix("]") if title.startswith("[") else title),
        authors=tuple(filter(None, names)),
        year=year_in(found["date"] if found else cited),
        venue=found["journal"] if found else None,
        ids=tuple(dict.fromkeys(cited[start:end] for _, start, end in identifiers(cited))),
        abstract=abstract,
        publication=publication.details(_published(found)) if found else (),
    )


def _published(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    yield "type", "article"
    yield "journaltitle", found["journal"]
    for name in ("volume", "number", "pages"):
        yield name, found[name] or ""
    _, _, day = found["date"].partition(" ")
    yield "month", publication.month(day.partition(" ")[0]) if day else ""


READER = entries_reader(_NAME, sniff, entries)
