"""Names that the text calls a model: a noun, a maker, a size or a result beside them."""

import re
from collections.abc import Iterator
from functools import cache

from corpus_index.extract.mentions.family_words import family_in
from corpus_index.extract.mentions.model_completion import completed
from corpus_index.extract.mentions.model_scan import ModelScan, is_shaped, is_versioned
from corpus_index.extract.reading.lexicon import known_families, one_of, words
from corpus_index.extract.reading.names import Name

_DETERMINED = re.compile(
    r"(?:^|\b(?:the|an?|with|using|of|to|base|by|and|or|on|for|fine-tuned|pre-?trained|original)\s|[(,]\s?|"
    r"\bthe\s(?:(?:[a-z-]+|\d+(?:\.\d+)?B)\s){1,2})$"
)
_APPOSED = re.compile(r",\s(?:an?|the|our)\s(?:[\w.-]+\s){0,5}$")
_SIZE_APART = re.compile(
    r"[\s~](?:(?P<version>\d\.\d)[\s~])?\d+(?:\.\d+)?B\b(?!\s+(?:tokens|words|samples|images|pairs|pages|rows|users))"
)
_BILLIONS = re.compile(r"\dB\b")
_ACTS = re.compile(
    r"(?:\s\([^()]{1,20}\))?\s(?:achiev|reach|scor|attain|obtain|lead|outperform|perform|surpass|solv|fail|show|rank|exhibit)"
    r"(?:s|es|ed|ing)?\b"
)
_RIVALLED = re.compile(r"\b(?:ahead of|outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|rival\w*)\s(?:the\s)?$")
_NUMBERED = re.compile(
    r"(?!Top-|Task-|Level-|Stage-|Phase-|Step-|Type-|Tier-|Round-|Pass)"
    r"[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)*(?:(?<![A-Z]{2})|-)\d+(?:\.\d+)?(?:-[A-Z]\w*)?"
)
_PLAIN = re.compile(r"[A-Z][a-z]{3,}")
_SMALL_WORD_BEFORE = re.compile(r"(?:(?<![\w-])[a-z-]+,?\s|\()$")
_UNTELLING = frozenset(
    ("architectures", "baselines", "networks", "systems", "encoders", "judges", "students", "teachers")
)
_REACH = 60  # of a phrase behind a name, in characters
_NAMED = re.compile(r",?(?P<named>\s(?:named|called|dubbed|termed|coined))?\s")
_TRAINED_BEFORE = re.compile(
    r"(?:fine-?tun(?:e|ed|ing)|Fine-?tun(?:e|ed|ing)|nstruction-tun(?:ed|ing)|re-?trained|prompting|Prompting|"
    r"quantiz(?:ed|ing)|Quantiz(?:ed|ing)|rozen|ff-the-shelf)"
    r"\s(?:version\sof\s)?(?:the\s|an?\s)?(?=[A-Z])"
)
_TRAINED = ("tun", "trained", "rompting", "uantiz", "rozen", "ff-the-shelf")  # what every such word holds
_NAME_ENDS = re.compile(r"\s*(?:[,.;)]|$)|\s(?:and|or|models?)\b")
_VERSION_APART = re.compile(r"\s(?P<version>[RVK]\d(?:\.\d)?)(?![\w%.-]*\w)")
_SMALL = re.compile(r"[a-z]+(?:-[a-z]+)+")
_GREEK = re.compile(  # `$\pi_0$`, `π0.5`, `$\pi_{0.5}$-FAST`, and the markup's spaces in them
    r"(?:\\|(?<!\w))(?P<name>(?:pi|π)\s?_?(?:\{0(?:\.\d)?\}|0(?:\.\d)?)(?:\s?-[A-Z][A-Za-z]*)?)(?![\w.]*\w)"
)
_STEM = re.compile(r"[-\d]")
_SHORTEST_STEM = 3


