"""Which benchmark a number belongs to."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from corpus_index.extract.figures.rivals import Rivals
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.reading.text import Text

_ON = re.compile(
    r"^(?:[^.;]|\.(?=\d)){0,90}?\b(?:on|in|for|of|from|across|over|against|at)\s+(?:both\s+|"
    r"all\s+|average across\s+)?(?:the\s+|an?\s+|our\s+)?(?:[a-z][\w-]*\s+){0,4}(?:\(?\s*)$"
)
_JOINED = re.compile(
    r"^\s*(?:[a-z-]+\s+){0,2}(?:\)?\s*(?:,|and|&|/|,\s*and|,\s*as well as)\s*)(?:the\s+)?(?:[a-z-]+\s+)"
    r"{0,3}\(?$|^$"
)
_CLAUSE = re.compile(r";|,\s+(?:while|whereas|but|yet)\b|\bwhile\b")


_IN_LIST = re.compile(
    r"[%\s]*(?:\s?(?!on\b|in\b|for\b|of\b|from\b|over\b|by\b|and\b|to\b|at\b)[A-Za-z][\w@-]*){0,2}(?:\s*\([^()]*\))?"
    r"\s*(?:,|and|,\s*and|/|&|;)\s*(?:by\s+|and\s+|up to\s+|about\s+|a\s+|\+\s*)*[~$]?"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Benchmarks that one list names, from `start` to `end`."""

    names: tuple[str, ...]
    start: int
    end: int
    scope: bool

    @property
    def joint(self) -> str:
        """All names, as a result that belongs to all of them gives them."""
        return " + ".join(self.names)


@dataclass(frozen=True, slots=True)
class Place:
    """Benchmarks of one number, and where they are printed."""

    benchmark: str
    start: int
    end: int
    rule: str = ""


def groups(text: Text, names: tuple[BenchmarkName, ...], start: int, end: int) -> list[Group]:
    """Join the benchmarks of a sentence that stand in one list without a number between them."""
    inside = [name for name in names if start <= name.start < end]
    grouped: list[list[BenchmarkName]] = []
    for name in inside:
        last = grouped[-1][-1] if grouped else None
        if last and (
            name.start == last.start or _JOINED.match(_between(text, last, name)) or _example_list(text, last, name)
        ):
            grouped[-1].append(name)
        else:
            grouped.append([name])
    return [_group(text, members, start) for members in grouped]


def _between(text: Text, last: BenchmarkName, name: BenchmarkName) -> str:
    return text.clean[last.end : name.start] if name.start >= last.end else ""


def _example_list(text: Text, last: BenchmarkName, name: BenchmarkName) -> bool:
    """`PhD-level QA (GPQA), math benchmarks (AMC23, AIME24), and the code benchmark (LiveCodeBench)`."""
    between = _between(text, last, name)
    return bool(re.fullmatch(r"\)?,\s+(?:and\s+)?(?:the\s+)?(?:[a-z-]+\s+){0,4}\(", between))


def _group(text: Text, members: list[BenchmarkName], sentence: int) -> Group:
    before = re.split(r"[:;]\s+", text.clean[sentence : members[0].start])[-1]
    scope = bool(
        re.match(
            (
                r"(?:[\w-]+,\s+)?(?:(?:[Ii]n particular|[Ss]pecifically|[Nn]otably|[Ff]or example|"
                r"[Ee]xperiments?[^,]*|[Tt]hrough[^,]*),?\s+)?(?:[Oo]n|[Aa]cross|[Ii]n|"
                r"[Ff]or|[Ww]ith|[Uu]nder|[Ee]valuated on|[Tt]ested on|[Ee]xperiments on|"
                r"(?:\w+\s+)?(?:[Ee]valuations?|[Tt]ests?|[Rr]esults)\s+on|[Oo]ver)\b[^.;]*$"
            ),
            before,
        )
    )
    return Group(
        tuple(dict.fromkeys(name.name for name in members)), members[0].start, max(name.end for name in members), scope
    )


