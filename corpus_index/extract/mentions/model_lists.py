"""Lists of names in which one or more are models: `LLMs such as X and Y`, `X, Y, and GPT-4o`."""

import re
from collections.abc import Callable, Iterator

from corpus_index.extract.mentions.family_words import spaced_suffixes
from corpus_index.extract.mentions.model_scan import ModelNoun, ModelScan, is_shaped, is_versioned
from corpus_index.extract.reading.lexicon import known_families, words
from corpus_index.extract.reading.names import Name, is_distinctive

_OPENS = re.compile(
    r"(?:\s\([A-Za-z-]{2,10}\)|\))?"
    r"(?:,?\s(?:such\sas|like|including|namely|e\.g\.,?|i\.e\.,?|specifically|especially)\s+"
    r"|(?P<mark>\s*\((?:(?:e\.g\.|i\.e\.|such\sas|including|namely|like|specifically)[,:]?\s*)?|\s?:\s|"
    r",\s(?=[A-Z]\w*[-\d])))"
    r"(?:the\s|both\s|either\s)?(?=[A-Za-z])"
)
_BETWEEN = re.compile(
    r"\s*(?:\([^()]{0,60}\))?(?:,\s\d\.\d(?=,|\sand))?"
    r"(?:,\s*(?:and|or|as well as)?\s*|\s+(?:and|or|&|as well as)\s+|\s*/\s*)(?:the\s)?(?=[A-Za-z])"
)
_BEFORE = re.compile(r"(?:,\s*(?:and|or)?\s*|\s+(?:and|or|&)\s+|\s*/\s*)(?:the\s)?$")
_ITEM_ENDS = re.compile(r"\s*(?:[,.;:)/(]|$)|\s+(?:[a-z&]|LLMs?\b|VLMs?\b)")
_CAPITALISED_BEFORE = re.compile(r"(?<![\w-])[A-Z][\w-]*\s$")  # the word is not the whole item
_PLAIN = re.compile(r"[A-Z][a-z]{3,}")
_LANGUAGES = re.compile(r"[A-Z][a-z]+(?:ese|ish|ian|ic|an|ench|erman|indi|ali)$")
_VERSION = re.compile(
    r"(?:\s[A-Z][A-Za-z]+){0,2}\s(?:[vV]?\d\.\d(?![\d%]|\s*%)|[VRKM]\d(?:\.\d)?|\d(?=,|\)|\sand\b))(?!\w)"
    rf"(?:\s(?:{spaced_suffixes()})\b){{0,2}}"
)
_DATA_LISTED = re.compile(r"\s+(?:[a-z-]+\s+)?(?:datasets?|benchmarks?|corpora|test sets?)\b")
_BEATEN = re.compile(
    r"\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|beat(?:s|ing)?|ahead of|"
    r"improv(?:es|ed|ing) (?:up)?on)"
    r"\s(?:both\s|the\s|prior\s|even\s|strong\s)?(?=[A-Za-z])"
)
_METHOD_FOLLOWS = re.compile(
    r"\s(?:[a-z-]+\s)?(?:methods?|approach(?:es)?|algorithms?|frameworks?|strateg(?:y|ies)|optimizers?|techniques?|losses|loss)\b"
)
_LONGEST = 24  # items of a list that are looked at
_PAIR = 2
_REACH = 12  # of a separator before an item, in characters


def listed_models(scan: ModelScan) -> Iterator[Name]:
    """Names in a list that a noun for models introduces.

    >>> models("We prompt language models such as Kebo and DuroTalk.")
    Kebo, base (listed models)
    DuroTalk, base (listed models)
    >>> models("It beats all proprietary baselines (Kebo Wit 4.6, Duro 5.2) of LLMs. We tune models (Vexo and Zarp).")
    Kebo Wit 4.6, compared (listed models)
    Duro 5.2, compared (listed models)
    Vexo, base (listed models)
    Zarp, base (listed models)
    """
    for noun in scan.nouns:
        opening = _OPENS.match(scan.clean, noun.end)
        items = list(_items(scan, opening.end())) if opening else []
        if opening and items and not _abbreviates(noun, opening, items):
            known = any(scan.is_taken(item.start) for item in items)
            fits = _fitting(scan, noun, opening, items, known=known)
            yield from (_without_maker(item) for item in items if scan.is_free(item) and fits(item))


def _without_maker(item: Name) -> Name:
    """Cut off who made a model (`Google Kebo 3`: Kebo 3)."""
    maker, space, rest = item.text.partition(" ")
    if not space or not rest[0].isalpha() or maker not in words("families", "makers"):
        return item
    return Name(item.end - len(rest), item.end, rest)


