"""Papers as files for other programs: BibTeX and JSON Lines. Text out only; nothing here reads the index."""

from corpus_index.export.bibtex import bibtex
from corpus_index.export.jsonl import jsonl

__all__ = ["bibtex", "jsonl"]
