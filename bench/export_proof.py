"""Whether exports compile, are valid, and are read back as what they were.

    python bench/export_proof.py INDEX [--papers N] [--seed N]

Takes three sets of papers: those of the seed pages; the same after `papers enrich` with
../shared/data/arxiv-100k.jsonl.gz, where that lies beside the project; and N papers of INDEX drawn with a fixed seed.
Of each it prints what bibtex, biber and pdflatex say, which prints every field of every entry, and how many papers
`papers parse` reads back otherwise. Warnings that a year is missing are counted apart: no page gives it.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bibliography_programs import biber_warnings, bibtex_warnings, latex_run  # noqa: E402
from read_back import differences  # noqa: E402

from corpus_index.domain.paper import Paper  # noqa: E402
from corpus_index.export import WRITERS  # noqa: E402
from corpus_index.pages import Source  # noqa: E402
from corpus_index.pipeline import build, enrich  # noqa: E402
from corpus_index.seed_pages import seed_pages  # noqa: E402
from corpus_index.store import open_store, read  # noqa: E402

ARXIV = ROOT.parent / "shared" / "data" / "arxiv-100k.jsonl.gz"
STYLES = ("plain", "alpha", "unsrt", "abbrv")


def papers_of(index: Path, most: int | None = None, seed: int = 0) -> list[Paper]:
    """All papers of an index, or some drawn with a seed."""
    with open_store(index) as store:
        keys = read.keys(store)
        chosen = keys if most is None else sorted(_drawn(keys, most, seed))
        return list(read.papers(store, chosen))


def _drawn(keys: Sequence[str], most: int, seed: int) -> list[str]:
    return random.Random(seed).sample(keys, min(most, len(keys)))  # noqa: S311  no secret


def prove(name: str, papers: Sequence[Paper]) -> None:
    """Print what the programs say about a set of papers, and what is read back otherwise."""
    bib = "".join(WRITERS["bibtex"](papers))
    print(f"{name}: {len(papers)} papers, {sum(paper.year is None for paper in papers)} without a year")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        warnings = [line for style in STYLES for line in bibtex_warnings(folder, bib, style)]
        print(f"  bibtex, {len(STYLES)} styles: {len(warnings)} warnings", *warnings[:3])
        log = latex_run(folder, bib).splitlines()
        warnings = [line for line in log if "Warning" in line and "Rerun" not in line]
        print(f"  pdflatex: no error, {len(warnings)} warnings", *warnings[:3])
        for form in ("bibtex", "biblatex"):
            said = biber_warnings(folder, "".join(WRITERS[form](papers)))
            years = sum("'date, year' must be defined" in line for line in said)
            others = [line for line in said if "'date, year' must be defined" not in line]
            print(f"  biber, {form}: {years} without a year, {len(others)} other warnings", *others[:3])
    for form in ("bibtex", "biblatex"):
        found = differences(form, papers)
        print(f"  read back from {form}: {dict(Counter(field for _, field, _, _ in found)) or 'all the same'}")
        for key, field, was, now in found[:3]:
            print(f"    {key} {field}: {was!r:.100} -> {now!r:.100}")


def main() -> None:
    """Prove the three sets."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("index", type=Path)
    arguments.add_argument("--papers", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=20261122)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        seeds = Path(place) / "seeds.db"
        build(seeds, [Source(page.name, page.read_bytes()) for page in seed_pages()])
        prove("seeds", papers_of(seeds))
        if ARXIV.exists():
            enriched = enrich(seeds, [str(ARXIV)]).enriched
            prove(f"seeds, {len(enriched)} of them enriched", papers_of(seeds))
    prove(given.index.name, papers_of(given.index, given.papers, given.seed))


if __name__ == "__main__":
    main()
