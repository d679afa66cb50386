"""Saved pages to records of papers: bytes to text, and text to what stands on it, with the place of every character."""

from corpus_index.pages.decode import load
from corpus_index.pages.line_readers import LineReader
from corpus_index.pages.parts import Extent, Part, extent_of, line_reader, parts, read_part
from corpus_index.pages.reader import BROKEN
from corpus_index.pages.registry import ReaderVerdict, explain, split
from corpus_index.pages.source import Source, expand, sources

__all__ = [
    "BROKEN",
    "Extent",
    "LineReader",
    "Part",
    "ReaderVerdict",
    "Source",
    "expand",
    "explain",
    "extent_of",
    "line_reader",
    "load",
    "parts",
    "read_part",
    "sources",
    "split",
]