def _fitting(
    scan: ModelScan, noun: ModelNoun, opening: re.Match[str], items: list[Name], *, known: bool
) -> Callable[[Name], bool]:
    """Say what items of a list can be models, by the noun before it and by what else is in the list."""
    mark = (opening["mark"] or "").strip()
    shaped = any(is_shaped(item.text) for item in items)
    if noun.trained:
        alone = len(items) == 1 and not noun.text.endswith("s") and scan.clean[items[0].end : items[0].end + 1] == ")"
        telling = known or shaped or alone or not mark
        return lambda item: (
            is_distinctive(item.text) or is_versioned(item.text) or (telling and _is_plain_name(item.text))
        )
    if known and mark.startswith("(") and len(items) > _PAIR:
        return lambda item: is_shaped(item.text) or bool(_PLAIN.fullmatch(item.text))
    closed = scan.clean.startswith(")", items[-1].end)
    if mark.startswith("(") and closed and noun.text == "models" and scan.strong_talk and len(items) >= _PAIR:
        return lambda item: is_shaped(item.text) or is_versioned(item.text) or _is_plain_name(item.text)
    if known or (noun.plain and scan.strong_talk):
        return lambda item: is_shaped(item.text) or is_versioned(item.text)
    return lambda _: False


def _abbreviates(noun: ModelNoun, opening: re.Match[str], items: list[Name]) -> bool:
    """One word in brackets right behind several models stands for all of them: `diffusion models (XDMs)`."""
    return len(items) == 1 and (opening["mark"] or "").strip() == "(" and noun.text.endswith("s")


def _is_plain_name(word: str) -> bool:
    return bool(_PLAIN.fullmatch(word)) and not _LANGUAGES.match(word)


def _items(scan: ModelScan, start: int) -> Iterator[Name]:
    """The words that begin the items of a list, with the versions that follow them."""
    for _ in range(_LONGEST):
        word = scan.beginning.get(start)
        taken = scan.covering(start)
        if taken:
            item = Name(taken.start, taken.end, taken.name)
        elif word:
            version = _VERSION.match(scan.clean, word.end)
            end = version.end() if version else word.end
            item = Name(word.start, end, scan.clean[word.start : end])
            if not version and not _ITEM_ENDS.match(scan.clean, item.end):
                return
        else:
            return
        yield item
        between = _BETWEEN.match(scan.clean, item.end)
        if not between:
            return
        start = between.end()


def listed_with_models(scan: ModelScan) -> Iterator[Name]:
    """Names in a list that also holds a model.

    >>> models("We test GPT-4o, Kebo-2 and DuroTalk on riddles.")
    GPT-4o, base (known family)
    Kebo-2, base (listed with models)
    DuroTalk, base (listed with models)
    """
    for name in list(scan.found):
        after = list(_items(scan, name.start))[1:]
        before = list(_items_before(scan, name.start))
        if _DATA_LISTED.match(scan.clean, max((item.end for item in after), default=name.end)):
            continue
        free = [item for item in (*before, *after) if scan.is_free(item)]
        long = len(before) + len(after) > 1
        yield from (_without_maker(item) for item in free if is_versioned(item.text) or (long and is_shaped(item.text)))
        yield from (item for item in (*before, *after) if item.text.casefold() in known_families())


def rivals_of_model(scan: ModelScan) -> Iterator[Name]:
    """What a model that the paper introduces is said to beat.

    >>> models("We release KeboTalk, a language model. It outperforms DuroTalk and VEXO by 3 points.")
    KeboTalk, introduced (after presenting verbs)
    DuroTalk, compared (rivals of model)
    VEXO, compared (rivals of model)
    """
    for beaten in _BEATEN.finditer(scan.clean) if scan.introduces_model else ():
        items = list(_items(scan, beaten.end()))
        if items and not _METHOD_FOLLOWS.match(scan.clean, items[-1].end):
            yield from (item for item in items if scan.is_free(item) and is_distinctive(item.text))


def _items_before(scan: ModelScan, start: int) -> Iterator[Name]:
    for _ in range(_LONGEST):
        between = _BEFORE.search(scan.clean, max(0, start - _REACH), start)
        if not between:
            return
        word = scan.ending.get(between.start())
        taken = scan.covering(between.start() - 1)
        if taken:
            start = taken.start
        elif word and not _CAPITALISED_BEFORE.search(scan.clean, max(0, word.start - _REACH), word.start):
            yield word
            start = word.start
        else:
            return


LIST_RULES = (listed_models, rivals_of_model, listed_with_models)
"""Each reads the lists of a record, the last with what the others found."""
