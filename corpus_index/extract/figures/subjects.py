"""Whose number it is."""

import re
from dataclasses import dataclass, replace

from corpus_index.extract.figures.actors import Actor, Cast
from corpus_index.extract.reading.names import is_distinctive

_PREPOSITION = re.compile(
    r"\b(?:over|than|by|from|of|to|with|using|on|for|via|against|as|under|"
    r"upon|like|outperform\w*|surpass\w*|exceed\w*|beat\w*|enabl\w*|applying|"
    r"compared|achieve|including|in|into|through|boost\w*|improv\w*|trained|"
    r"leveraging|between)"
    r"\s+(?:the\s+|a\s+|an\s+|both\s+|our\s+|other\s+)?(?:[a-z-]+\s+){0,2}$"
)
_VERB = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,\s+(?:an?|the|our|which|one of)\s[^,]{3,90},\s*)?(?:'s\b|"
    r"(?:can|could|also|further|even|consistently|only|successfully|significantly|"
    r"still|thus|not only|substantially|\w+ly|already|then|first)\s+)*"
    r"(?:achiev|reach|attain|obtain|outperform|surpass|exceed|improv|reduc|"
    r"retain|maintain|deliver|show|set|solv|scor|yield|increas|boost|preserv|"
    r"provid|demonstrat|exhibit|gain|beat|enabl|accelerat|cut|save|lower|"
    r"speed|require|offer|us|lead|bring|get|run|generaliz|match|serv|rank|"
    r"establish|perform|consum|record|produc|report|narrow|trim|stand|ha[sd]|"
    r"is|are|was|does|rais|advance|lift|succeed|win|drop|degrad|los|fail|"
    r"fall)\w*\b"
)
_PASSIVE = re.compile(r"\s*(?:is|are|was|were|been|be)\s+(?:\w+ly\s+)?\w+ed\b")
_GENERIC = re.compile(
    r"^(?:our|the|this|these|its|their|proposed|it|they|we|which|that|both|"
    r"all|method|methods|approach|framework|system|model|models|results?|"
    r"experiments?|evaluations?|extensive|empirical|experimental|work|study|"
    r"analysis|technique|strategy|algorithm|pipeline|architecture|paradigm|"
    r"resulting|final|new|novel|simple|and|also|paper|also|further|even|consistently|"
    r"findings|application|combined|performance|comprehensive|trained|best|"
    r"overall|show|that|in|particular|notably|moreover|furthermore|additionally|"
    r"specifically|finally|together|design|solution|one|there|numerical|simulations?|"
    r"report|dataset|benchmark|average|accuracy|evaluation|on|across|large|"
    r"language|data|training|score|scores|tasks?)$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:models?|router|verifier|baseline|engine|cache|agents?|networks?|"
    r"encoder|LLMs?|strategies|system|classifier|retriever|transformer|CNN|"
    r"variant|FP8|INT8|process)$"
)
_ADVERBS = re.compile(r"(?:still|also|only|further|then|even|thereby|not|thus|\w+ly|and|it|\s)+")
_CLAUSE_START = re.compile(r"[,;:(]\s*|\b(?:that|while|where|whereas|and|but)\s+")
_NOUN_PHRASE = re.compile(
    r"(?P<np>(?:even\s+)?(?:the|an?|our|many|some|these)?\s*(?:[A-Za-z][\w./+-]*\s+){1,6}?)"
    r"(?:(?:only|also|still|already|consistently|significantly|further|can|could|\w+ly)\s+)*"
    r"(?:achiev(?:es?|ed|ing)|reach(?:es|ed|ing)?|attain(?:s|ed)?|obtain(?:s|"
    r"ed)?|scor(?:es?|ed|ing)|deliver(?:s|ed)?|solv(?:es?|ed)|serves?|resolves?|"
    r"explains?|"
    r"improv(?:es?|ed) from|ha(?:ve|s)|yields?|cuts?|reduc(?:es|ed)|perform(?:s|ed)?|fails? on|remains?|retains?)\b"
)


@dataclass(frozen=True, slots=True)
class Site:
    """A number in its sentence: `spot` is its span, `last` the last number's, `inside` the actors of the sentence."""

    text: str
    sentence: tuple[int, int]
    spot: tuple[int, int]
    last: tuple[int, int]
    inside: list[Actor]

    @property
    def before(self) -> str:
        """The sentence up to the number."""
        return self.text[self.sentence[0] : self.spot[0]]


def subject(site: Site, who: Cast, previous: str | None) -> str | None:
    """Name whose result the number at a site is; `previous` is the subject of the number before it."""
    for find in (_for_actor, _lifted, _applied_to, _bracketed, _bare_label):
        found = find(site)
        if found:
            return found
    acting = _acting(site)
    tail = None if acting else _for_actor(replace(site, spot=site.last))
    if tail:
        return tail
    phrase = _phrase(site.before, who)
    if acting and (phrase is None or phrase[1] + site.sentence[0] <= acting.start):
        return acting.name
    if phrase and phrase[0]:
        return phrase[0]
    return _after_opening(site) or _carried(site.before, previous) or who.main or _using(site)


def _using(site: Site) -> str | None:
    """`a gain of 5.43% is achieved using the skew tent map`, in a paper that names nothing of its own."""
    tail = site.text[site.spot[1] : site.sentence[1]]
    means = re.match(
        (
            r"[^.;]{0,60}?\busing (?:the|an?) (?P<np>(?:[\w-]+ ){0,2}[\w-]+)(?=\s+(?:with|"
            r"at|on|for|in|and|as)\b|[,.])"
        ),
        tail,
    )
    return means["np"] if means else None


