"""What the numbers of a sentence say together: pairs, lists, and comparisons."""

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.outcomes.metric_words import is_metric, words_of
from corpus_index.extract.outcomes.outcome import Measure, Spot, score
from corpus_index.extract.outcomes.settings import is_setting
from corpus_index.extract.outcomes.setups import is_set_up
from corpus_index.extract.reading.numbers import Number
from corpus_index.extract.reading.rules import name_of
from corpus_index.extract.reading.units import Unit, unit_behind


@dataclass(slots=True)
class Read:
    """A number on its way to a reading: what it says, if anything yet; `before` marks the first of a from-to pair."""

    spot: Spot
    measure: Measure | None
    before: bool = False

    @property
    def end(self) -> int:
        """Where the number ends with its unit and noun."""
        return self.measure.end if self.measure else self.spot.number.end

    @property
    def quantity(self) -> Unit | None:
        """The physical unit behind a number that has none of its own."""
        return unit_behind(self.spot.after) if self.spot.number.unit is None else None

    @property
    def unit(self) -> str | None:
        """The unit of the number, whatever it says."""
        quantity = self.quantity
        return quantity.name if quantity else self.spot.number.unit

    def level(self, rule: str) -> Measure:
        """Read it as a level, with its sign and unit."""
        quantity = self.quantity
        return score(self.spot.number, self.unit, length=quantity.length if quantity else 0)._replace(rule=rule)


_LIST = re.compile(r"\s*(?:,|and|,\s*and|or|/|&|;)\s*(?:by\s+|up to\s+|an?\s+)?[~<>]?\s*")
_JOINED = re.compile(
    r"(?:\s*\([^()\d]{1,40}\))?\s*(?:,|and|,\s*and|or|/)\s*(?:by\s+|up to\s+|an?\s+)?[~<>]?\s*|"
    r"\s*(?:,|--?|—)?\s*and (?:as much as|even|up to) (?:nearly |over |about )?|(?:\s+on average)?\s*\(up to |"
    r"(?:\s+(?!achiev|reach|while)[A-Za-z@-]+){0,6}?"
    r"\s+(?:(?:on|in|for|across|over)\s+(?:(?!achiev|reach|while|attain|obtain|outperform|improv|reduc)"
    r"(?:[^.;:\d]|(?<=[\w@-])\d|(?<=[a-z] )\d(?![\d.,%])|(?<=[a-z] )\d{2}(?=[ -][a-z]))){0,120}?)"
    r"(?:,|\band)\s+(?:by\s+|and\s+|an?\s+){0,2}(?:up to\s+|over\s+|about\s+|around\s+|nearly\s+)?"
)
_BY_EACH = re.compile(r"\s+[A-Za-z@-]+\s+and\s+")  # "by 7.9 DS and 15% SR"
_OF_EACH = re.compile(r"(?:\s+[a-z-]+){1,3}\s+and\s+")  # "needs only 18% inference time and 12% input tokens"
_NEXT_GAIN = re.compile(r"[^.;:()\d]{0,60}?(?:,|\band)\s[^.;:()\d]{0,60}")
_NAMES_NO_MEASURE = re.compile(r"\s*(?:$|[,.)]|(?:and|on|in|over|for|at|across|with|using)\b)")
_PREPOSITIONS = r"(?P<with>at|with|under|using|against|to|when|from|versus|vs\.?)"
_PREPOSITION_BETWEEN = re.compile(
    rf"(?:\s+(?!achiev|reach|while)[\w@()-]+){{0,6}}?\s+{_PREPOSITIONS}\s+"
    r"(?:(?!achiev|reach|while|attain|obtain|outperform|improv|reduc)(?:[^.;:\d]|(?<=[\w@.-])[\d.])){0,80}?"
    r"(?:,|\band)\s+(?:by\s+|and\s+|an?\s+){0,2}(?:up to\s+|over\s+|about\s+|around\s+|nearly\s+)?"
)
_PREPOSITION_BEHIND = re.compile(rf"(?:\s+[\w@()-]+){{0,5}}?\s+{_PREPOSITIONS}\s")
_TO = re.compile(r"[^.;\d]{0,60}?\b(?:to|→)\s*(?:[a-z-]+\s+){0,2}[~<>≤≥]?\s*")
_VERSUS = re.compile(r"(?:versus|vs\.?)\s*$")
_COMPARES = re.compile(
    r"(?:compared (?:to|with|against)|in comparison (?:to|with)|versus|vs\.?|against|as opposed to|than|up from|"
    r"down from|over|from|the)\s*\(?$"
)
_VARIES = re.compile(
    r"\b(?:rang\w+|var(?:y|ies|ying)|spann?\w*|sweep\w*|scal\w+|siz\w+|grow\w*)\s+(?:\w+\s+)?from\s*~?\s*$"
)
_WHOLE = re.compile(r"\b(?:accuracy|scores?|F1|performance|improv\w+|increas\w+|boost\w+|ris\w+|rais\w+|reduc\w+)\b")
_RIVAL_AT = re.compile(r"\b(?:outperform|surpass|exceed|beat)\w*\s[^;]{0,80}\bat$")
_LONGEST_LABEL = 2
_KEEPS = frozenset(("kept", "kept alone"))
_SAID_OF_NONE = frozenset(("labelled", "metric ahead"))  # rules for levels that another difference is stronger than
_SETTING = re.compile(r"\b(?:at|threshold|when|with an?|rate of|temperature|z)\s*(?:\w+\s+)?=?\s*$")


