"""Records to measure with: arXiv's metadata from beside the project, gold pages, and texts of any length."""

import gzip
import json
import random
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.pages import load, split

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
ARXIV = SHARED / "data" / "arxiv-100k.jsonl.gz"


def record(title: str, abstract: str) -> RawRecord:
    """Lay a title and an abstract out as a page would, two line ends apart; white space is squeezed."""
    title, abstract = " ".join(title.split()), " ".join(abstract.split())
    body = len(title) + 2
    return RawRecord(
        ordinal=0,
        kind=RecordKind.ABSTRACT,
        start=0,
        end=body + len(abstract),
        title=Span(0, len(title), title) if title else None,
        abstract=Span(body, body + len(abstract), abstract),
    )


def arxiv() -> Iterator[dict[str, Any]]:
    """The entries of arXiv's metadata that have an abstract, in the order of the file."""
    with gzip.open(ARXIV, "rt", encoding="utf-8") as lines:
        yield from (entry for entry in map(json.loads, lines) if entry["abstract"])


def of_pages(folder: Path) -> list[RawRecord]:
    """All records of the text pages in a folder."""
    pages = sorted(folder.glob("*.txt"))
    return [each for page in pages for each in split(load(page.name, page.read_bytes())).records]


def made(length: int) -> Iterator[tuple[str, str]]:
    """Hostile and plain texts of about `length` characters, each with a name; the same ones every time."""
    chance = random.Random(length)  # noqa: S311
    sentence = (
        "We evaluate Zarp-7B on HOLM'24, GSM8K and XBench, where it reaches 91.5%, 80.2% and 60.0%, respectively. "
    )
    words = (
        "on from to of and by 3.5% 12x $\\times$ Zarp-7B AIME'24 & 25 ( ) , ; : propose we novel (ABC) GPT-4 up 70 +"
    )
    yield "digits", "1234567890" * (length // 10)
    yield "numbers", "12.5% " * (length // 6)
    yield "open brackets", "(" * length
    yield "nested brackets", "(a" * (length // 4) + ")b" * (length // 4)
    yield "one long word", "a" * length
    yield "capitals and hyphens", "A-" * (length // 2)
    yield "dollars and backslashes", "$\\" * (length // 2)
    yield "names in one list", "AIME24, Zarp-7B and " * (length // 20)
    yield "random characters", "".join(chance.choices(string.printable + "àéøß×→≈…中文", k=length))
    yield "words of the grammars", " ".join(chance.choices(words.split(), k=length // 5))
    yield "sentences", sentence * (length // len(sentence))
