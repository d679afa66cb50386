"""What is chosen for an experiment and never its outcome: thresholds, seeds, learning rates."""

import re

from corpus_index.extract.reading.lexicon import one_of

_SETTING = re.compile(
    rf"\b(?:{one_of('number_words', 'settings')})s?\b(?:\s(?:of|is|was|are|set to|fixed to|at|to|equal to|=)){{0,2}}$",
    re.IGNORECASE,
)
_REACH = 80


def is_setting(lead: str) -> bool:
    """Say whether the words before a number end in a setting: `a learning rate of`, `the threshold is set to`."""
    return bool(_SETTING.search(lead, max(0, len(lead) - _REACH)))