def place(text: Text, spots: list[tuple[int, int]], listed: list[Group], alike: list[bool]) -> list[Place | None]:
    """Give each number of a sentence, by its span in `spots`, the benchmark that it is stated on.

    `alike` says of each two neighbours whether they are of one kind and unit. In this order: a
    list of as many benchmarks as numbers, paired in order; the benchmark that a number stands next to; the list that
    opens the sentence; the benchmark of the number before it.
    """
    heads = [index for index in range(len(spots)) if not (index and _is_remark(text, spots[index - 1], spots[index]))]
    if len(heads) < len(spots):
        kept = place(text, [spots[index] for index in heads], listed, [True] * (len(heads) - 1))
        return [kept[bisect_right(heads, index) - 1] for index in range(len(spots))]
    places: list[Place | None] = [None] * len(spots)
    for group in listed:
        _pair(text, spots, group, places)
    for index in range(len(spots)):
        if places[index] is None:
            places[index] = _adjacent(text, spots, index, listed)
    _share_backwards(text, spots, places)
    _pair_later_list(text, spots, places)
    opening = next((group for group in listed if group.scope and group.end <= spots[0][0]), None) if spots else None
    for index, spot in enumerate(spots):
        if places[index] is not None:
            continue
        if opening:
            places[index] = Place(opening.joint, opening.start, opening.end)
        elif (
            index
            and not _has_own_place(text, spots, index)
            and alike[index - 1]
            and not _CLAUSE.search(text.clean[spots[index - 1][1] : spot[0]])
        ):
            previous = places[index - 1]
            places[index] = previous if previous and previous.start < spot[0] else None
    return places


def _is_remark(text: Text, spot: tuple[int, int], following: tuple[int, int]) -> bool:
    """`77.8% mAP (+9.4%)`: a number in a bracket of its own is said of the number before it."""
    gap = text.clean[spot[1] : following[0]]
    return bool(re.fullmatch(r"(?:\s+[\w@-]+){0,2}\s+\(", gap)) and text.clean.startswith(")", following[1])


def _has_own_place(text: Text, spots: list[tuple[int, int]], index: int) -> bool:
    """`6.3% improvement on planning tasks`: stated on something that is no named benchmark."""
    ceiling = spots[index + 1][0] if index + 1 < len(spots) else len(text.clean)
    return bool(
        re.match(
            (
                r"[\s%]*(?:(?!with|without|in|over|to|while|and|for)[a-z-]+\s+){0,3}?on\s+(?!average|"
                r"both|top|the same|all\b)(?:the\s+)?[a-z]"
            ),
            text.clean[spots[index][1] : ceiling],
        )
    )


def _pair_later_list(text: Text, spots: list[tuple[int, int]], places: list[Place | None]) -> None:
    """`54% on A and 70% on B, surpassing the baseline by 5% and 7%, respectively`: a later list takes A and B again."""
    if len(spots) < 4 or len(spots) % 2:
        return
    half = len(spots) // 2
    first, second = places[:half], spots[half:]
    tail = text.clean[second[-1][1] : second[-1][1] + 20]
    if (
        all(first)
        and len({where.benchmark for where in first if where}) == half
        and _is_list(text, second)
        and "respectively" in tail
    ):
        places[half:] = first


def leave_to_rivals(places: list[Place | None], others: Rivals) -> None:
    """Give the numbers of rivals the benchmarks of the numbers that they are compared with, in order."""
    count = others.end - others.first
    own = list(dict.fromkeys(where.benchmark for where in places[: others.first] if where))
    before = [where for where in places[: others.first] if where]
    if len(own) >= count:
        places[others.first : others.end] = before[-count:]
    elif before and count == 1:
        places[others.first] = before[-1]


def _pair(text: Text, spots: list[tuple[int, int]], group: Group, places: list[Place | None]) -> None:
    """Pair `1, 2 and 3 on A, B and C` and `on A, B and C it reaches 1, 2 and 3`, with or without `respectively`."""
    count = len(group.names)
    if count < 2:
        return
    run = _run_before(text, spots, group, count) or _run_after(text, spots, group, count)
    for index, name in zip(run or (), group.names, strict=False):
        places[index] = Place(name, group.start, group.end)


