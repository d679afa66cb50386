"""How many links are right: a random sample of those by names, and all by identifiers, held against verdicts.

    python bench/link_sample.py INDEX [--seed 2026] [--links 200] [--show]

INDEX is made of arXiv's metadata. A link is known by the arXiv numbers of its papers and its two names; the verdicts,
which people gave, stand in `tests/gold/arxiv-links.jsonl`. Prints the share that is right of the links that are judged,
by kind, and how many are not judged; with `--show` these, with the texts of both papers, to be judged.
"""

import argparse
import json
import random
import sqlite3
from collections import defaultdict
from pathlib import Path

VERDICTS = Path(__file__).parents[1] / "tests" / "gold" / "arxiv-links.jsonl"
_NUMBER = "(SELECT value FROM paper_ids WHERE paper_id = links.{} AND scheme = 'arxiv' ORDER BY position LIMIT 1)"
_LINKS = f"""
    SELECT {_NUMBER.format("source_id")} AS source, {_NUMBER.format("target_id")} AS target, links.via, links."to",
           links.kind, links.evidence, a.title AS title, b.title AS target_title, b.abstract AS target_text
    FROM links JOIN papers AS a ON a.id = links.source_id JOIN papers AS b ON b.id = links.target_id
    ORDER BY source, target, links.via
"""  # noqa: S608  constants


def verdicts() -> dict[tuple[str, str, str, str], dict[str, str]]:
    """Every verdict by its link."""
    lines = map(json.loads, VERDICTS.read_text(encoding="utf-8").splitlines())
    return {(line["source"], line["target"], line["via"], line["to"]): line for line in lines}


def show(row: sqlite3.Row) -> None:
    """Print a link with both texts."""
    print(f"\n{row['via']} -> {row['to']} ({row['kind']})")
    print(f"  {row['source']} {row['title']}\n    {row['evidence']}")
    print(f"  {row['target']} {row['target_title']}\n    {row['target_text']}")


def main() -> None:
    """Draw the sample and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--links", type=int, default=200)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    connection = sqlite3.connect(f"file:{given.index}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    rows = connection.execute(_LINKS).fetchall()
    by_name = [row for row in rows if row["kind"] != "identifier"]
    sample = random.Random(given.seed).sample(by_name, min(given.links, len(by_name)))  # noqa: S311
    known = verdicts()
    right: defaultdict[str, list[bool]] = defaultdict(list)
    unjudged = []
    for row in (*sample, *(row for row in rows if row["kind"] == "identifier")):
        verdict = known.get((row["source"], row["target"], row["via"], row["to"]))
        if verdict is None:
            unjudged.append(row)
        else:
            for group in {row["kind"], "identifier" if row["kind"] == "identifier" else "all names"}:
                right[group].append(bool(verdict["right"]))
    print(
        f"{len(by_name)} links by names; {len(sample)} drawn with seed {given.seed}; {len(unjudged)} links not judged"
    )
    for group, found in sorted(right.items()):
        print(f"{group:10} {sum(found):4} of {len(found):4} right: {sum(found) / len(found):.3f}")
    for row in unjudged if given.show else ():
        show(row)


if __name__ == "__main__":
    main()