def called_model(scan: ModelScan) -> Iterator[Name]:
    """A distinctive name, or a known family, before `model`, `series` and the like.

    >>> models("We prompt the 14B KeboTalk model and LLMs of the Phi series.")
    KeboTalk, base (called model)
    Phi, base (called model)
    """
    for noun in scan.nouns:
        word = scan.ending.get(noun.start - 1)
        if word is None or scan.clean[word.end] != " " or noun.text in _UNTELLING or not scan.is_free(word):
            continue
        whole = noun.text.startswith(("series", "famil"))  # a series of satellites has a name too
        named = family_in(word.text) is not None or (is_shaped(word.text) and word.text[0].isupper() and not whole)
        if named and _DETERMINED.search(scan.clean, max(0, word.start - 40), word.start):
            yield word


def after_model_noun(scan: ModelScan) -> Iterator[Name]:
    """A distinctive name behind a noun for a trained model, or one that a model is said to be called by.

    >>> models("We distil the language model KeboTalk into a small one.")
    KeboTalk, base (after model noun)
    """
    for noun in scan.nouns:
        link = _NAMED.match(scan.clean, noun.end) if noun.trained or noun.plain else None
        word = scan.beginning.get(link.end()) if link and (noun.trained or link["named"]) else None
        if word and word.text[0].isupper() and scan.is_free(word) and is_shaped(word.text):
            yield completed(scan.clean, word.start, word.end)


def apposed_model(scan: ModelScan) -> Iterator[Name]:
    """A name that a phrase behind it explains as a trained model.

    >>> models("We fine-tune Kebo, a multilingual language model, on letters.")
    Kebo, base (apposed model)
    """
    for noun in scan.nouns:
        phrase = _APPOSED.search(scan.clean, max(0, noun.start - _REACH), noun.start) if noun.trained else None
        word = scan.ending.get(phrase.start()) if phrase else None
        if word and scan.is_free(word) and (is_shaped(word.text) or _is_plain_inside(scan, word)):
            yield word


def _is_plain_inside(scan: ModelScan, word: Name) -> bool:
    """A capitalised word that does not open its sentence."""
    return bool(_PLAIN.fullmatch(word.text)) and bool(
        _SMALL_WORD_BEFORE.search(scan.clean, max(0, word.start - 20), word.start)
    )


def size_apart(scan: ModelScan) -> Iterator[Name]:
    """A name before a number of parameters, which is no part of it.

    >>> models("We prune the language model of Kebo 70B.")
    Kebo, base (size apart)
    """
    for size in _SIZE_APART.finditer(scan.clean) if _BILLIONS.search(scan.clean) else ():
        word = scan.ending.get(size.start())
        if word and scan.is_free(word) and (is_shaped(word.text) or _is_plain_inside(scan, word)):
            yield _with_version(word, size)


def version_apart(scan: ModelScan) -> Iterator[Name]:
    """A name before a version of a letter and a digit, in a text about language models and their like.

    >>> models("We distil the reasoning of the LLM DuroTalk R1.")
    DuroTalk R1, base (version apart)
    """
    for version in _VERSION_APART.finditer(scan.clean) if scan.strong_talk else ():
        word = scan.ending.get(version.start())
        if word and scan.is_other(_with_version(word, version)):
            continue
        if word and scan.is_free(word) and (is_shaped(word.text) or _is_plain_inside(scan, word)):
            yield _with_version(word, version)


def _with_version(word: Name, match: re.Match[str]) -> Name:
    version = match["version"]
    return Name(word.start, match.end("version"), f"{word.text} {version}") if version else word


@cache
def _maker() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('families', 'makers')})\s(?=[A-Z])")


def trained_before(scan: ModelScan) -> Iterator[Name]:
    """A distinctive name behind what is only done to a trained model.

    >>> models("We add a fine-tuned version of KeboTalk and frozen VexoTalk to the agent.")
    KeboTalk, base (trained before)
    VexoTalk, base (trained before)
    """
    for done in _TRAINED_BEFORE.finditer(scan.clean) if any(part in scan.clean for part in _TRAINED) else ():
        word = scan.beginning.get(done.end())
        if word and scan.is_free(word) and is_shaped(word.text):
            yield word


@cache
def _maker_words() -> frozenset[str]:
    return frozenset(maker.split()[0].removesuffix("'s") for maker in words("families", "makers"))


