"""Words before a number that make it a bound: `up to`, `at least`, `nearly`."""

import re

from corpus_index.domain.facts import Bound

_ENDS = frozenset(
    """to than as of within most upto over least above exceed exceeds exceeding exceeded beyond below under about around
    nearly near approximately roughly almost some estimated approx circa ca approaching virtually a an additional
    surpassing""".split()  # noqa: SIM905 - a list of sixty words is easier to read as text
)
_BOUNDS = re.compile(
    r"\b(?:(?P<up>up\s*to|(?:no|not|never) (?:more|greater|higher|better) than|"
    r"as (?:much|many|high|low|few|little|large|fast|long) as|(?:a )?maximum (?:\w+ ){0,2}of|within|at most)"
    r"|(?P<least>at least|over|more than|(?:greater|higher|larger|better) than|above|exceed(?:s|ing|ed)?|surpassing|"
    r"(?:no|not) (?:less|fewer|lower) than|beyond|in excess of|(?:a )?minimum (?:\w+ ){0,2}of)"
    r"|(?P<below>(?:less|fewer|lower|smaller|shorter) than|below|under)"
    r"|(?P<about>about|around|nearly|near|approximately|roughly|almost|some|an estimated|estimated|close to|approx\.?|"
    r"circa|ca\.|approaching|virtually))"
    r"(?:\s+an?)?(?:\s+(?:additional|approximately|about|around|roughly|nearly|over))?[\s~+><=-]*$",
    re.IGNORECASE,
)
_SIGNS = {"~": Bound.ABOUT, ">": Bound.AT_LEAST, "≥": Bound.AT_LEAST, "<": Bound.BELOW, "≤": Bound.UP_TO}
_DENIAL = re.compile(
    r"\b(?:none|no|neither|nor|never|not|cannot|can't|doesn't|hardly|without|fails? to|unable to)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.;:,]\s|\b(?:but|while|which)\b")
_REACH = 48  # of the words of a bound, in characters
_CLAUSE_REACH = 120


def bound_before(text: str, position: int) -> Bound | None:
    """Read the bound that the words right before a number give it; a denied `more than` is `up to`."""
    before = text[max(0, position - _REACH) : position].rstrip(" +-=$({")
    signed = _SIGNS.get(before[-1:])
    word = before.rstrip("~<>≥≤= ").rpartition(" ")[2].strip("(").casefold()
    if word.rstrip(".") not in _ENDS:
        return signed
    found = _BOUNDS.search(before)
    if not found:
        return signed
    if found["up"]:
        return Bound.UP_TO
    if found["below"]:
        return Bound.BELOW
    if found["about"]:
        return Bound.ABOUT
    clause = _CLAUSE.split(text[max(0, position - _CLAUSE_REACH) : position])[-1]
    return Bound.UP_TO if _DENIAL.search(clause) else Bound.AT_LEAST
