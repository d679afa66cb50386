"""Saved pages to records of papers: bytes to text, and text to what stands on it, with the place of every character."""

from corpus_index.pages.decode import load
from corpus_index.pages.parts import LineReader, Part, digest_of, line_reader, parts, read_part
from corpus_index.pages.registry import ReaderVerdict, explain, split
from corpus_index.pages.source import Source, expand, sources

__all__ = [
    "LineReader",
    "Part",
    "ReaderVerdict",
    "Source",
    "digest_of",
    "expand",
    "explain",
    "line_reader",
    "load",
    "parts",
    "read_part",
    "sources",
    "split",
]
