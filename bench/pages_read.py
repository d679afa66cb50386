"""What is read of real pages: a line for each file, with its reader, its records, and how many of them are right.

    python bench/pages_read.py FOLDER

`FOLDER` holds the files that `tests/gold/real_pages.jsonl` tells of. Right is a record whose title, authors, year,
identifiers, abstract, summary and number of references are those that were written down from the file.
"""

import argparse
import sys
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from real_pages import marks_of, outcomes, url_mark  # noqa: E402

from corpus_index import pages  # noqa: E402
from corpus_index.domain.record import RawRecord  # noqa: E402
from corpus_index.errors import NoReaderFits  # noqa: E402


def main() -> int:
    """Print the table and the totals."""
    parser = argparse.ArgumentParser(description="Read real pages and compare with what they hold.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    print(f"{'file':72} {'reader':22} {'records':>8} {'right':>6} {'addresses':>10}  outcome")
    files = records = right = whole = 0
    for outcome in outcomes():
        got, reader, refusal = read(folder / outcome["file"])
        wanted, urls = outcome.get("marks", "").split(), outcome.get("urls", "").split()
        blocks = SequenceMatcher(None, wanted, marks_of(got), autojunk=False).get_matching_blocks()
        same = sum(block.size for block in blocks)
        printed = {url_mark(url.text) for record in got for url in record.urls}
        found = sum(url in printed for url in urls)
        exact = same == len(wanted) == len(marks_of(got)) and found == len(urls)
        told = refusal or ("right" if exact else f"{max(len(wanted), len(marks_of(got))) - same} differ")
        columns = f"{reader or '-':22} {len(wanted):8,} {same:6,} {found:5}/{len(urls):<5} {told}"
        print(f"{shortened(outcome['file']):72} {columns}")
        files, records, right, whole = files + 1, records + len(wanted), right + same, whole + exact
    print(f"{files} files, {whole} of them right; {records:,} records, {right:,} of them right")
    return 0


def read(path: Path) -> tuple[list[RawRecord], str | None, str]:
    """The records of a file, its reader, and the reason where there are none."""
    records: list[RawRecord] = []
    reader, refusal = None, "no records"
    for source in pages.sources([str(path)]):
        if isinstance(source, pages.Source):
            try:
                found = pages.split(pages.load(source.name, source.data))
            except NoReaderFits as problem:
                refusal = f"refused: {problem.what}"
            else:
                records += found.records
                reader = found.reader
    return records, reader, "" if records else refusal


def shortened(name: str) -> str:
    """The name in at most 72 characters, its end kept."""
    return name if len(name) <= 72 else f"{name[:30]}…{name[-41:]}"


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        sys.exit(main())
