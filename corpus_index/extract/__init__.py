"""Records to facts. The front doors are `facts_of` and `sentence_around`."""

from corpus_index.extract.reading.sentences import sentence_around
from corpus_index.extract.record_facts import facts_of

__all__ = ["facts_of", "sentence_around"]
