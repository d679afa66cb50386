"""Whose number it is, and what it is compared with."""

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus_index.extract.benchmarks import BenchmarkName
from corpus_index.extract.introductions import Artefact
from corpus_index.extract.models import ModelName, occurrences
from corpus_index.extract.names import is_distinctive
from corpus_index.extract.text import Text

_PREPOSITION = re.compile(
    r"\b(?:over|than|by|from|of|to|with|using|on|for|via|against|as|under|upon|like|outperform\w*|surpass\w*|exceed\w*|beat\w*|enabl\w*|applying|compared|achieve|including|in|into|through|boost\w*|improv\w*|trained|leveraging|between)"
    r"\s+(?:the\s+|a\s+|an\s+|both\s+|our\s+|other\s+)?(?:[a-z-]+\s+){0,2}$"
)
_VERB = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,\s+(?:an?|the|our|which|one of)\s[^,]{3,90},\s*)?(?:'s\b|(?:can|could|also|further|even|consistently|only|successfully|significantly|still|thus|not only|substantially|\w+ly|already|then|first)\s+)*"
    r"(?:achiev|reach|attain|obtain|outperform|surpass|exceed|improv|reduc|retain|maintain|deliver|show|set|solv|scor|yield|increas|boost|preserv|provid|demonstrat|exhibit|gain|beat|enabl|accelerat|cut|save|lower|speed|require|offer|us|lead|bring|get|run|generaliz|match|serv|rank|establish|perform|consum|record|produc|report|narrow|trim|stand|ha[sd]|is|are|was|does|rais|advance|lift|succeed|win|drop|degrad|los|fail|fall)\w*\b"
)
_PASSIVE = re.compile(r"\s*(?:is|are|was|were|been|be)\s+(?:\w+ly\s+)?\w+ed\b")
_GENERIC = re.compile(
    r"^(?:our|the|this|these|its|their|proposed|it|they|we|which|that|both|all|method|methods|approach|framework|system|model|models|results?|experiments?|evaluations?|extensive|empirical|experimental|work|study|analysis|technique|strategy|algorithm|pipeline|architecture|paradigm|resulting|final|new|novel|simple|and|also|paper|also|further|even|consistently|findings|application|combined|performance|comprehensive|trained|best|overall|show|that|in|particular|notably|moreover|furthermore|additionally|specifically|finally|together|design|solution|one|there|numerical|simulations?|report|dataset|benchmark|average|accuracy|evaluation|on|across|large|language|data|training|score|scores|tasks?)$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:models?|router|verifier|baseline|engine|cache|agents?|networks?|encoder|LLMs?|strategies|system|classifier|retriever|transformer|CNN|variant|FP8|INT8|process)$"
)
_ADVERBS = re.compile(r"(?:still|also|only|further|then|even|thereby|not|thus|\w+ly|and|it|\s)+")
_CLAUSE_START = re.compile(r"[,;:(]\s*|\b(?:that|while|where|whereas|and|but)\s+")
_NOUN_PHRASE = re.compile(
    r"(?P<np>(?:even\s+)?(?:the|an?|our|many|some|these)?\s*(?:[A-Za-z][\w./+-]*\s+){1,6}?)"
    r"(?:(?:only|also|still|already|consistently|significantly|further|can|could|\w+ly)\s+)*"
    r"(?:achiev(?:es?|ed|ing)|reach(?:es|ed|ing)?|attain(?:s|ed)?|obtain(?:s|ed)?|scor(?:es?|ed|ing)|deliver(?:s|ed)?|solv(?:es?|ed)|serves?|resolves?|explains?|"
    r"improv(?:es?|ed) from|ha(?:ve|s)|yields?|cuts?|reduc(?:es|ed)|perform(?:s|ed)?|fails? on|remains?|retains?)\b"
)
_BASELINE = re.compile(
    r"\b(?:over|than|compared (?:to|with)|relative to|against|vs\.?|versus|outperform\w*|surpass\w*|exceed\w*|beat\w*|improv\w+ (?:up)?on|above)\s+(?P<np>(?:the\s+|an?\s+)?[\w.@/+-]+(?:\s+(?!by\b|on\b|in\b|with\b|and\b|across\b|when\b|while\b|at\b|for\b|using\b)[\w.@/+'-]+){0,6})"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A named model or artefact at a place in the text."""

    name: str
    start: int
    end: int
    model: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """The named actors of a record in order of the text.

    `main` is what the paper is about, if it has a name; `tests` are the benchmarks as printed, which never act.
    """

    actors: tuple[Actor, ...]
    main: str | None
    tests: frozenset[str] = frozenset()


def cast(
    text: Text, artefacts: tuple[Artefact, ...], models: tuple[ModelName, ...], benchmarks: tuple[BenchmarkName, ...]
) -> Cast:
    """Collect every occurrence of introduced artefacts and models; the main one is what the title or the text names first."""
    found = [Actor(model.name, model.start, model.end, True) for model in models]
    for artefact in artefacts:
        for start, end in occurrences(text.clean, artefact.name):
            if not any(actor.start == start for actor in found):
                found.append(Actor(artefact.name, start, end, False))
    tests = frozenset(text.clean[name.start : name.end] for name in benchmarks)
    in_title = [artefact for artefact in artefacts if re.match(re.escape(artefact.name), text.clean[: text.body])]
    claimed = sorted(artefacts, key=lambda artefact: artefact.start if artefact.start >= text.body else artefact.start + len(text.clean))
    main = in_title[0].name if in_title else claimed[0].name if claimed else None
    return Cast(tuple(sorted(found, key=lambda actor: (actor.start, -actor.end))), main, tests)


def subject(
    text: Text, who: Cast, sentence: tuple[int, int], spot: tuple[int, int], last: tuple[int, int], previous: str | None
) -> str | None:
    """Name whose result the number at `spot` is.

    `last` is the last number of the sentence, `previous` the subject of the number before this one.
    """
    start, end = sentence
    inside = [actor for actor in who.actors if start <= actor.start < end]
    for find in (_for_actor, _applied_to, _bracketed, _bare_label):
        found = find(text, inside, sentence, spot)
        if found:
            return found
    acting = _acting(text, inside, spot[0], start)
    tail = None if acting else _for_actor(text, inside, sentence, last)
    if tail:
        return tail
    phrase = _phrase(text.clean[start : spot[0]], who)
    if acting and (phrase is None or phrase[1] + start <= acting.start):
        return acting.name
    if phrase and phrase[0]:
        return phrase[0]
    return _after_opening(text, inside, sentence, spot) or _carried(text.clean[start : spot[0]], previous) or who.main


def _for_actor(text: Text, inside: list[Actor], sentence: tuple[int, int], spot: tuple[int, int]) -> str | None:
    """`to 35.3% for Qwen2.5-7B-Instruct`."""
    for actor in inside:
        if actor.start > spot[1] and actor.model and re.fullmatch(r"[^,;.()\d]{0,30}\bfor (?:the )?", text.clean[spot[1] : actor.start]):
            return actor.name
    return None


def _applied_to(text: Text, inside: list[Actor], sentence: tuple[int, int], spot: tuple[int, int]) -> str | None:
    """`we applied this to Qwen3-Max and achieved a score of 75.3%`: the model's score, not the method's."""
    for actor in inside:
        led = re.search(r"\b(?:appl(?:y|ied|ying)|added)\b[^,;.]{0,40}\bto (?:the )?$", text.clean[sentence[0] : actor.start])
        if led and actor.model and actor.end <= spot[0] and re.match(r"(?: model)?,? (?:and|which) (?:achiev|obtain|reach|attain)", text.clean[actor.end :]):
            return actor.name
    return None


def _bracketed(text: Text, inside: list[Actor], sentence: tuple[int, int], spot: tuple[int, int]) -> str | None:
    """`Qwen3-32B (+11.04 on AIME'25 and +7.71 on AIME'24)`, `RoBERTa's performance (89.5%)`."""
    for actor in reversed(inside):
        if actor.end > spot[0]:
            continue
        gap = text.clean[actor.end : spot[0]]
        return actor.name if actor.model and re.match(r"(?:'s [a-z]+)?\s*\([^()]*$", gap) and "," not in gap.split("(")[0] else None
    return None


def _bare_label(text: Text, inside: list[Actor], sentence: tuple[int, int], spot: tuple[int, int]) -> str | None:
    """`docTR achieves F1=0.193, ML Kit 0.180`: a name of its own right before the number, in a list of such pairs."""
    before = text.clean[sentence[0] : spot[0]]
    label = re.search(r"\d[\d.%]*,\s+(?:and\s+)?(?P<name>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?)\s+$", before)
    following = text.clean[spot[1] : spot[1] + 40]
    if not label or re.match(r"\s+on\b", following):
        return None
    named = re.search(r"(?:^|[:,]\s+)(?P<name>[\w.-]+)\s+achieves\b", before)
    return label["name"] if named else None


def _acting(text: Text, inside: list[Actor], position: int, floor: int) -> Actor | None:
    """Give the last actor before the number that stands as the subject of a verb."""
    for actor in reversed(inside):
        if actor.end > position:
            continue
        before, after = text.clean[floor : actor.start], text.clean[actor.end : position + 30]
        showing = re.search(r"\bwith (?:the )?$", before) and re.match(r"\s+(?:showing|achieving|reaching|improving|obtaining|scoring)\b", after)
        if showing:
            return actor
        sized = re.match(r"\s+\d+(?:\.\d+)?[BM]\b", after)
        rest = after[sized.end() :] if sized else after
        if before.endswith(", "):
            rest = rest.removeprefix(",")
        if _VERB.match(rest) and not _PASSIVE.match(rest) and not _PREPOSITION.search(before):
            return actor
    return None


def _phrase(before: str, who: Cast) -> tuple[str | None, int] | None:
    """Give the noun phrase that acts, where it names something of its own; (`None`, position) where it is generic."""
    starts = [0, *(match.end() for match in _CLAUSE_START.finditer(before))]
    for start in reversed(starts):
        match = _NOUN_PHRASE.match(before, start)
        if match and not _ADVERBS.fullmatch(match["np"].strip()):
            return _named_phrase(match["np"].strip(), who), start
    return None


def _named_phrase(phrase: str, who: Cast) -> str | None:
    words = re.sub(r"^(?:even\s+)?(?:the|an?|its)\s+", "", phrase).strip()
    own = re.match(r"(?:our|we|this)\b", words)
    words = re.sub(r"^our\s+", "", words)
    telling = [word for word in words.split() if not _GENERIC.match(word)]
    if not telling or re.match(r"(?:[Ww]e|it|they|which|this)\b", words) or len(words.split()) > 5 or (own and who.main):
        return None
    named = next((actor.name for actor in who.actors if actor.name in words.split()), None)
    if named:
        return named
    single = words if " " not in words and is_distinctive(words) and words not in who.tests else None
    return single or (words if _ACTS.search(words) else None)


def _after_opening(text: Text, inside: list[Actor], sentence: tuple[int, int], spot: tuple[int, int]) -> str | None:
    """`With AIME24 & 25 scores of 74.0 and 60.2, Light-R1-14B-DS surpasses ...`."""
    if not re.match(r"(?:With|At|By|Achieving|Reaching|Scoring|Using)\b", text.clean[sentence[0] :]):
        return None
    for actor in inside:
        gap = text.clean[spot[1] : actor.start] if actor.start > spot[1] else None
        if gap is not None and re.search(r",\s+(?:the |our )?$", gap) and _VERB.match(text.clean[actor.end : sentence[1]]):
            return actor.name
    return None


def _carried(before: str, previous: str | None) -> str | None:
    """`it` and `this method` speak of the subject before them."""
    pronoun = re.search(r"(?:^|[,;]\s*|\bthat\s+)(?:[\w-]+,\s+)?(?:\w+\s)?(?:it|this method|this approach|the model|the system)\s+[a-z]+", before, re.IGNORECASE)
    return previous if pronoun else None


def baseline(text: Text, sentence: tuple[int, int], spot: tuple[int, int]) -> str | None:
    """Give what the number is compared with: the phrase after the nearest `over`, `than`, `outperforms` and the like."""
    start, end = sentence
    behind = re.search(r"[;]|,\s+(?:while|and|but)\b", text.clean[spot[1] : end])
    edge = spot[1] + behind.start() if behind else end
    match = _BASELINE.search(text.clean, spot[1], edge)
    if not match:
        ahead = [m for m in _BASELINE.finditer(text.clean, start, spot[0]) if spot[0] - m.end() < 60]
        match = ahead[-1] if ahead else None
    if not match or re.match(r"(?:\d|all|the\s+\d|five|four|three|two|six|eight|ten)\b", match["np"]):
        return None
    words = re.sub(r"^(?:the|an?)\s+", "", text.raw[match.start("np") : match.end("np")].strip(" .,"))
    return words or None


_LIST = re.compile(r"\s*(?:,|and|,\s*and)\s*")


def models_in_turn(text: Text, who: Cast, sentence: tuple[int, int], spots: list[tuple[int, int]]) -> dict[int, str]:
    """Give numbers to the models of one list in turn, by the index of the number.

    `the accuracy of X and Y ..., 8.8% and 11.6% on A, 10.0% and 20.0% on B, respectively`.
    """
    if len(spots) < 2 or not re.search(r"\brespectively\b", text.clean[sentence[0] : sentence[1]]):
        return {}
    models = _last_list(text, [a for a in who.actors if a.model and sentence[0] <= a.start < spots[0][0]])
    count = len(models)
    if count < 2 or len(spots) % count or _is_compared(text.clean[sentence[0] : models[0].start]):
        return {}
    inner = [pair for index, pair in enumerate(pairwise(spots)) if (index + 1) % count]
    if not all(_LIST.fullmatch(text.clean[a[1] : b[0]]) for a, b in inner):
        return {}
    return {index: models[index % count].name for index in range(len(spots))}


def _last_list(text: Text, actors: list[Actor]) -> list[Actor]:
    listed: list[Actor] = []
    for actor in sorted(actors, key=lambda actor: (actor.start, actor.end)):
        joined = listed and (actor.start == listed[-1].start or _LIST.fullmatch(text.clean[listed[-1].end : actor.start]))
        listed = [*listed, actor] if joined else [actor]
    return listed


def _is_compared(before: str) -> bool:
    return bool(re.search(r"\b(?:such as|like|than|over|outperform\w*|surpass\w*|rival\w*|against|compared (?:to|with)|beat\w*)\s+(?:the\s+)?$", before))
