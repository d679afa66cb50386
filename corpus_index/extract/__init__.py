"""Records to facts. The front doors are `facts_of`, `explain` and `sentence_around`."""

from corpus_index.extract.reading.sentences import sentence_around
from corpus_index.extract.record_facts import Explained, explain, facts_of

__all__ = ["Explained", "explain", "facts_of", "sentence_around"]
