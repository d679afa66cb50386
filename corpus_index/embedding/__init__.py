"""Texts as vectors that lie near each other where the texts mean nearly the same: the extra `semantic`.

Nothing of the extra is imported before `installed_encoder` is called.
"""

from collections.abc import Sequence
from typing import Protocol

from corpus_index.errors import ExtraMissing

__all__ = ["Encoder", "installed_encoder"]


class Encoder(Protocol):
    """Makes vectors. The same text gives the same vector, whatever is encoded beside it."""

    @property
    def name(self) -> str:
        """Says which vectors can be compared: those of encoders of one name."""
        ...

    def encode(self, text: str) -> Sequence[float]:
        """The vector of a text, of length 1; only its beginning may count."""
        ...


def installed_encoder() -> Encoder:
    """Load the model that the extra brings, which takes a second. Raises `ExtraMissing` where it is not installed."""
    try:
        from corpus_index.embedding.minilm import MiniLm

        return MiniLm()
    except ImportError:
        raise ExtraMissing("semantic search", "needs an extra", "semantic") from None
