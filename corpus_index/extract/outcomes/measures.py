"""What a number says: a score, a change, a factor, a share kept, a cost or a count."""

from corpus_index.extract.outcomes.changes import CHANGE_RULES
from corpus_index.extract.outcomes.costs import COST_RULES, part_of_a_unit
from corpus_index.extract.outcomes.counts import COUNT_RULES
from corpus_index.extract.outcomes.factors import FACTOR_RULES, by_a_factor
from corpus_index.extract.outcomes.outcome import Measure, Spot
from corpus_index.extract.outcomes.quantities import QUANTITY_RULES
from corpus_index.extract.outcomes.ranks import ranked
from corpus_index.extract.outcomes.scores import SCORE_RULES
from corpus_index.extract.outcomes.setups import is_set_up
from corpus_index.extract.outcomes.shares import SHARE_RULES, kept
from corpus_index.extract.reading.rules import name_of

_BY_UNIT = {
    "x": (part_of_a_unit, *FACTOR_RULES),
    "%": CHANGE_RULES + SHARE_RULES,
    "points": CHANGE_RULES,
    "dB": CHANGE_RULES + SHARE_RULES,
    "USD": COST_RULES,
    None: (by_a_factor, *COST_RULES, *COUNT_RULES, kept, *CHANGE_RULES, *QUANTITY_RULES, *SCORE_RULES),
}


def measure(spot: Spot) -> Measure | None:
    """Read a number as an outcome, from the words around it in its sentence; `None` where it is none."""
    if is_set_up(spot):
        return None
    for rule in (ranked,) if spot.number.shape == "ordinal" else _BY_UNIT[spot.number.unit]:
        found = rule(spot)
        if found:
            return found._replace(rule=name_of(rule))
    return None
