"""Keeping the vectors of papers in step with their texts."""

from pathlib import Path

from corpus_index.domain.progress import Progress
from corpus_index.embedding import Encoder, installed_encoder
from corpus_index.errors import ExtraMissing
from corpus_index.store import Store, open_store
from corpus_index.store.vectors import amount_without, has_vectors, save_vectors, texts_without

_AT_ONCE = 64
"""Papers of one transaction: some seconds of work, which is all that an interruption loses."""


def make_vectors(store: Store, encoder: Encoder, progress: Progress | None = None) -> int:
    """Encode all papers that have no vector of this encoder, and return how many these were.

    What is done stays when this is interrupted, and the next call goes on there. `progress` counts papers.
    """
    total, done = amount_without(store.connection, encoder.name), 0
    while texts := texts_without(store.connection, encoder.name, _AT_ONCE):
        if progress:
            progress(done, max(total, done), "meaning")
        save_vectors(store, encoder.name, {paper: (text, encoder.encode(text)) for paper, text in texts.items()})
        done += len(texts)
    return done


def keep_vectors(store: Store, progress: Progress | None = None) -> None:
    """Encode papers that are new or have changed, if the index has vectors and the extra is installed."""
    if not has_vectors(store.connection):
        return
    try:
        encoder = installed_encoder()
    except ExtraMissing:
        return
    make_vectors(store, encoder, progress)


def reindex_meaning(path: Path, progress: Progress | None = None) -> int:
    """Encode all papers of the index at `path` that have no vector yet, and return how many these were.

    Raises `ExtraMissing` where the extra is not installed, or a `StoreError`.
    """
    with open_store(path, write=True) as store:
        return make_vectors(store, installed_encoder(), progress)
