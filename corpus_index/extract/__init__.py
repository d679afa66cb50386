"""Records to facts. The front doors are `facts_of` and `sentence_around`."""

from corpus_index.extract.record_facts import facts_of
from corpus_index.extract.sentences import sentence_around

__all__ = ["facts_of", "sentence_around"]