def leave_set_ups(reads: list[Read], text: str) -> None:
    """Where one number of a list belongs to the set-up, all do: `3% and 5% displacement`, `(4x and 8x)`."""
    for one, other in (*pairwise(reads), *pairwise(reads[::-1])):
        a, b = sorted((one.spot.number, other.spot.number), key=lambda number: number.start)
        if one.measure or not other.measure or not (other.measure.weak or a.unit == "x") or a.unit != b.unit:
            continue
        if a.unit and a.high is None and is_set_up(one.spot) and _LIST.fullmatch(text, a.end, b.start):
            other.measure = None


def from_to(reads: list[Read], text: str) -> None:
    """Two numbers, `from` before the first and `to` before the second: the level before, and the one after.

    >>> readings("Zarp improves accuracy from 61.3 ± 0.7% in the past to approximately 85%.", "Zarp: A Model")
    61.3 % score (from to)
    about 85 % score (from to)
    """
    for first, second in pairwise(reads):
        a, b = first.spot.number, second.spot.number
        if first.spot.cue != "from" or a.high is not None or a.scaled or first.unit in ("x", "USD"):
            continue
        if first.unit != second.unit or not _TO.fullmatch(text, a.end, b.start) or is_varied(first.spot, first.unit):
            continue
        for read in (first, second):
            read.measure = read.level(name_of(from_to))
        first.before = True


def from_to_in_turn(reads: list[Read], text: str) -> None:
    """Two numbers before `to`, and as many behind it: the levels before, and those after.

    >>> readings("Zarp lifts the recall of both from 45.0 and 58.5 to 60.0 and 71.0.", "Zarp: A Model")
    45 score (from to in turn)
    58.5 score (from to in turn)
    60 score (from to in turn)
    71 score (from to in turn)
    """
    for index, first in enumerate(reads[:-3]):
        four = reads[index : index + 4]
        if first.spot.cue != "from" or any(read.unit != first.unit or read.spot.number.high for read in four):
            continue
        gaps = [text[a.end : b.spot.number.start] for a, b in pairwise(four)]
        if _LIST.fullmatch(gaps[0]) and _TO.fullmatch(gaps[1]) and _LIST.fullmatch(gaps[2]):
            for place, read in enumerate(four):
                read.measure, read.before = read.level(name_of(from_to_in_turn)), place < len(four) // 2


