"""Answers about the whole index: leaderboards, models, checks, INDEX.md, and how good extraction is."""

from corpus_index.report.checking import check
from corpus_index.report.comparing import comparison
from corpus_index.report.index_page import INDEX_MARK, index_page, index_pages, parts_folder
from corpus_index.report.leaderboards import benchmarks, leaderboard
from corpus_index.report.models import models, profiles

__all__ = [
    "INDEX_MARK",
    "benchmarks",
    "check",
    "comparison",
    "index_page",
    "index_pages",
    "leaderboard",
    "models",
    "parts_folder",
    "profiles",
]