def _for_actor(site: Site) -> str | None:
    """`to 35.3% for Qwen2.5-7B-Instruct`."""
    for actor in site.inside:
        if (
            actor.start > site.spot[1]
            and actor.model
            and re.fullmatch(r"[^,;.()\d]{0,30}\bfor (?:the )?", site.text[site.spot[1] : actor.start])
        ):
            return actor.name
    return None


def _lifted(site: Site) -> str | None:
    """`improves the performance of A by 14%, B by 28%`: the models that are lifted, one by one."""
    lifts = re.search(r"\b(?:improv|boost|increas|enhanc|rais|lift)\w*\s+(?:[\w-]+\s+){0,4}of\s", site.before)
    if not lifts or re.search(r"\b(?:outperform|surpass|exceed|beat)\w*", site.before[lifts.start() :]):
        return None
    for actor in site.inside:
        if actor.model and re.fullmatch(r"\s+by\s+(?:up to\s+|about\s+)?", site.text[actor.end : site.spot[0]]):
            listed = re.search(
                r"(?:\bof|%,|%,?\s+and|points?,|points?,?\s+and)\s+(?:the\s+)?$",
                site.text[site.sentence[0] : actor.start],
            )
            return actor.name if listed else None
    return None


def _applied_to(site: Site) -> str | None:
    """`we applied this to Qwen3-Max and achieved a score of 75.3%`: the model's score, not the method's."""
    for actor in site.inside:
        led = re.search(
            r"\b(?:appl(?:y|ied|ying)|added)\b[^,;.]{0,40}\bto (?:the )?$", site.text[site.sentence[0] : actor.start]
        )
        if (
            led
            and actor.model
            and actor.end <= site.spot[0]
            and re.match(r"(?: model)?,? (?:and|which) (?:achiev|obtain|reach|attain)", site.text[actor.end :])
        ):
            return actor.name
    return None


def _bracketed(site: Site) -> str | None:
    """`Qwen3-32B (+11.04 on AIME'25 and +7.71 on AIME'24)`, `RoBERTa's performance (89.5%)`."""
    for actor in reversed(site.inside):
        if actor.end > site.spot[0]:
            continue
        gap = site.text[actor.end : site.spot[0]]
        opened = re.match(r"(?:'s [a-z]+)?\s*\([^()]*$", gap) and "," not in gap.split("(")[0]
        return actor.name if opened and actor.model else None
    return None


def _bare_label(site: Site) -> str | None:
    """`docTR achieves F1=0.193, ML Kit 0.180`: a name of its own right before the number, in a list of such pairs."""
    before = site.before
    label = re.search(r"\d[\d.%]*,\s+(?:and\s+)?(?P<name>[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?)\s+$", before)
    following = site.text[site.spot[1] : site.spot[1] + 40]
    if not label or re.match(r"\s+on\b", following):
        return None
    named = re.search(r"(?:^|[:,]\s+)(?P<name>[\w.-]+)\s+achieves\b", before)
    return label["name"] if named else None


def _acting(site: Site) -> Actor | None:
    """Give the last actor before the number that stands as the subject of a verb."""
    for actor in reversed(site.inside):
        if actor.end > site.spot[0]:
            continue
        before, after = site.text[site.sentence[0] : actor.start], site.text[actor.end : site.spot[0] + 30]
        showing = re.search(r"\bwith (?:the )?$", before) and re.match(
            r"\s+(?:showing|achieving|reaching|improving|obtaining|scoring)\b", after
        )
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
            other = re.search(r"\b(?:while|whereas|but)\s+$", before[:start])
            rival = re.fullmatch(r"[A-Z][\w-]*", match["np"].strip()) if other else None
            return rival[0] if rival else _named_phrase(match["np"].strip(), who), start
    return None


def _named_phrase(phrase: str, who: Cast) -> str | None:
    words = re.sub(r"^(?:even\s+)?(?:the|an?|its)\s+", "", phrase).strip()
    own = re.match(r"(?:our|we|this)\b", words)
    words = re.sub(r"^our\s+", "", words)
    telling = [word for word in words.split() if not _GENERIC.match(word)]
    if (
        not telling
        or re.match(r"(?:[Ww]e|it|they|which|this)\b", words)
        or len(words.split()) > 5
        or (own and who.main)
    ):
        return None
    named = next((actor.name for actor in who.actors if actor.name in words.split()), None)
    if named:
        return named
    single = words if " " not in words and is_distinctive(words) and words not in who.tests else None
    return single or (words if _ACTS.search(words) else None)


def _after_opening(site: Site) -> str | None:
    """`With AIME24 & 25 scores of 74.0 and 60.2, Light-R1-14B-DS surpasses ...`."""
    if not re.match(r"(?:With|At|By|Achieving|Reaching|Scoring|Using)\b", site.text[site.sentence[0] :]):
        return None
    for actor in site.inside:
        gap = site.text[site.spot[1] : actor.start] if actor.start > site.spot[1] else None
        if (
            gap is not None
            and re.search(r",\s+(?:the |our )?$", gap)
            and _VERB.match(site.text[actor.end : site.sentence[1]])
        ):
            return actor.name
    return None


def _carried(before: str, previous: str | None) -> str | None:
    """`it` and `this method` speak of the subject before them."""
    pronoun = re.search(
        (
            r"(?:^|[,;]\s*|\bthat\s+)(?:[\w-]+,\s+)?(?:\w+\s)?(?:it|this method|this approach|"
            r"the model|the system)\s+[a-z]+"
        ),
        before,
        re.IGNORECASE,
    )
    return previous if pronoun else None
