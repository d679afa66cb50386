"""Whose number it is by what stands right beside the number: `54% for Zarp-7B`, `Zarp-7B at 52%`."""

import re

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.bindings.bracketed import BEATS, described_system
from corpus_index.extract.bindings.phrases import Sort, described, is_metric, is_system, party
from corpus_index.extract.bindings.sites import Site, Whose
from corpus_index.extract.outcomes.noun_phrases import index_at, phrase_behind, tokens_of
from corpus_index.extract.reading.names import is_distinctive

_SYSTEM = r"(?P<np>(?:(?:the|an?|our|all)\s+)?[A-Za-z][\w-]*(?:\s+[A-Za-z][\w-]*){0,3}?)"
_STOP = r"(?=[,;.)]|\s+(?:and|on|in|with|at|while|under|across|when|as|but|over|for)\b|$)"
_OVER_THE = re.compile(rf"\b(?:{BEATS}|over|than|above|against|compared (?:to|with)|from)\s+(?:the|an?)\s+$")
_LABEL = re.compile(r"\d[\d.%]*(?:\s[a-z]+)?,?\s+(?:and\s+)?(?P<name>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?)\s+$")
_ON = re.compile(r"\s+on\b")
_NEXT = re.compile(
    r"(?:,|;|\band|\bwhile|\bwhereas|\bbut)\s+(?:and\s+|while\s+)?(?:the\s+(?:[a-z-]+\s+){0,3})?"
    r"(?P<name>[A-Z][\w.+-]*(?:\s[A-Z\d][\w.+-]*){0,2})\s+"
    r"(?:(?P<by>by\s+)(?:up to\s+|about\s+)?|at\s+|with\s+)?(?:only\s+|just\s+|nearly\s+|about\s+)?[~+-]?$"
)
_BY = re.compile(
    rf"(?!.*\b(?:{BEATS}|over|than)\b).*(?<!\w[A-Z])\s(?!\w*[A-Z])[\w-]+\s+by\s+(?:up to\s+|about\s+)?[~+-]?",
    re.DOTALL,
)
_ACHIEVES = re.compile(r"\b(?:achiev|reach|attain|scor|obtain|get)(?:es|s|ed)?\b")
_AT = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,\s*)?at\s+(?:only\s+|just\s+)?$")
_NOT_ACTING = re.compile(r"\b(?:of|over|than|by|against)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$|\($")
_FOR = re.compile(r"[^,;.()\d]{0,30}\bfor (?:the )?(?:[A-Z][A-Za-z]+ )?")  # "for OpenAI o3"
_FOR_WHOM = re.compile(rf"[^,;.()\d]{{0,30}}?\bfor {_SYSTEM}{_STOP}")
_ALL = re.compile(r"all (?:[\w-]+ )?(?:models|methods|systems|LLMs|approaches|algorithms|baselines|classifiers)")
_BY_WHOM = re.compile(
    r"(?:[^;.]|\.(?=\d)){0,60}?\b(?:(?:achieved|obtained|attained|reached|reported|produced|yielded) by|"
    rf"(?:improvement|gain|reduction|increase|boost)s? (?:from|due to)) {_SYSTEM}{_STOP}"
)
_APPLIED = re.compile(r"\b(?:apply|applied|applying)\s(?:[\w-]+\s){1,5}?to\s(?:the\s)?$")
_THEN = re.compile(r"(?:\s[a-z]+)?,?\s(?:and|to|we)\s(?:we\s)?(?:achiev|reach|obtain|attain|get|got|yield)\w*\b")
_SHOWING = re.compile(r"\s+(?:showing|achieving|reaching|improving|obtaining|scoring|attaining|leading|exhibiting)\b")
_WITH = re.compile(r"\bwith (?:the )?$")
_WITH_A_SYSTEM = re.compile(
    r"\bwith (?P<np>(?:[\w-]+\s){1,5}?)(?:\((?P<name>[^()]{2,40})\)\s)?"
    r"(?:achieving|reaching|scoring|obtaining|attaining|trailing|lagging)\b(?:(?!\b(?:while|whereas|but)\b)[^;]){0,80}$"
)


def labelled(site: Site) -> Whose | None:
    """A name right before the number, in a list of such pairs.

    >>> results("Of four engines, docTR achieves 19.3% accuracy, Quil Kit 18.0%, and MoxOCR 16.7%, as we find.")
    19.3 % score by docTR (percentages; acting description)
    18 % score by Quil Kit (percentages; labelled)
    16.7 % score by MoxOCR (percentages; labelled)
    """
    match = _LABEL.search(site.before)
    if not match or not site.index or _ON.match(site.scene.text, site.spot[1]):
        return None
    name = match["name"]
    listed = _ACHIEVES.search(site.before[: match.start()]) and not is_metric(name)
    return Whose(name) if listed and name not in site.scene.who.tests else None


def next_in_list(site: Site) -> Whose | None:
    """A further subject whose verb is left out, where the numbers before it are not those of objects.

    >>> results("We propose TrellisKV, a cache. Zarp-7B reaches 85% accuracy and the small Quil-8B only 61%.")
    85 % score by Zarp-7B (percentages; acting name)
    61 % score by Quil-8B (percentages; next in list)
    """
    text, inside = site.scene.text, site.scene.inside
    if not site.index:
        return None
    last = site.scene.spots[site.index - 1]
    match = _NEXT.search(text[last[1] : site.spot[0]])
    if not match or match["name"] in site.scene.who.tests or is_metric(match["name"]):
        return None
    if match["by"] and not _BY.fullmatch(text, site.scene.sentence[0], last[0]):
        return None
    at = last[1] + match.start("name")
    known = next((actor for actor in inside if actor.start == at), None)
    if known:
        return Whose(known.name)
    return Whose(match["name"]) if is_distinctive(match["name"].split()[0]) else None