def _run_before(text: Text, spots: list[tuple[int, int]], group: Group, count: int) -> list[int] | None:
    before = [index for index, spot in enumerate(spots) if spot[1] <= group.start]
    run = before[-count:]
    if len(run) < count or not _is_list(text, [spots[index] for index in run]):
        return None
    return run if _ON.match(text.clean[spots[run[-1]][1] : group.start]) else None


def _run_after(text: Text, spots: list[tuple[int, int]], group: Group, count: int) -> list[int] | None:
    after = [index for index, spot in enumerate(spots) if spot[0] >= group.end]
    run = after[:count]
    if len(run) < count or not _is_list(text, [spots[index] for index in run]):
        return None
    following = after[count : count + 1]
    if following and _is_list(text, [spots[run[-1]], spots[following[0]]]):
        return None
    return run


def _is_list(text: Text, spots: list[tuple[int, int]]) -> bool:
    return all(_IN_LIST.fullmatch(text.clean[a[1] : b[0]]) for a, b in pairwise(spots))


def _adjacent(text: Text, spots: list[tuple[int, int]], index: int, listed: list[Group]) -> Place | None:
    start, end = spots[index]
    floor = spots[index - 1][1] if index else 0
    ceiling = spots[index + 1][0] if index + 1 < len(spots) else len(text.clean)
    before = [group for group in listed if floor <= group.end <= start]
    after = [group for group in listed if end <= group.start <= ceiling]
    if before and _leads_to(text.clean[before[-1].end : start]):
        last = before[-1]
        name = last.names[-1] if re.fullmatch(r"[\s(:=]*", text.clean[last.end : start]) else last.joint
        return Place(name, last.start, last.end)
    if after:
        gap = text.clean[end : after[0].start]
        if re.fullmatch(r"\s+", gap) or (_ON.match(gap) and not _CLAUSE.search(gap)):
            return Place(after[0].joint, after[0].start, after[0].end)
        if re.search(r"\((?:\s*)$", gap) and not re.search(r"[,;]", gap):
            return Place(after[0].joint, after[0].start, after[0].end)
    return None


def _leads_to(gap: str) -> bool:
    """`AIME24 (`, `AIME24 `, `AIME24: `, `AIME24 accuracy from`, `AIME24 reaching`."""
    return bool(
        re.fullmatch(r"[\s(:=+~-]*(?:[+-]\s*)?", gap)
        or re.fullmatch(
            r"(?:\s+(?:accuracy|scores?|performance|pass@1|Pass@1|task|results?|"
            r"benchmark|success rate))?\s+(?:of|at|is|was|from|reach\w*|rising from|"
            r"increas\w+ from|improv\w+ (?:from|by)|by|to|achiev\w*|with|"
            r"gains?|up)\s+(?:about|around|nearly|over|up to|more than|~)?\s*",
            gap,
        )
    )


def _by_name(text: Text, spot: tuple[int, int], following: tuple[int, int]) -> bool:
    """`outperforms A by 3.2 points and B by 7.7 points on MATH-500`."""
    gap = text.clean[spot[1] : following[0]]
    return bool(re.fullmatch(r"(?:,\s*|\s+and\s+|,\s+and\s+)(?:the\s+)?[A-Z][\w.-]*(?:\s[\w.-]+){0,2}\s+by\s+", gap))


def _share_backwards(text: Text, spots: list[tuple[int, int]], places: list[Place | None]) -> None:
    """`13.0% and 22.2% on MATH500`: the numbers of one list share the benchmark that follows the last of them."""
    for index in range(len(spots) - 2, -1, -1):
        following = places[index + 1]
        if (
            places[index] is None
            and following
            and following.start > spots[index + 1][0]
            and (_is_list(text, spots[index : index + 2]) or _by_name(text, *spots[index : index + 2]))
        ):
            places[index] = following
