"""Pages in, papers in the store: the one place that joins reading, extracting, resolving and storing."""

from corpus_index.pipeline.adding import add, build
from corpus_index.pipeline.enriching import Enriched, EnrichReport, enrich
from corpus_index.pipeline.freezing import freeze_keys
from corpus_index.pipeline.patterned_keys import patterned_keys
from corpus_index.pipeline.reading import Parsed, parse
from corpus_index.pipeline.removing import RemoveReport, remove

__all__ = [
    "EnrichReport",
    "Enriched",
    "Parsed",
    "RemoveReport",
    "add",
    "build",
    "enrich",
    "freeze_keys",
    "parse",
    "patterned_keys",
    "remove",
]
