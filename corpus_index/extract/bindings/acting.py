"""Whose number it is by the clause that it stands in: the subject of its verb."""

import re
from functools import lru_cache

from corpus_index.extract.bindings.clauses import REPORTING, Clause
from corpus_index.extract.bindings.doers import doer
from corpus_index.extract.bindings.phrases import Party, Sort, is_any_system, party
from corpus_index.extract.bindings.scenes import Scene
from corpus_index.extract.bindings.sites import Site, Whose

_LIFTS = re.compile(
    r"\b(?:improv|reduc|rais|increas|enhanc|decreas)(?:es?|ed|ing)\b|\b(?:boost|lift|lower|bring|tak|mov|driv)(?:s|e|es|ed|ing)?\b"
)
_EXPLETIVE = re.compile(
    r"\s+(?:\w+\s+)?(?:found|shown|observed|demonstrated|noted|worth|clear|possible|known|seen|expected)\b"
)
_FROM = re.compile(r"\bfrom\s*(?:about|around|nearly|just|only|~)?\s*[~]?$")
_OBJECT = re.compile(r"\s+(?:[\w-]+\s+){0,3}?(?:(?:of|for|in)\s+(?:the\s+)?)?(?:[\w-]+\s+){0,2}")
_BASE = re.compile(r"\s+(?:backbone|base\s?line|base|starting point|checkpoint)\b")
_BY = re.compile(r"\s+by\s+(?:up to\s+|about\s+|over\s+)?[+~-]?")
_IN_A_LIST = re.compile(r"(?:\bof|\bfor|%,|%,?\s+and|points?,|points?,?\s+and)\s+(?:the\s+)?$")
_LIFTED = re.compile(r"\b(?:improv|boost|increas|enhanc|rais|lift)\w*\s+(?:[\w-]+\s+){0,4}(?:of|for)\s")
_AND = re.compile(r"\s*(?:,|,?\s*and)\s*")
_EACH = re.compile(r"(?:[Nn]o|[Ee]ach|[Ee]very)\s+")
_BEATEN = re.compile(r"\b(?:outperform|surpass|exceed|beat)\w*")


@lru_cache(maxsize=1)
def acting(site: Site) -> Party | None:
    """Give the system that acts in the clause of a number, or in the nearest clause before it in which one does.

    Rule after rule asks for it.
    """
    scene = site.scene
    nearest: Party | None = None
    for clause in reversed(scene.clauses):
        if clause.start < site.spot[0] and not _closed(scene.text, clause.start, site.spot[0]):
            found = _party(scene, clause, min(clause.end, site.spot[0]))
            if found and found.sort is not Sort.PRONOUN:
                return found
            if nearest is None and not found and is_any_system(scene.text[clause.start : clause.end]):
                return None
            nearest = nearest or found
    return nearest


def _joint(scene: Scene, start: int, end: int) -> bool:
    """Say whether a phrase is a list of names and nothing else, so that a number belongs to all of them together."""
    at = start
    count = 0
    for actor in scene.inside:
        if actor.start >= end or at >= end:
            break
        if actor.start >= at and (actor.start == at if not count else _AND.fullmatch(scene.text, at, actor.start)):
            at, count = actor.end, count + 1
    return count > 1 and at == end


def _closed(text: str, start: int, end: int) -> bool:
    """Say whether a bracket closes between a clause and a number, so that the clause says nothing of it."""
    closing = text.find(")", start, end)
    return closing >= 0 and text.count(")", start, end) > text.count("(", start, end)


def _party(scene: Scene, clause: Clause, end: int) -> Party | None:
    """Give the system that acts in a clause; `it is found that`, and what experiments reveal, are none."""
    each = _EACH.match(scene.text, clause.start, end)
    found = party(scene.text, each.end() if each else clause.start, end, scene.inside, scene.who)
    if found is None and end == clause.end:
        named = [actor for actor in scene.inside if clause.start <= actor.start < clause.end]
        found = doer(scene.text, clause, named, scene.who)
    if found and found.sort is Sort.NAME and _joint(scene, clause.start, end):
        found = Party(Sort.NAME, scene.text[clause.start : end])
    expletive = found and found.sort is Sort.PRONOUN and _EXPLETIVE.match(scene.text, clause.after)
    reported = found and found.sort is Sort.DESCRIBED and clause.verb in REPORTING
    return None if expletive or reported else found


