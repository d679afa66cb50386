"""Whose number it is by the brackets that it stands in or before: `Zarp-7B (85%)`, `(Zarp-7B: 85%)`."""

import re
from collections.abc import Sequence

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.bindings.phrases import Sort, bare, described, is_metric, is_system, party
from corpus_index.extract.bindings.scenes import Scene
from corpus_index.extract.bindings.sites import Site, Whose
from corpus_index.extract.outcomes.noun_phrases import Token, index_at, phrase_before, tokens_of
from corpus_index.extract.reading.names import is_distinctive

BEATS = r"(?:outperform|surpass|exceed|beat)\w*"
"""Verbs of doing better than somebody, as a pattern."""
_OPENED = re.compile(r"(?:'s [a-z]+)?\s*\([^()]*$")
_NEARS = re.compile(r"\b(?:approach|match|near|rival)\w*\s+(?:the\s+)?$")
_BEATEN = re.compile(rf"\b(?:{BEATS}|over|than|both)\s+(?:[\w.-]+\s+and\s+)?$")
_SHAPED = re.compile(
    rf"(?:^|\b(?:and|with|of|by|like|as|both|including|(?P<beats>than|over|{BEATS}))\s+|\([^()]*\),\s+(?:and\s+)?)"
    r"(?P<name>[A-Z][\w.+-]*)\s*\((?:[A-Za-z][\w@-]{0,12}\s*[=:]?\s*)?$"
)
_BRACKETED = re.compile(
    r"\s(?P<bracket>\()(?:[^()]{0,60}(?:[,;]|\band)\s*)?(?:[A-Za-z^][\w@^{}.-]*[\s=:]+){0,4}[<>~]?\s*$"
)
_BEHIND = re.compile(r"(?:\s+[A-Za-z@^][\w@^-]*){0,3}\s*\(\s*$")
_BEFORE_COLON = re.compile(r"\([^()]*?(?P<name>[A-Z][^\s():,;]*)\s*:\s*[~<>]?\s*$")
_COMPARED = re.compile(
    rf"\b(?:{BEATS}|match\w*|approach\w*|rival\w*|over|than|versus|against|compared (?:to|with)|ahead of|behind)\s+"
    r"(?P<np>(?:(?!(?:on|in|by|across|while|which|when|that)\b)[^\s();:,']+\s){1,9})\([^()]*$"
)
_CAPITALS = re.compile(r"(?:[A-Z][\w.+-]*\s)*[A-Z][\w.+-]*$")
_PEOPLE = re.compile(
    r"(?P<who>(?:[\w-]+\s)?(?:humans?|experts?|annotators|clinicians|physicians|students))"
    r"(?:\s(?:performance|accuracy|level|scores?|results?|baseline))?"
)


def before_brackets(site: Site) -> Whose | None:
    """The model before the brackets that the number stands in; what beats that model is not its own.

    >>> results("We propose TrellisKV, a cache. It is ahead of all, above all of Zarp-7B (an accuracy of 85.0%).")
    85 % score by Zarp-7B (percentages; before brackets)
    """
    text, start = site.scene.text, site.scene.sentence[0]
    for actor in site.actors_before():
        gap = text[actor.end : site.spot[0]]
        if not actor.model or not _OPENED.match(gap) or "," in gap.split("(")[0]:
            return None
        own = site.kind is ResultKind.CHANGE or any(rival.first == site.index + 1 for rival in site.rivals)
        gained = own and _BEATEN.search(text, start, actor.start)
        return None if gained or _NEARS.search(text, start, actor.start) else Whose(actor.name)
    return None


def shaped_before_brackets(site: Site) -> Whose | None:
    """The same of a name that only its shape tells, where it is listed or compared with.

    >>> results("We propose TrellisKV, a cache. It is on par with MuxAgents (97.4% accuracy).")
    97.4 % score by MuxAgents (percentages; shaped before brackets)
    """
    match = _SHAPED.search(site.before) if site.kind is ResultKind.SCORE else None
    if not match or match["name"] in site.scene.who.tests or is_metric(match["name"]):
        return None
    return Whose(match["name"]) if match["beats"] or is_distinctive(match["name"]) else None


