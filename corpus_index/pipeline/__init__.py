"""Pages in, papers in the store: the one place that joins reading, extracting, resolving and storing."""

from corpus_index.pipeline.adding import add, build
from corpus_index.pipeline.annotating import OwnReport, note, set_field, tag
from corpus_index.pipeline.deciding import DecisionReport, merge, split
from corpus_index.pipeline.embedding import reindex_meaning
from corpus_index.pipeline.enriching import Enriched, EnrichReport, enrich
from corpus_index.pipeline.patterned_keys import patterned_keys
from corpus_index.pipeline.reading import Parsed, parse
from corpus_index.pipeline.reasoning import why
from corpus_index.pipeline.rebuilding import RebuildReport, rebuild
from corpus_index.pipeline.reindexing import ENGINES, ReindexReport, reindex
from corpus_index.pipeline.removing import RemoveReport, remove
from corpus_index.pipeline.repairing import RepairReport, repair
from corpus_index.pipeline.undoing import UndoReport, undo
from corpus_index.pipeline.verifying import verify
from corpus_index.store.freezing import freeze_keys

__all__ = [
    "ENGINES",
    "DecisionReport",
    "EnrichReport",
    "Enriched",
    "OwnReport",
    "Parsed",
    "RebuildReport",
    "ReindexReport",
    "RemoveReport",
    "RepairReport",
    "UndoReport",
    "add",
    "build",
    "enrich",
    "freeze_keys",
    "merge",
    "note",
    "parse",
    "patterned_keys",
    "rebuild",
    "reindex",
    "reindex_meaning",
    "remove",
    "repair",
    "set_field",
    "split",
    "tag",
    "undo",
    "verify",
    "why",
]
