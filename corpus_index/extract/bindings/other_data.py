"""Signs that a text speaks of other data than the one benchmark that it names, so that this stands not over all."""

import re

from corpus_index.extract.bindings.no_benchmark import is_measured, spends_resources
from corpus_index.extract.bindings.sentence import Place, Sentence

_SEVERAL = re.compile(
    r"\b(?:on|across|over|in|with|to|of|for)\s+"
    r"(?:several|various|multiple|many|diverse|other|further|additional|different|two|three|four|five|six|seven|eight|"
    r"nine|ten|[2-9]|[1-3]\d)\s+(?:(?!(?:and|with|on|from)\b)[\w-]+\s+){0,4}?"
    r"(?:datasets|data sets|benchmarks|suites|corpora|applications|tasks|domains)\b",
    re.IGNORECASE,
)
_KIND = r"(?:\s+(?:benchmark|dataset|data set|corpus))?(?:\s*\([^()]{0,40}\))?"
_AND_OTHER = re.compile(
    rf"{_KIND}(?:,?\s+(?:and|&)\s+(?:the\s+)?(?=[A-Z])|,\s+(?=[A-Z][^,;.]{{1,60}},\s+(?:and|&)\s)|"
    r"\)?\s+(?:datasets|benchmarks|corpora)\b)"
)
_OTHER_AND = re.compile(rf"(?P<name>[A-Z][\w-]*){_KIND},?\s+(?:and|&)\s+(?:the\s+)?$")
_LIST_REACH = 120  # before a name, of what it is listed with, in characters
_PRETRAINED = re.compile(r"[\s-]+(?:pre-?train|weights\b|initiali[sz])")
_EXEMPLIFIES = re.compile(r"\b(?:for (?:example|instance)|e\.g\.|such as)", re.IGNORECASE)
_MATERIAL = re.compile(
    r"\b(?:using|from|(?:pre-?)?train(?:ed|ing)|(?:fine-?)?tun(?:ed|ing)|distilled)\b[^.;,]{0,60}$", re.IGNORECASE
)
_OTHER_DATA = re.compile(
    r"\b(?:on|for|across|over|in|using)\s+(?:(?:the|an?|our|its|some|all)\s+)?"
    r"(?:(?!(?:test|testing|training|validation|evaluation|development|held-?out|same|this|these|both|the|our|its|and|"
    r"with|of|for|by|to)\b)[\w/-]+\s+){1,5}?"
    r"(?:datasets?|data sets?|benchmarks?|corpus|corpora|suites?|applications?|deployments?|domains?)(?![\w-])|"
    r"\b(?:cross-(?:domain|dataset|corpus)|real-world|online|field|generali[sz]ation)\s+"
    r"(?:evaluations?|experiments?|tests?|trials?|deployments?)\b|"
    r"\b(?:on|to|in) (?:the )?(?:real-world|real robots?)\b",
    re.IGNORECASE,
)


def speaks_of_other_data(sentence: Sentence, end: int) -> bool:
    """Say whether a sentence that names no benchmark speaks before `end` of other data: `on legal corpora`."""
    return _OTHER_DATA.search(sentence.text, sentence.span[0], end) is not None


def names_several(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of several benchmarks, without naming one of them there: `on two tasks`."""
    starts = [group.start for group in sentence.groups]
    return any(
        not any(several.start() <= start < several.end() for start in starts)
        for several in _SEVERAL.finditer(sentence.text, *sentence.span)
    )


def is_one_of_others(sentence: Sentence, only: Place, *, evaluates: bool) -> bool:
    """Say whether the sentence that first names a benchmark shows it as one among others.

    It does where it lists another name with it, where a measured number beside it has no benchmark, and where it
    does not evaluate, but gives an example or says of what something was made, with a number beside it.
    """
    if _lists_another(sentence, only):
        return True
    if not sentence.figures:
        return False
    if not evaluates and (
        _EXEMPLIFIES.search(sentence.text, *sentence.span)
        or _MATERIAL.search(sentence.text, sentence.span[0], only.start)
    ):
        return True
    return any(
        (place is None or place.benchmark is None)
        and is_measured(sentence, index)
        and not spends_resources(sentence, index)
        for index, place in enumerate(sentence.places)
    )


def is_pretraining(text: str, only: Place) -> bool:
    """Say whether a benchmark is first named as what something was trained on before: `pre-trained`, `weights`."""
    return _PRETRAINED.match(text, only.end) is not None


def _lists_another(sentence: Sentence, only: Place) -> bool:
    acting = {actor.start for actor in sentence.actors}
    behind = _AND_OTHER.match(sentence.text, only.end, sentence.span[1])
    floor = max(sentence.span[0], only.start - _LIST_REACH)
    ahead = _OTHER_AND.search(sentence.text[floor : only.start])
    return bool((behind and behind.end() not in acting) or (ahead and floor + ahead.start("name") not in acting))