def at_a_name(site: Site) -> Whose | None:
    """A name that is compared with, and `at` its number.

    >>> results("We propose TrellisKV, a cache. It leads with 56.4% accuracy, ahead of Zarp-7B at 52.6%.")
    56.4 % score by TrellisKV (percentages; pronoun)
    52.6 % score by Zarp-7B (percentages; at a name)
    """
    actor = next(site.actors_before(), None)
    text, start = site.scene.text, site.scene.sentence[0]
    if actor and _AT.fullmatch(text, actor.end, site.spot[0]) and _NOT_ACTING.search(text, start, actor.start):
        return Whose(actor.name)
    return None


def for_a_model(site: Site) -> Whose | None:
    """The model for which a number is given, or the last of the numbers that one subject achieves.

    >>> results("We propose TrellisKV, a cache. It raises accuracy from 33.8% to 35.3% for Zarp-7B.")
    33.8 % score by Zarp-7B against before (from to; for a model)
    35.3 % score by Zarp-7B (from to; for a model)
    """
    scene = site.scene
    last = scene.spots[-1]
    together = not site.rivals and not any(site.spot[1] < clause.start < last[0] for clause in scene.clauses)
    for spot in (site.spot, last) if together else (site.spot,):
        for actor in scene.inside:
            if actor.start > spot[1] and actor.model and _FOR.fullmatch(scene.text, spot[1], actor.start):
                return Whose(actor.name)
    return None


def for_a_system(site: Site) -> Whose | None:
    """The described system for which a score is given.

    >>> results("We propose TrellisKV, a cache. Accuracy is 54.0% for the random forest.")
    54 % score by random forest (percentages; for a system)
    """
    if site.kind is not ResultKind.SCORE:
        return None
    match = _FOR_WHOM.match(site.scene.text, site.spot[1], site.scene.sentence[1])
    if not match:
        return None
    if _ALL.fullmatch(match["np"]):
        return Whose(match["np"])
    name = described(match["np"], site.scene.who) if is_system(match["np"].split()[-1]) else None
    return Whose(name) if name else None


def number_of_a_system(site: Site) -> Whose | None:
    """The described system that stands right behind its number, where something is compared with it.

    >>> results("We propose TrellisKV, a cache. It reaches 71.8% accuracy, far over the 55.4% zero-shot baseline.")
    71.8 % score by TrellisKV (percentages; pronoun)
    55.4 % score by zero-shot baseline (percentages; number of a system)
    """
    if site.kind is not ResultKind.SCORE or not _OVER_THE.search(site.before):
        return None
    tokens = tokens_of(site.scene.text, *site.scene.sentence)
    return described_system(tokens, phrase_behind(tokens, index_at(tokens, site.spot[1])), site.scene)


def by_a_system(site: Site) -> Whose | None:
    """The system by which a number is achieved, named or described.

    >>> results("We propose TrellisKV, a cache. An accuracy of 92.0% was achieved by the random forest.")
    92 % score by random forest (percentages; by a system)
    """
    scene = site.scene
    match = _BY_WHOM.match(scene.text, site.spot[1], scene.sentence[1])
    if not match:
        return None
    who = party(scene.text, *match.span("np"), scene.inside, scene.who)
    if not who or who.sort is Sort.PRONOUN:
        return None
    return Whose(scene.who.main or who.name if who.sort is Sort.OWN else who.name)


def applied_to_a_model(site: Site) -> Whose | None:
    """The model to which something is applied, and which then has the score.

    >>> results("We propose TrellisKV, a cache. We applied this cache to Zarp-7B and reached 75.3% accuracy.")
    75.3 % score by Zarp-7B (percentages; applied to a model)
    """
    text, start = site.scene.text, site.scene.sentence[0]
    for actor in site.actors_before():
        applied = actor.model and _APPLIED.search(text, start, actor.start)
        if applied and _THEN.match(text, actor.end, site.spot[0]):
            return Whose(actor.name)
    return None


def with_a_name_achieving(site: Site) -> Whose | None:
    """The name in `with ... achieving`, unless another one has a verb of its own between it and the number.

    >>> results("We propose TrellisKV, a cache. It helps all, with Zarp-7B scoring 52.1, while Quil-8B scores 11.2.")
    52.1 score by Zarp-7B (achieved; with a name achieving)
    11.2 score by Quil-8B (metric ahead; acting name)
    """
    text, start = site.scene.text, site.scene.sentence[0]
    for actor in site.actors_before():
        if _WITH.search(text, start, actor.start) and _SHOWING.match(text, actor.end, site.spot[0]):
            return Whose(actor.name)
        if _ACHIEVES.match(text, actor.end + 1):
            return None
    return None


def with_a_system_achieving(site: Site) -> Whose | None:
    """The described system in `with ... achieving`, or the name that brackets give it.

    >>> results("We propose TrellisKV, a cache. It helps all, with one large agent (Zarp-7B) reaching 52% accuracy.")
    52 % score by Zarp-7B (percentages; with a system achieving)
    >>> results("We propose TrellisKV, a cache. It leads at 85%, with open-source models trailing by 19.4 points.")
    85 % score by TrellisKV (percentages; pronoun)
    19.4 points change by open-source models (behind by; with a system achieving)
    """
    achieves = _WITH_A_SYSTEM.search(site.before) if " with " in site.before else None
    if not achieves:
        return None
    start = site.scene.sentence[0]
    if achieves["name"]:
        named = (actor for actor in site.actors_before() if actor.start == start + achieves.start("name"))
        return next((Whose(actor.name) for actor in named), None)
    name = described(achieves["np"], site.scene.who)
    return Whose(name) if name else None
