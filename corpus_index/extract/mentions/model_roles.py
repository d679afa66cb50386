"""What a paper does with a model that it names: the word that governs the name in its clause decides."""

import re
from functools import lru_cache

from corpus_index.domain.facts import Role
from corpus_index.extract.mentions.model_name import ModelName
from corpus_index.extract.reading.text import Text

_MENTIONS = 6  # of one model that are looked at; the role is clear by then
_REACH = 240  # how far before a name its governing word may stand, in characters
_LONGEST_ITEM = 80  # of a list of models, in characters

_COMPARING = (
    r"(?:out|sur|under)(?:perform|pass|score)\w*(?:\s+by)?|exceed\w*|beat(?:s|ing|en by)?|rival\w*|match(?:es|ed|ing)?|"
    r"lag\w* behind|ahead of|behind|(?:beyond|above|below|over|than)(?!\s+[\d€~])|against|versus|vs\.?|unlike|"
    r"improv(?:e|es|ed|ing) (?:up)?on|"
    r"(?:compar(?:ed|able|ably|ison|ing|e|es)\b(?:\s+[\w-]+){0,3}?|competitive|on par|parity|similar|akin|"
    r"relative|superior|inferior|equivalent|close|gap|parallel|contrast\w*|on a par)\s+(?:to|with)|"
    r"approach(?:es|ing)|inspired by|spirit of|motivated by|predecessors?|following|"
    r"baselines?|replicat\w+|advanc(?:es?|ing)|"
    r"(?:success|rise|advent|introduction) of|as well as|demonstrate[sd]?(?! that)"
)
_USING = (
    r"(?:fine-?)?tun\w+|train\w*|pre-?train\w*|us(?:e|es|ed|ing)|with|based on|built (?:on|upon)|"
    r"appl(?:y|ied|ying)|for|from|on|in|across|enabl\w+|boost\w*|improv\w*|backbones?|powered|employ\w*|adopt\w*|leverag\w*|prun\w*|"
    r"distill?\w*|initializ\w*|accelerat\w*|quantiz\w*|evaluat\w*|assess\w*|benchmark(?:ed|ing)?|test(?:s|ed|ing)?|"
    r"deploy\w*|prompt\w*|adapt\w*|extend\w*|experiment\w*|stud(?:y|ied|ies)|analy[sz]\w+|investigat\w+|examin\w+|"
    r"by|via|through|into|between|we|our"
)
_CUE = re.compile(rf"\b(?:(?P<compared>{_COMPARING})|{_USING})\b", re.IGNORECASE)
"""What governs a name: the nearest of these before it."""
_CUT_BY_AMOUNT = re.compile(
    r"\s+by\s+(?:up to\s+)?[+-]?[\d.]+\s?%?(?:\s(?:points?|percent|pp|times|x|percentage points))?"
    r",?\s+and\s+(?:by\s+)?$"
)
_TRAINED_BEFORE = re.compile(
    r"(?<=[a-z,A-Z0-9]\s)(?:fine-?tuned|pre-?trained|post-trained|instruction-tuned|distilled)\s$"
)
_NUMBERS_OF_RIVAL = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs\.?|against)\s+(?:[^.;a-z]|\.(?=\d)|and\b|the\b){1,80}\s+"
    r"(?:for|by|from|of|achieved by)\s+(?:[a-z-]+\s+){0,4}"
    r"(?:[\w.+-]+,?\sand\s(?:by\s)?[^\w\s]{0,2}\d[\d.]*[^\w\s]{0,3}\s(?:for|by|from|of)\s)?$"
)
_RIVALS = re.compile(r"\b(?:than|outperform\w*|surpass\w*|compared (?:to|with))\s+(?:the\s+)?(?:[a-z-]+\s+){0,6}$")
_AS_EXAMPLE = re.compile(r"\b(?:such as|like)\s+(?:the\s+)?$")
_CALLED = re.compile(r"(?:the|a|an)\s+(?:[a-z-]+\s+){0,3}(?:models?|LLMs?|baselines?|system)\s+$")
_LIST_ITEM = re.compile(
    r"(?:\\?(?:pi|π)\s?_?\{?0[\d.]*\}?(?:\s?-[A-Z]\w*)?\s?|(?=[\w.'+:-]*[A-Z0-9])[A-Za-z0-9][\w.'+:-]*(?:\s(?:v?\d[\w.]*|[A-Z][\w.-]*|mini|nano)){0,3}|\([^()]*\))"
    r"(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|/)(?:the\s)?$"
)
_USED_AFTER = re.compile(
    r"\s*(?:(?:as|serv\w+ as) (?:the|an?|our) (?:\w+ ){0,2}(?:base|backbone|teacher|student|judge|policy|generator|"
    r"model|verifier|encoder|evaluator)|(?:base model|backbone|student|teacher|encoder)\b|"
    r"(?:model )?(?:is|was|were|are) (?:then )?(?:utilized|used|employed|fine-tuned|evaluated|tested|prompted))",
    re.IGNORECASE,
)
_OWN_BASE = re.compile(r"\b(?:its|their|our)\s+(?:[a-z-]+\s+){0,2}$")
_BASE_AFTER = re.compile(r"\s+(?:base|backbone|teacher|initiali[sz]ation)\b(?!lines?)")
_ATTACKED = re.compile(
    r"\b(?:attack\w*|jailbreak\w*|ASRs?|adversar\w+)\b[^.;]*\bagainst\s+(?:the\s+)?(?:(?:[a-z-]+\s+){0,4}(?:models?|LLMs|systems|agents)"
    r"(?:,|:|\s\(|\s(?:such as|like|including))\s*(?:[A-Z]\w+\s)?)?$"
)
_EXAMPLES_OF_RIVALS = re.compile(
    r"(?P<rivals>\b(?:outperform\w*|surpass\w*|exceed\w*|beat\w*|than|compared (?:to|with)|over)\s+"
    r"(?:(?!(?:on|across|in|for|with|when)\s)[^\s,.;]+\s+){0,8}?(?:models?|LLMs|VLMs|MLLMs|LMs|baselines|systems|methods|approaches|policies|competitors|counterparts|agents))\b"
    r"(?:\s(?:pre-?trained|trained|tuned|fine-tuned|built|based)\s(?:on|with|from)\s(?:[\w-]+\s){0,5}[\w-]+)?"
    r"(?:\s(?:on|across|in)\s(?:[\w-]+\s){0,4}(?:benchmarks?|tasks?|datasets?|domains|settings|tests|metrics))?"
    r"(?:\s\(|,?\s)(?:including|such as|like|e\.g\.,?)\s+(?:the\s+)?$"
)
_COMPARED_AFTER = re.compile(r"-(?:style|like|level|class)\b|\s+baselines?\b|\s+ha(?:s|ve)\s+(?!been\b)\w+(?:ed|n)\b")
_BUILT_ON = re.compile(r"\b(?:bas|buil[dt])\w* (?:up)?on (?:top of )?(?:the |an? )?$")
_PRESENTED = re.compile(
    r"(?:\b(?:we|paper|work|report|study)\s(?:\w+\s){0,2}(?:propos|present|introduc|releas|unveil|announc)(?:e|es|s|ed|ing)?"
    r"\s+(?:[a-z][\w-]*\s){0,3}"
    r"|\bwe\s(?:\w+\s){0,2}(?:provide|develop|train|build|create|obtain|release)\san?\s(?:[\w.-]+\s){0,6}models?,\s"
    r"|\b(?:yielding|resulting in|producing)\s(?:an?|the)\s(?:[\w-]+\s){0,4}models?\s"
    r"|\b(?:our|resulting|proposed)\s(?:[\w-]+\s){0,4}models?,?\s(?:(?:named|called|dubbed|termed)\s)?"
    r"|\bmodel,?\s(?:named|called|dubbed|termed)\s)$",
    re.IGNORECASE,
)
_NOT_ITSELF = re.compile(r"-|\s(?:as|to|into|for|with)\b")
_OWN_VOICE = re.compile(
    r"\b(?:we|our|us|this (?:paper|work|study|report|article|thesis|research|survey)|in this|here|the paper|"
    r"(?:is|are|was|were) (?:proposed|presented|introduced|evaluated|conducted))\b",
    re.IGNORECASE,
)