def lifted(site: Site) -> Whose | None:
    """The model that something improves from one number to another; what is built on it has the second.

    >>> results("We propose TrellisKV, a cache. It improves Zarp-7B from 45.1% to 49.5% accuracy.")
    45.1 % score by Zarp-7B against before (from to; lifted)
    49.5 % score by Zarp-7B (from to; lifted)
    """
    if not _FROM.search(site.before):
        return None
    text = site.scene.text
    lifts = [match.end() for match in _LIFTS.finditer(text, site.scene.sentence[0], site.spot[0])]
    for actor in site.actors_before() if lifts else ():
        if actor.model and lifts[-1] < actor.start and _OBJECT.fullmatch(text, lifts[-1], actor.start):
            second = site.index and site.scene.spots[site.index - 1] == site.spot
            return None if second and _BASE.match(text, actor.end) else Whose(actor.name)
    return None


def lifted_in_a_list(site: Site) -> Whose | None:
    """The models of which something improves the performance, one by one.

    >>> results("We propose TrellisKV, a cache. It improves the accuracy of Zarp-7B by 14% and Quil-8B by 28%.")
    14 % change by Zarp-7B (behind by; lifted in a list)
    28 % change by Quil-8B (behind by; lifted in a list)
    """
    lifts = _LIFTED.search(site.before)
    if not lifts or _BEATEN.search(site.before, lifts.start()):
        return None
    text = site.scene.text
    for actor in site.scene.inside:
        if actor.model and actor.end <= site.spot[0] and _BY.fullmatch(text, actor.end, site.spot[0]):
            listed = _IN_A_LIST.search(text, site.scene.sentence[0], actor.start)
            return Whose(actor.name) if listed else None
    return None


def acting_name(site: Site) -> Whose | None:
    """The name that is the subject of the clause.

    >>> results("We propose TrellisKV, a cache. Zarp-7B, which is small, reaches 85% accuracy.")
    85 % score by Zarp-7B (percentages; acting name)
    >>> results("We propose TrellisKV, a cache. Zarp-7B and Quil-8B reach 85% accuracy.")
    85 % score by Zarp-7B and Quil-8B (percentages; acting name)
    """
    found = acting(site)
    return Whose(found.name) if found and found.sort is Sort.NAME else None


def acting_description(site: Site) -> Whose | None:
    """The system that the subject of the clause describes, as printed.

    >>> results("We propose TrellisKV, a cache. The zero-shot baseline reaches 85% accuracy.")
    85 % score by zero-shot baseline (percentages; acting description)
    """
    found = acting(site)
    return Whose(found.name) if found and found.sort is Sort.DESCRIBED else None


def own_work(site: Site) -> Whose | None:
    """What the paper is about, where the clause speaks of the authors' work; if that has no name, its description.

    >>> results("We train a contrastive network. Our contrastive network reaches 85% accuracy.")
    85 % score by contrastive network (percentages; own work)
    """
    found = acting(site)
    name = found and found.sort is Sort.OWN and (site.scene.who.main or found.name)
    return Whose(name) if name else None


def pronoun(site: Site) -> Whose | None:
    """What `it` and `the model` take up: what the paper is about, or its own part that had the number before.

    >>> results("We train a network. The random forest reaches 70% accuracy. It also saves 20% of the time.")
    70 % score by random forest (percentages; acting description)
    -20 % change by random forest (verb ahead; pronoun)
    """
    found = acting(site)
    who = site.scene.who
    if not found or found.sort is not Sort.PRONOUN:
        return None
    name = site.previous if who.main is None or site.previous in who.own else who.main
    return Whose(name) if name else None


def acting_after(site: Site) -> Whose | None:
    """The subject of the first clause, where the number comes before it.

    >>> results("We propose TrellisKV, a cache. With an accuracy of 85%, Zarp-7B is the best.")
    85 % score by Zarp-7B (percentages; acting after)
    """
    scene = site.scene
    first = next(iter(scene.clauses), None)
    if first is None or first.start < site.spot[1]:
        return None
    found = _party(scene, first, first.end)
    return Whose(found.name) if found and found.sort in (Sort.NAME, Sort.DESCRIBED) else None
