"""Lines of listings: rows of authors, titles above them, and what says where and when a paper appeared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus_index.domain.span import Span
from corpus_index.pages.text.furniture import furniture
from corpus_index.pages.text.names import is_name, names_of_byline
from corpus_index.pages.text.paragraphs import Paragraph
from corpus_index.pages.text.prose import LONGEST_TITLE, Look, look_of
from corpus_index.pages.text.wording import word_list

_YEAR = re.compile(r"(?<![\d.:/-])(?:19|20)\d\d(?![\d:-])")
_CHANGED = re.compile(r"\b(?:last )?(?:modified|updated|revised)\b.*", re.IGNORECASE)
_BEHIND = re.compile(r"\s[·•–|-]\s|\t")
_LABEL = re.compile(r"authors?\s*:\s*", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"[a-z][A-Z]\w*[a-z][A-Z]|\b[A-Z]{4,}\b")
"""What no one name has: words run together, and those in capitals."""
_LIST = re.compile(r"[,;·•|]|\b[A-Z]\b")
_COUNTED = re.compile(r"\W{0,3}\d{1,4} authors?\W{0,3}(?:Published on .{4,20})?", re.IGNORECASE)
"""What stands in place of the names."""
_MORE = re.compile(r",?\s*\+\s?\d+ (?:more )?authors?\b|,?\s*\d+ more\b", re.IGNORECASE)
_LEAD = re.compile(r"(?:title\s*:\s*|\[(?:pdf|html|book|citation|doc|b|c)\]\s*|\d{1,3}[.)]\s+)+", re.IGNORECASE)
_SCHOLARLY = re.compile(
    r"\b(?:arxiv|doi|pdf|et al|proceedings|proc|conference|journal|transactions|letters|cited by|citations?|pp|"
    r"advances in|preprint|abstract|ieee|acm|springer|elsevier|workshop|symposium|volume|vol|openreview|poster|oral|"
    r"\d+ authors?|\d+[-–]\d+)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2
_LONGEST_BYLINE = 4000


@dataclass(frozen=True, slots=True)
class Byline:
    """A line of authors: its place among the lines of the page, the names, and whether these are all.

    There are no names where it only says how many authors there are.
    """

    index: int
    names: tuple[Span, ...]
    complete: bool
    is_list: bool = True
    """Whether the names stand in a list, or have initials."""

    @property
    def of_several(self) -> bool:
        """Whether it names several people for sure: not two as a title does (`Small Planets and Big Ovens`)."""
        return len(self.names) > 2 or (self.is_list and (len(self.names) > 1 or not self.complete))


@lru_cache(maxsize=8192)
def byline_at(line: Paragraph, index: int = 0) -> Byline | None:
    """Read a line as one of authors, with what else stands on it behind the names; `None` where it is none."""
    if len(line.text) > _LONGEST_BYLINE:
        return None
    if _COUNTED.fullmatch(line.text):
        return Byline(index, (), complete=False)
    label = _LABEL.match(line.text)
    begin = label.end() if label else 0
    text = line.text[begin:].rstrip(" :,")
    text = text if text.endswith(("..", "al.")) else text.removesuffix(".")
    behind = _BEHIND.search(text)
    names, complete = _names(text, line.start + begin)
    if not names and behind:
        names, complete = _names(text[: behind.start()], line.start + begin)
    return Byline(index, names, complete, _LIST.search(text) is not None) if names else None


def _names(text: str, start: int) -> tuple[tuple[Span, ...], bool]:
    # What says that there are more authors keeps its place, so that the names keep theirs.
    spaced = _MORE.sub(lambda found: "," + " " * (len(found[0]) - 1), text)
    plain = re.sub(r",(?=[\s,]*,)", " ", spaced.replace("|", ",")).rstrip(" ,")
    names, complete = names_of_byline(plain, start)
    if not names and " " in plain and is_name(plain) and not _RUN_TOGETHER.search(plain):
        names, complete = (Span(start, start + len(plain), plain),), True
    return names, complete and spaced == text


def title_of(line: Paragraph) -> Span | None:
    """Give the title that a line is, without a label or a number in front; `None` where it can be none."""
    lead = _LEAD.match(line.text)
    begin = lead.end() if lead else 0
    text = line.text[begin:]
    if len(text) > LONGEST_TITLE or len(text.split()) < _FEWEST_WORDS or furniture(line.text) is not None:
        return None
    told = word_list("venue").holds(text) or (word_list("fields").holds(text) and not lead)
    if told or _YEAR.search(text) or "://" in text or text.endswith(("...", "…")):
        return None
    return Span(line.start + begin, line.end, text) if look_of(text) in (Look.TITLE, Look.SENTENCE) else None


def year_of(line: Paragraph) -> Span | None:
    """Give the last year of a line, which stands behind pages and volumes; not that of a change."""
    found = list(_YEAR.finditer(_CHANGED.sub("", line.text)))
    return Span(line.start + found[-1].start(), line.start + found[-1].end(), found[-1][0]) if found else None


def is_scholarly_line(text: str) -> bool:
    """Say whether a line has a word that stands beside papers and beside little else."""
    return _SCHOLARLY.search(text) is not None