def described_before_brackets(site: Site) -> Whose | None:
    """The same of a system that is described, behind a word of comparison or telling which one it is.

    >>> results("We propose TrellisKV, a cache. It is far better than the original version (an accuracy of 6.6%).")
    6.6 % score by original version (percentages; described before brackets)
    >>> results("We fit maps. Logistic regression (accuracy 82.1%) and a random forest (accuracy 80.9%) do well.")
    82.1 % score by Logistic regression (percentages; described before brackets)
    80.9 % score by random forest (percentages; described before brackets)
    """
    if site.kind is not ResultKind.SCORE or any(rival.first == site.index + 1 for rival in site.rivals):
        return None
    scene, start = site.scene, site.scene.sentence[0]
    opened = _BRACKETED.search(site.before)
    if not opened or any(actor.start > start + opened.start("bracket") for actor in site.actors_before()):
        return None
    tokens = tokens_of(scene.text, *scene.sentence)
    phrase = phrase_before(tokens, index_at(tokens, start + opened.start("bracket")))
    return described_system(tokens, phrase, scene)


def beaten_before_brackets(site: Site) -> Whose | None:
    """Whoever a word of comparison names before the brackets, with all scores that the brackets hold.

    >>> results("We propose TrellisKV, a cache. It leads, surpassing the filter of Quil SecMox (56.4% and 74.4%).")
    56.4 % score by Quil SecMox (percentages; beaten before brackets)
    74.4 % score by Quil SecMox (percentages; beaten before brackets)
    """
    rival_next = any(rival.first == site.index + 1 for rival in site.rivals)
    if site.kind is not ResultKind.SCORE or rival_next or "(" not in site.before:
        return None
    compared = _COMPARED.search(site.before)
    if not compared:
        return None
    start = site.scene.sentence[0] + compared.start("np")
    if any(actor.start > start + len(compared["np"]) for actor in site.actors_before()):
        return None
    phrase = compared["np"].strip()
    capitals = _CAPITALS.search(phrase)
    if capitals and capitals[0] in site.scene.who.tests:
        return None
    found = party(site.scene.text, start, start + len(phrase), site.scene.inside, site.scene.who)
    if found and found.sort is Sort.NAME:
        return Whose(found.name)
    if capitals and is_distinctive(capitals[0].split()[-1]) and not is_metric(capitals[0].split()[-1]):
        return Whose(capitals[0])
    people = _PEOPLE.fullmatch(bare(phrase))
    if people:
        return Whose(people["who"])
    return Whose(found.name) if found and found.sort is Sort.DESCRIBED else None


def before_a_colon(site: Site) -> Whose | None:
    """The model that labels a number in brackets.

    >>> results("We propose TrellisKV, a cache. It beats all (Zarp-7B: 83.5%, Quil-8B: 81.1%).")
    83.5 % score by Zarp-7B (percentages; before a colon)
    81.1 % score by Quil-8B (percentages; before a colon)
    """
    label = _BEFORE_COLON.search(site.before) if site.before.rstrip(" ~<>").endswith(":") else None
    if not label:
        return None
    end = site.scene.sentence[0] + label.end("name")
    return next((Whose(actor.name) for actor in site.actors_before() if actor.end == end), None)


def in_brackets(site: Site) -> Whose | None:
    """The model in the brackets behind the number.

    >>> results("We find an accuracy of no more than 21.5% (Zarp-7B).")
    up to 21.5 % score by Zarp-7B (percentages; in brackets)
    """
    for actor in site.scene.inside:
        if actor.start > site.spot[1]:
            inside = actor.model and _BEHIND.fullmatch(site.scene.text, site.spot[1], actor.start)
            return Whose(actor.name) if inside else None
    return None


def described_system(tokens: Sequence[Token], phrase: tuple[int, int], scene: Scene) -> Whose | None:
    """Give the system that a noun phrase describes; of `the baseline` there is one alone."""
    first, last = phrase
    of = next((index for index in range(last - 2, first, -1) if tokens[index].word == "of"), None)
    if of is not None and is_metric(tokens[of - 1].word):
        first = of + 1 + (tokens[of + 1].word == "the")  # whose the performance is
    if first == last or not is_system(tokens[last - 1].word) or (first and tokens[first - 1].word in ("our", "Our")):
        return None
    name = described(scene.text[tokens[first].start : tokens[last - 1].end], scene.who)
    name = name or (tokens[first].word if last - first == 1 and tokens[first].word == "baseline" else None)
    return Whose(name) if name else None
