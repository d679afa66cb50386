"""How fast facts are extracted: abstracts a second, by stage, against one pass of a number pattern; growth with length.

    python bench/extract.py [--limit 20000]

Over the first abstracts of arXiv's metadata and over the dense abstracts of the gold pages, on one core and by the
processor's time, with everything on. The baseline is a single pass of one compiled regular expression that finds all
numbers of the same texts, in the same run. Growth: hostile and plain texts of 1 kB to 1 MB. Python looks for circles of
garbage behind every part of the records only, as in the processes that read pages.
"""

import argparse
import gc
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from abstracts import ARXIV, ROOT, SHARED, arxiv, made, of_pages, record

from corpus_index.domain.record import RawRecord
from corpus_index.extract import facts_of, record_facts
from corpus_index.pages.parts import LINES

NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
STAGES = {
    "text": ("Text",),
    "abbreviations, URLs, terms": ("abbreviations", "urls", "terms"),
    "artefacts": ("introductions",),
    "models": ("model_names",),
    "benchmarks": ("benchmark_names",),
    "results": ("cast", "results"),
    "specifications": ("specs",),
}
"""The stages, and the names in `record_facts` by which they are called."""
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    started = time.process_time()
    work()
    return time.process_time() - started


@contextmanager
def timed(spent: dict[str, float]) -> Iterator[None]:
    """Have the stages add up their time in `spent` while the block runs; generators are drawn out."""
    kept = {name: getattr(record_facts, name) for names in STAGES.values() for name in names}

    def watched(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            started = time.process_time()
            found = work(*given)
            found = list(found) if isinstance(found, Iterator) else found
            spent[stage] = spent.get(stage, 0.0) + time.process_time() - started
            return found

        return run

    class Read:
        of = staticmethod(watched("text", kept["Text"].of))

    for stage, names in STAGES.items():
        for name in names:
            setattr(record_facts, name, Read if name == "Text" else watched(stage, kept[name]))
    try:
        yield
    finally:
        for name, work in kept.items():
            setattr(record_facts, name, work)


def extract_all(records: Sequence[RawRecord]) -> int:
    """Extract from every record; gives the number of results."""
    found = 0
    for start in range(0, len(records), LINES):
        found += sum(len(facts_of(each).results) for each in records[start : start + LINES])
        gc.collect()
    return found


def find_numbers(records: Sequence[RawRecord]) -> int:
    """The baseline: find every number once."""
    return sum(len(NUMBER.findall(each.abstract.text)) for each in records)


def measure(label: str, records: Sequence[RawRecord]) -> None:
    """Print abstracts a second, the ratio to the baseline, and the share of each stage."""
    extract_all(records[:100])
    gc.freeze()  # the records and the vocabulary, which no collection need look at
    whole = seconds(lambda: extract_all(records))
    baseline = min(seconds(lambda: find_numbers(records)) for _ in range(3))
    spent: dict[str, float] = {}
    with timed(spent):
        extract_all(records)
    size = sum(len(each.abstract.text) for each in records)
    print(f"{label}: {len(records)} abstracts, {size / len(records):.0f} characters on average")
    print(f"  {len(records) / whole:,.0f} abstracts a second, {1000 * whole / len(records):.2f} ms each")
    print(f"  {whole / baseline:.0f} times one pass of a number pattern ({len(records) / baseline:,.0f} a second)")
    total = sum(spent.values())
    print("  " + ", ".join(f"{stage} {spent.get(stage, 0) / total:.0%}" for stage in STAGES))


def memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def growth() -> None:
    """Print milliseconds for texts of growing length."""
    print(f"{'milliseconds for':26}" + "".join(f"{length // 1000:>8} kB" for length in LENGTHS))
    rows: dict[str, list[float]] = {}
    for length in LENGTHS:
        for name, text in made(length):
            one = record("A title", text)
            rows.setdefault(name, []).append(min(seconds(lambda one=one: facts_of(one)) for _ in range(3)))  # type: ignore[misc]
    for name, times in rows.items():
        print(f"{name:26}" + "".join(f"{1000 * each:11.1f}" for each in times))


def main() -> int:
    """Print all tables; what lies beside the project is left out where it is not there."""
    parser = argparse.ArgumentParser(description="Time the extraction of facts.")
    parser.add_argument("--limit", type=int, default=20_000, help="abstracts of arXiv's metadata")
    given = parser.parse_args()
    gc.disable()
    if ARXIV.exists():
        entries = arxiv()
        records = [
            record(entry["title"], entry["abstract"]) for entry, _ in zip(entries, range(given.limit), strict=False)
        ]
        extract_all(records[: given.limit // 10])
        early = memory()
        measure("arXiv", records)
        print(f"  {early:.0f} MB after a tenth of them, {memory():.0f} MB after all")
    else:
        print("arXiv: its metadata lies beside the project, at ../shared/data, and is not there")
    measure("seed pages", of_pages(ROOT / "seeds"))
    if SHARED.exists():
        measure("development abstracts", of_pages(SHARED / "gold" / "pages"))
    growth()
    return 0


if __name__ == "__main__":
    sys.exit(main())
