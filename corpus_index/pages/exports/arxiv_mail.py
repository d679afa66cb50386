"""arXiv's daily mails: new submissions, cross-lists and replacements of a subject."""

import re
from collections.abc import Iterator

from corpus_index.pages.entry import Entry
from corpus_index.pages.exports.tagged_lines import unified
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.journal_reference import journal_reference
from corpus_index.pages.fields.people import people_in, without_brackets
from corpus_index.pages.fields.publication import details
from corpus_index.pages.fields.years import year_of_number
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "arxiv-mail"
_PAPER = re.compile(
    r"^\\\\[ \t]*\r?\n(?:arXiv|Paper)(?:\s*\([^()\n]{1,40}\))?:[ \t]*(?P<number>\S{5,40})[^\n]*\n", re.MULTILINE
)
_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z-]{2,20}):[ \t]+(?P<value>.*)")
_RULE = re.compile(r"^\\\\.*$|^-{20,}\s*$", re.MULTILINE)


def sniff(sheet: Sheet) -> Fit:
    """Fit papers between lines of two backslashes, each with its number and its title."""
    count = sum(bool(entry.title) for entry in entries(sheet)) if _PAPER.search(sheet.page.text) else 0
    return Fit(0.95, f"a mail of arXiv with {count} papers") if count else Fit(0.0, "it is no mail of arXiv")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all papers; one that was replaced has no abstract here."""
    text = unified(sheet.page.text)
    found = list(_PAPER.finditer(text))
    ends = (*(match.start() for match in found[1:]), len(text))
    for match, end in zip(found, ends, strict=False):
        if identifier(f"arXiv:{match['number']}"):
            yield _entry(match["number"], text[match.end() : end])


def _entry(number: str, text: str) -> Entry:
    head, *rest = _RULE.split(text)
    fields = _fields(head)
    names, complete = people_in(without_brackets(fields.get("Authors", "")), initials_last=False)
    venue, year = fields.get("Journal-ref", ""), year_of_number(number)
    return Entry(
        title=fields.get("Title"),
        authors=names,
        authors_complete=complete,
        year=year,
        venue=venue,
        ids=(f"arXiv:{number}", *(f"doi:{each}" for each in fields.get("DOI", "").split())),
        abstract=rest[0].strip() if rest else "",
        publication=details(journal_reference(venue, year)),
    )


def _fields(head: str) -> dict[str, str]:
    """Give the fields above an abstract; a line that is indented goes on with the one above."""
    fields: dict[str, str] = {}
    name = ""
    for line in head.split("\n"):
        found = _FIELD.match(line)
        if found:
            name = found["name"]
            fields[name] = found["value"]
        elif name and line[:1].isspace():
            fields[name] += f" {line.strip()}"
    return fields


READER = entries_reader(_NAME, sniff, entries)