def made_by(scan: ModelScan) -> Iterator[Name]:
    """A maker before a name with a number, a known family, or a plain word that is none of its other products.

    >>> models("Our users chat with LLMs: Anthropic Kebo-4 and Google Duro.")
    Kebo-4, base (made by)
    Duro, base (made by)
    """
    if not any(maker in scan.clean for maker in _maker_words()):
        return
    for maker in _maker().finditer(scan.clean):
        word = scan.beginning.get(maker.end())
        if word is None or not scan.is_free(word):
            continue
        plain = _PLAIN.fullmatch(word.text) and _NAME_ENDS.match(scan.clean, word.end)
        product = word.text in words("families", "products")
        if is_versioned(word.text) or family_in(word.text) or (plain and scan.strong_talk and not product):
            yield completed(scan.clean, word.start, word.end)


def begins_alike(scan: ModelScan) -> Iterator[Name]:
    """A name that begins like a model that is certain.

    >>> models("We fine-tune Zarp-R1-7B and compare it with Zarp-R1.")
    Zarp-R1-7B, base (sized)
    Zarp-R1, compared (begins alike)
    """
    stems = {_STEM.split(name.name)[0] for name in scan.found}
    stems = {stem for stem in stems if len(stem) >= _SHORTEST_STEM}
    for word in scan.words if stems else ():
        parts = _STEM.split(word.text)
        if len(parts) > 1 and parts[0] in stems and is_versioned(word.text) and scan.is_free(word):
            yield word


def scores_as_model(scan: ModelScan) -> Iterator[Name]:
    """A name with a version that achieves something, or is beaten, in a text about language models and their like.

    >>> models("We test LLMs. Kebo-Wit-2 (High) leads with 50.1%, ahead of Duro-5 (Max).")
    Kebo-Wit-2, base (scores as model)
    Duro-5, compared (scores as model)
    """
    for word in scan.words if scan.strong_talk else ():
        if not _NUMBERED.fullmatch(word.text) or not scan.is_free(word):
            continue
        if _ACTS.match(scan.clean, word.end) or _RIVALLED.search(scan.clean, max(0, word.start - 20), word.start):
            yield word


def small_letters(scan: ModelScan) -> Iterator[Name]:
    """A known family in small letters and without a digit, which no word in the shape of a name is.

    >>> models("We prompt the LLM gpt-oss 20B with riddles.")
    gpt-oss, base (small letters)
    """
    if not scan.strong_talk:
        return
    listed, pattern = _small_families()
    for match in pattern.finditer(scan.clean) if any(name in scan.clean for name in listed) else ():
        yield Name(match.start(), match.end(), match[0])


@cache
def _small_families() -> tuple[tuple[str, ...], re.Pattern[str]]:
    listed = [pair for spellings in known_families().values() for pair in spellings.items()]
    small = [spelling for spelling, sort in listed if sort == "alone" and _SMALL.fullmatch(spelling)]
    return tuple(small), re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(small)))})(?![\w-])")


def greek(scan: ModelScan) -> Iterator[Name]:
    """A model of robots that is called by the letter pi, a number and perhaps a suffix, as it is printed.

    >>> models("We fine-tune vision-language-action models such as π_0 and π0.5-KI for robots.")
    π_0, base (greek)
    π0.5-KI, base (greek)
    """
    if (
        not scan.strong_talk
        or not any(word in scan.clean for word in ("obot", "VLA"))
        or not any(pi in scan.clean for pi in ("pi", "π"))
    ):
        return
    for match in _GREEK.finditer(scan.clean):
        if not scan.is_taken(match.start()):
            yield Name(match.start("name"), match.end(), match["name"].replace(" ", ""))


NOUN_RULES = (
    version_apart,
    size_apart,
    called_model,
    after_model_noun,
    apposed_model,
    made_by,
    trained_before,
    scores_as_model,
    small_letters,
    greek,
)
"""Each looks for one way in which a text calls a name a model; none needs what the others found."""

LIKENESS_RULES = (begins_alike,)
"""What follows from the names that were found."""