def role_of(text: Text, occurrences: list[ModelName], *, introduced: bool) -> Role:
    """Judge by the governing word of each occurrence; any use of the model outweighs comparisons with it."""
    if introduced:
        return Role.INTRODUCED
    bodies = [name for name in occurrences if name.start >= text.body] or occurrences
    if any(_is_presented(text, name) for name in bodies[:_MENTIONS]):
        return Role.INTRODUCED
    roles = [_role_at(text, name) for name in bodies[:_MENTIONS]]
    return Role.BASE if Role.BASE in roles else Role.COMPARED


def _is_presented(text: Text, name: ModelName) -> bool:
    """Say whether the sentence presents the model as the paper's own.

    >>> models("We present kebo-Mini-7B, a language model.")
    kebo-Mini-7B, introduced (after presenting verbs)
    """
    start, _ = text.sentence(name.start)
    before = text.clean[max(start, name.start - 80) : name.start]
    return bool(_PRESENTED.search(before)) and not _NOT_ITSELF.match(text.clean, name.end)


def _role_at(text: Text, name: ModelName) -> Role:
    """The role at one place.

    >>> models("We fine-tune Zarp-7B. It beats Kebo-7B and Duro-7B across tasks. Tests on Vexo-7B agree.")
    Zarp-7B, base (sized)
    Kebo-7B, compared (sized)
    Duro-7B, compared (sized)
    Vexo-7B, base (sized)
    >>> models("It beats larger models on all tests, including Zarp-7B, and its Kebo-7B base by 3 points.")
    Zarp-7B, compared (sized)
    Kebo-7B, base (sized)
    >>> models("We present a cache built upon the Zarp-7B baseline.")
    Zarp-7B, base (sized)
    """
    start, end = text.sentence(name.start)
    sentence = text.clean[max(start, name.start - _REACH) : name.start]
    after = text.clean[name.end : min(end, name.end + 60)]
    if _BUILT_ON.search(sentence):
        return Role.BASE
    if _NUMBERS_OF_RIVAL.search(sentence) or _COMPARED_AFTER.match(after):
        return Role.COMPARED
    before = _before_list(sentence)
    if _USED_AFTER.match(after) and not _RIVALS.search(before):
        return Role.BASE
    if (_OWN_BASE.search(before) and _BASE_AFTER.match(after)) or _ATTACKED.search(before):
        return Role.BASE
    if _EXAMPLES_OF_RIVALS.search(before):
        return Role.COMPARED
    if is_before_own_voice(text, end):
        return Role.COMPARED
    cue = _last_cue(before)
    if cue is None:
        return Role.COMPARED if _AS_EXAMPLE.search(before) else Role.BASE
    return Role.COMPARED if cue["compared"] else Role.BASE


def is_before_own_voice(text: Text, sentence_end: int) -> bool:
    """Say whether a sentence stands before the paper speaks of itself, and so tells of the work of others.

    >>> models("Zarp-7B writes well. Here, we fine-tune Kebo-7B.")
    Zarp-7B, compared (sized)
    Kebo-7B, base (sized)
    """
    return not text.summary and text.body < sentence_end < _own_voice(text.clean, text.body)


@lru_cache(maxsize=4)
def _own_voice(clean: str, body: int) -> int:
    """Where the paper first speaks of itself; the beginning, where it never does."""
    first = _OWN_VOICE.search(clean, body)
    return first.start() if first else 0


def _before_list(before: str) -> str:
    """Cut off the earlier items of a list, so that all its items stand behind the same words."""
    while True:
        before = _CUT_BY_AMOUNT.sub(" ", _CALLED.sub("", _TRAINED_BEFORE.sub("", before)))
        floor = max(0, len(before) - _LONGEST_ITEM)
        item = _LIST_ITEM.search(before, floor)
        if not item or item.start() == 0:
            return before
        before = before[: item.start()]


def _last_cue(before: str) -> re.Match[str] | None:
    """The cue that stands nearest to the name."""
    return next(reversed(list(_CUE.finditer(before))), None)
