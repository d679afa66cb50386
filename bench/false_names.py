"""Models and benchmarks that are read where there are none: in abstracts of mathematics and physics.

    python bench/false_names.py [--seed 7] [--count 1000] [--list]

Draws abstracts of arXiv's metadata all of whose categories are of mathematics or physics. Whatever is read as a model
or benchmark there counts as invented; the few that these fields do name are counted too.
"""

import argparse
import random
import sys

from abstracts import ARXIV, arxiv, record

from corpus_index.extract import facts_of

ASTRONOMY = ("astro-ph", "gr-qc")
PARTICLES = ("hep-ex", "hep-lat", "hep-ph", "hep-th", "nucl-ex", "nucl-th")
FIELDS = frozenset((*ASTRONOMY, *PARTICLES, "cond-mat", "math", "math-ph", "nlin", "physics", "quant-ph"))


def main() -> int:
    """Print how many, and with `--list` which."""
    parser = argparse.ArgumentParser(description="Count models and benchmarks read in mathematics and physics.")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=1000, help="how many abstracts are drawn")
    parser.add_argument("--list", action="store_true", help="print every name with its words")
    given = parser.parse_args()
    if not ARXIV.exists():
        print("skipped: arXiv's metadata lies beside the project, at ../shared/data, and is not there")
        return 0
    fitting = [
        entry
        for entry in arxiv()
        if entry["categories"] and all(each.split(".")[0] in FIELDS for each in entry["categories"].split())
    ]
    drawn = random.Random(given.seed).sample(fitting, given.count)  # noqa: S311
    models = benchmarks = 0
    for entry in drawn:
        facts = facts_of(record(entry["title"], entry["abstract"]))
        models += len(facts.models)
        benchmarks += len(facts.benchmarks)
        if given.list:
            for name in (*(model.name for model in facts.models), *(benchmark.name for benchmark in facts.benchmarks)):
                print(f"  {entry['id']}: {name}")
    print(f"{given.count} abstracts of mathematics and physics (of {len(fitting)}, seed {given.seed}): ", end="")
    print(f"{models} models and {benchmarks} benchmarks read")
    return 0


if __name__ == "__main__":
    sys.exit(main())