def is_varied(spot: Spot, unit: str | None) -> bool:
    """Say whether a `from ... to` spans what is varied rather than what has moved."""
    if is_setting(spot.lead.removesuffix(" from")):
        return True
    return bool(
        _VARIES.search(spot.before) or (not spot.number.decimals and not unit and not _WHOLE.search(spot.before))
    )


def listed(reads: list[Read], text: str) -> None:
    """What the last number of a list says by its noun, the others say too: `8.8%, 6.1% and 9.9% accuracy gain`.

    >>> readings("Zarp gives 8.8%, 6.1% and 9.9% accuracy gain.", "Zarp: A Model")
    8.8 % change (listed)
    6.1 % change (listed)
    9.9 % change (noun behind)
    """
    for index in range(len(reads) - 2, -1, -1):
        read, following = reads[index], reads[index + 1]
        said = following.measure
        if said is None or following.before or not _LIST.fullmatch(text, read.end, following.spot.number.start):
            continue
        alike = read.spot.number.unit == following.spot.number.unit
        weak = read.measure is None or read.measure.weak
        if not (alike and weak) or said.weak or said.kind is ResultKind.COUNT or read.spot.number.scaled:
            continue
        if read.measure is None and read.spot.number.decimals == 0 and following.spot.number.decimals:
            continue
        read.measure = _as_said(read.spot.number, said, name_of(listed))


def joined(reads: list[Read], text: str) -> None:
    """A number joined by `and` to a difference is one in the same direction, in whatever words lie between.

    >>> readings("Zarp cuts latency by 40% on short inputs and 70% on long ones.", "Zarp: A Cache")
    -40 % change (behind by)
    -70 % change (joined)
    """
    for last, read in pairwise([read for read in reads if not _is_label(read)]):
        said, own, number = last.measure, read.measure, read.spot.number
        if said and own and own.weak and _is_parted(text, said, number):
            read.measure = _as_said(number, said, name_of(joined))._replace(unit=own.unit)
            continue
        if (
            said is None
            or said.unit != number.unit
            or not (are_joined(text, said.end, number.start) or _is_parallel(text, said.end, read.spot))
        ):
            continue
        if own and said.unit is None and said.kind is ResultKind.CHANGE and own.rule in _SAID_OF_NONE:
            own = None
        if (own is None and said.unit is None and number.decimals) or (
            own and own.weak and (said.kind is ResultKind.CHANGE or said.rule in _KEEPS)
        ):
            read.measure = _as_said(number, said, name_of(joined))
        elif (
            own
            and own.kind is said.kind is ResultKind.CHANGE
            and said.value < 0 < own.value
            and own.rule == "behind by"
        ):
            read.measure = own._replace(value=-own.value, high=None if own.high is None else -own.high)


def _is_label(read: Read) -> bool:
    """Say whether a number is a digit or two that say nothing: `by 4% on Task 1 and 3% on Task 2`."""
    number = read.spot.number
    return read.measure is None and number.unit is None and number.end - number.start <= _LONGEST_LABEL


def _is_parted(text: str, said: Measure, number: Number) -> bool:
    """Say whether `and` joins what was said of one measure to the number of another, with a noun behind each."""
    if said.rule == "noun behind" and said.unit == number.unit:
        following = words_of(text[number.end : number.end + 40])[:3]
        return bool(_OF_EACH.fullmatch(text, said.end, number.start)) and not any(map(is_metric, following))
    each = _BY_EACH if said.rule == "behind by" and said.unit is None else _OF_EACH if said.rule in _KEEPS else None
    return each is not None and each.fullmatch(text, said.end, number.start) is not None


def points_shared(reads: list[Read], text: str) -> None:
    """Differences in a list are all in points where one is: `by +7.0 over the first and by +10.7 points over the last`.

    >>> readings("We gain +11.1 points in planning and +8.3 in sorting.", "Zarp: A Model")
    11.1 points change (signed)
    8.3 points change (points shared)
    """
    for one, other in (*pairwise(reads), *((b, a) for a, b in pairwise(reads))):
        said, own, number = one.measure, other.measure, other.spot.number
        if not said or said.unit != "points" or said.kind is not ResultKind.CHANGE or number.unit or not number.sign:
            continue
        first, second = sorted((one, other), key=lambda read: read.spot.number.start)
        if (own and own.unit) or not _NAMES_NO_MEASURE.match(other.spot.after):
            continue
        if not _NEXT_GAIN.fullmatch(text, first.end, second.spot.number.start):
            continue
        other.measure = _as_said(number, said, name_of(points_shared))._replace(unit="points")


