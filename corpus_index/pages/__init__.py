"""Saved pages to records of papers: bytes to text, and text to what stands on it, with the place of every character."""

from corpus_index.pages.decode import load
from corpus_index.pages.registry import ReaderVerdict, explain, split
from corpus_index.pages.source import Source, expand, sources

__all__ = ["ReaderVerdict", "Source", "expand", "explain", "load", "sources", "split"]
