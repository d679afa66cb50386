"""Indexes of papers whose texts try to act."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from attacks import ADDRESSES, MARKUP

from corpus_index.pages import Source
from corpus_index.pipeline import build

TOPICS = (
    "Gardens", "Rivers", "Violins", "Bridges", "Glaciers", "Spiders", "Harbours", "Lanterns", "Meadows", "Kettles",
    "Orchards", "Pebbles", "Sails", "Thimbles", "Umbrellas", "Wagons", "Candles", "Dunes",
)  # fmt: skip
_TEXTS = {
    "pages": ("name",),
    "papers": ("title", "abstract", "names", "summary", "venue"),
    "paper_authors": ("name",),
    "records": ("title",),
    "record_authors": ("name",),
    "metadata": ("text",),
    "facts": ("name", "long", "metric", "benchmark", "subject", "baseline", "evidence"),
    "names": ("name", "long"),
    "links": ("via", '"to"', "evidence"),
    "conflicts": ("attribute", "a_claim", "a_evidence", "b_claim", "b_evidence"),
    "skipped": ("reason",),
    "paper_own": ("value",),
}


def make(path: Path) -> None:
    """Write an index whose titles, authors, venues, abstracts, names and page names all hold scripts."""
    papers = [
        {
            "title": f"{topic} {script} of {topic.lower()}",
            "abstract": (
                f"We present {topic[:-1]}-{number}B, a model that reaches {60 + number}.5% accuracy on GSM8K {script} "
                f"and <b>beats</b> Llama-3-8B{script} on {topic.lower()}. Of {topic.lower()} it has 7B parameters "
                f"{script} and reads &lt;i&gt; as it is."
            ),
            "authors": [f"Eve {script}", f"Ann {topic}"],
            "arxiv_id": f"2401.000{number:02}",
            "year": 2020 + number,
            "venue": f"Journal of {script}",
            "url": ADDRESSES[number],
            "link": f"https://example.org/{number}?{script}",
        }
        for number, (topic, script) in enumerate(zip(TOPICS, MARKUP, strict=True))
    ]
    build(path, [Source("secret folder/<script>window.acted=1</script>.json", json.dumps(papers).encode())])


def poison(path: Path, attack: str) -> None:
    """Put an attack behind every text of an index, past what readers mend; half characters cannot be stored."""
    stored = attack.encode("utf-8", "replace").decode()
    with closing(sqlite3.connect(path)) as connection:
        for table, columns in _TEXTS.items():
            for column in columns:
                where = "WHERE field <> 'year'" if table == "metadata" else ""
                connection.execute(f"UPDATE {table} SET {column} = {column} || ? {where}", (stored,))  # noqa: S608
        connection.commit()
