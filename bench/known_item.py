"""Known-item search: how often the paper that a query was made from is among the first three.

    python bench/known_item.py INDEX [--papers N] [--seed N] [--misses KIND]

INDEX is an index of many papers (`papers --db INDEX add ../shared/data/arxiv-100k.jsonl.gz`); nothing is written to it.
Papers are drawn with a fixed seed, and the queries follow from their texts by rule:

- name: a name that the paper introduces, and at most two other papers introduce too
- title less two: its title (five words or more) without two words
- title with a slip: its title (three words or more) with one letter of a word of five or more left out, doubled,
  changed, or exchanged with its neighbour
- rare words: of the abstract, the three words that the fewest papers have, in another order
- long form: of an abbreviation that the paper introduces, and at most two others
"""

import argparse
import random
import re
import sqlite3
import string
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus_index.domain.folding import fold
from corpus_index.search.answer import ranking
from corpus_index.store import Store, open_store

FIRST = 3
TARGET = 0.95
_WORD = re.compile(r"[^\W\d_]{4,}")
_OWN = (
    "SELECT names.name, names.folded FROM names JOIN facts ON facts.id = names.fact_id"
    " WHERE names.paper_id = ? AND names.role = ? AND facts.trust = 'own' ORDER BY names.rowid"
)
_OTHERS = "SELECT COUNT(DISTINCT paper_id) FROM names WHERE folded = ? AND role = ?"
Rule = Callable[[Store, sqlite3.Row, random.Random], str | None]
"""A paper to a query, or to `None` where the rule does not apply."""


def name(store: Store, paper: sqlite3.Row, _: random.Random) -> str | None:
    """The first name that it introduces and hardly another paper does."""
    return _own(store, paper, "introduces")


def long_form(store: Store, paper: sqlite3.Row, _: random.Random) -> str | None:
    """The first long form of such a name."""
    return _own(store, paper, "long")


def _own(store: Store, paper: sqlite3.Row, role: str) -> str | None:
    for printed, folded in store.connection.execute(_OWN, (paper["id"], role)):
        if store.connection.execute(_OTHERS, (folded, role)).fetchone()[0] <= FIRST:
            return str(printed)
    return None


def title_less_two(_: Store, paper: sqlite3.Row, chance: random.Random) -> str | None:
    """The title without two of its words."""
    words = paper["title"].split()
    if len(words) < 5:
        return None
    left_out = chance.sample(range(len(words)), 2)
    return " ".join(word for at, word in enumerate(words) if at not in left_out)


def title_with_a_slip(_: Store, paper: sqlite3.Row, chance: random.Random) -> str | None:
    """The title with a slip in a word."""
    words = paper["title"].split()
    long = [at for at, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if len(words) < 3 or not long:
        return None
    at = chance.choice(long)
    words[at] = slip(words[at], chance)
    return " ".join(words)


def slip(word: str, chance: random.Random) -> str:
    """One letter left out, doubled, changed, or exchanged with the next."""
    at = chance.randrange(len(word) - 1)
    here, after = word[at], word[at + 1]
    other = chance.choice([letter for letter in string.ascii_lowercase if letter != here.lower()])
    made = chance.choice((after, here + here + after, other + after, after + here))
    return word[:at] + made + word[at + 2 :]


def rare_words(store: Store, paper: sqlite3.Row, chance: random.Random) -> str | None:
    """The three words of the abstract that the fewest papers have."""
    words = sorted(set(_WORD.findall((paper["abstract"] or "").lower())))
    if len(words) < 3:
        return None
    sql = "SELECT COUNT(*) FROM papers_fts WHERE papers_fts MATCH ?"
    papers = {word: store.connection.execute(sql, (f'"{word}"',)).fetchone()[0] for word in words}
    rarest = sorted(words, key=lambda word: (papers[word], word))[:3]
    chance.shuffle(rarest)
    return " ".join(rarest)


RULES: dict[str, Rule] = {
    "name": name,
    "title less two": title_less_two,
    "title with a slip": title_with_a_slip,
    "rare words": rare_words,
    "long form": long_form,
}


def drawn(store: Store, count: int, seed: int) -> Iterator[sqlite3.Row]:
    """Papers, the same for the same index, count and seed."""
    keys = [row[0] for row in store.connection.execute("SELECT key FROM papers ORDER BY key")]
    for key in random.Random(seed).sample(keys, min(count, len(keys))):  # noqa: S311  no secret
        yield store.connection.execute("SELECT id, key, title, abstract FROM papers WHERE key = ?", (key,)).fetchone()


def main() -> int:
    """Print a line for each kind of query; exit with 1 where fewer than 95 of 100 papers are among the first three."""
    parser = argparse.ArgumentParser(description="How often the paper that is meant is among the first three.")
    parser.add_argument("index", type=Path, help="an index of many papers")
    parser.add_argument("--papers", type=int, default=1000, help="how many are drawn (default: 1000)")
    parser.add_argument("--seed", type=int, default=5, help="of drawing and of the queries (default: 5)")
    parser.add_argument("--misses", choices=list(RULES), help="print the queries of this kind that missed")
    given = parser.parse_args()
    places: dict[str, list[int]] = defaultdict(list)
    with open_store(given.index) as store:
        for number, paper in enumerate(drawn(store, given.papers, given.seed)):
            for kind, rule in RULES.items():
                query = rule(store, paper, random.Random(f"{given.seed} {paper['key']} {kind}"))  # noqa: S311
                if query is None:
                    continue
                found = [match.key for match in ranking(store, query, 10).matches]
                places[kind].append(found.index(paper["key"]) if paper["key"] in found else len(found) + 10)
                if kind == given.misses and places[kind][-1] >= FIRST:
                    print(f"{places[kind][-1]:>3} {paper['key']}: {query}   ({fold(paper['title'])[:60]})")
            print(f"\r{number + 1} papers", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(f"{'query':<20}{'queries':>8}{'first':>8}{'in 3':>8}{'in 10':>8}")
    shares = []
    for kind, at in places.items():
        first, three, ten = (sum(place < most for place in at) / len(at) for most in (1, FIRST, 10))
        print(f"{kind:<20}{len(at):>8}{first:>8.1%}{three:>8.1%}{ten:>8.1%}")
        shares.append(three)
    return int(min(shares, default=1.0) < TARGET)


if __name__ == "__main__":
    sys.exit(main())