def _is_parallel(text: str, start: int, spot: Spot) -> bool:
    """`by 3.2% with the first and 2.0% with the second`: two numbers with the same preposition behind them."""
    gap = _PREPOSITION_BETWEEN.fullmatch(text, start, spot.number.start)
    behind = _PREPOSITION_BEHIND.match(spot.after) if gap else None
    return gap is not None and behind is not None and behind["with"] == gap["with"]


def are_joined(text: str, start: int, end: int) -> bool:
    """Say whether two numbers are joined by `and` or a comma, whatever they are said of."""
    return bool(_JOINED.fullmatch(text, start, end))


def compared(reads: list[Read], text: str) -> None:
    """What an outcome is compared with is of its kind: `67.7 points, compared to 36.3 points`, `0.55 vs. 0.18`.

    >>> readings("Zarp achieves 67.7 points compared to 36.3 points, and F1 0.549 vs. 0.184.", "Zarp: A Model")
    67.7 points score (points)
    36.3 points score (compared)
    0.549 score (metric ahead)
    0.184 score (compared)
    """
    del text  # only rules for lists look at what lies between two numbers
    for index, read in enumerate(reads):
        earlier = (each.measure for each in reversed(reads[:index]) if each.measure and each.measure.unit == read.unit)
        said, number = next(earlier, None), read.spot.number
        if said and said.kind is ResultKind.CHANGE and said.unit and _VERSUS.search(read.spot.lead):
            read.measure = _as_said(number, said, name_of(compared))
        if said is None or said.kind is not ResultKind.SCORE or (read.measure and read.measure.kind is said.kind):
            continue
        if is_varied(read.spot, read.unit) and read.spot.cue == "from":
            continue
        if _COMPARES.search(read.spot.lead) and not number.scaled and (said.unit or number.decimals):
            read.measure = read.level(name_of(compared))


def continued(reads: list[Read], text: str) -> None:
    """A decimal with as many digits as a level of the sentence goes on with it.

    >>> readings("Zarp has a recall of 0.815 in sunshine, beating the 0.733 of humans.", "Zarp: A Model")
    0.815 score (metric ahead)
    0.733 score (continued)
    """
    del text
    levels = [read for read in reads if read.measure and read.measure.kind is ResultKind.SCORE]
    levels = [read for read in levels if not read.spot.number.unit]
    for read in reads:
        number = read.spot.number
        if read.measure or number.unit or number.scaled or not number.decimals or is_set_up(read.spot):
            continue
        alike = any(each.unit == read.unit and _is_like(each.spot.number, number) for each in levels)
        set_up = _SETTING.search(read.spot.lead) and not _RIVAL_AT.search(read.spot.lead)
        if alike and read.spot.cue != "=" and not set_up:
            read.measure = read.level(name_of(continued))


def _is_like(a: Number, b: Number) -> bool:
    """Say whether two decimals are printed alike: so many digits behind the point, or one more or less."""
    return abs(a.decimals - b.decimals) <= (1 if a.decimals > 1 else 0) and a.power == b.power


def _as_said(number: Number, said: Measure, rule: str) -> Measure:
    """Read a number as another one was read, in its direction and with its unit."""
    sign = -1 if said.kind is ResultKind.CHANGE and said.value < 0 and number.sign <= 0 else 1
    high = None if number.high is None else sign * number.high
    return said._replace(
        value=sign * number.value, high=high, bound=number.bound, end=number.end, total=None, rule=rule
    )


LIST_RULES = (from_to, from_to_in_turn, listed, joined, points_shared, compared, continued)
