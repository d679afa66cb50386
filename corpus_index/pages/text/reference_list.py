"""Lists of references in plain text or Markdown with numbers or bullets: `[1] A. Author. Title. Venue, 2020.`"""

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus_index.pages.entry import Entry
from corpus_index.pages.reader import Fit, Sheet, entries_reader
from corpus_index.pages.text.running_reference import reference_in

_NAME = "reference-list"
_MARK = re.compile(r"[ \t]{0,8}(?:\[[\w+.-]{1,24}\]:?|\(?\d{1,4}[.)\]]|[-*•])[ \t]+(?=\S)")
_HEADING = re.compile(
    r"\s*(?:#{1,6}\s.*|[-=*_]{3,}|\W*(?:references|bibliography|works cited|literature|publications)\W*)", re.I
)
_FEWEST_SHARE = 0.6
_SAMPLE = 200
_MOST = 2 * 1024 * 1024


def sniff(sheet: Sheet) -> Fit:
    """Fit where most of the text are items that read as references with authors, a title and a year."""
    if (
        len(sheet.page.text) > _MOST
        or not _MARK.search(sheet.page.text)
        or sheet.html is not None
        or sheet.json is not None
    ):
        return Fit(0.0, "no list of references with numbers or bullets")
    listed = _items(sheet)[:_SAMPLE]
    total = sum(len(text) for text, _ in listed)
    good = [text for text, marked in listed if marked and reference_in(text)]
    share = sum(map(len, good)) / total if total else 0.0
    if share < _FEWEST_SHARE:
        return Fit(0.0, f"only {share:.0%} of the text are items that read as references")
    return Fit(0.5 + 0.3 * share, f"a list of references, {share:.0%} of the text")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all references."""
    return filter(None, (reference_in(text) for text, marked in _items(sheet) if marked))


def rest(sheet: Sheet) -> Iterator[str]:
    """Give the items and lines in which no reference could be read."""
    return (text for text, marked in _items(sheet) if not (marked and reference_in(text)))


# Asked for several times: to tell whether the reader fits, and to read.
@lru_cache(maxsize=1)
def _items(sheet: Sheet) -> list[tuple[str, bool]]:
    """Give the items, with the lines that go on with each, and the lines that no mark begins; headings are left out."""
    found: list[tuple[str, bool]] = []
    open_item = False
    for line in sheet.page.text.splitlines():
        mark = _MARK.match(line)
        if not line.strip() or _HEADING.fullmatch(line):
            open_item = False
        elif mark:
            found.append((line[mark.end() :].strip(), True))
            open_item = True
        elif open_item:
            text, _ = found[-1]
            found[-1] = (f"{text} {line.strip()}", True)
        else:
            found.append((line.strip(), False))
    return found


READER = entries_reader(_NAME, sniff, entries, rest)
