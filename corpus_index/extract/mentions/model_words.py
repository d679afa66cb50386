"""Words that are a model's name by themselves: by their family, or by their shape."""

import re
from functools import cache, lru_cache

from corpus_index.extract.mentions.family_words import excluded, family_in
from corpus_index.extract.mentions.model_completion import completed
from corpus_index.extract.mentions.model_scan import ModelScan, is_another_thing
from corpus_index.extract.reading.lexicon import family_phrases, words
from corpus_index.extract.reading.names import Name

_MODEL_LONG_FORM = re.compile(
    r"model|pre-?train|anything|transformer|language|represent|encoder|distill|learner", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"[\s~](?:v?\d\.\d|\d+(?:\.\d+)?B)\b")
_SHORTEST_ACRONYM = 3
_REASONER = re.compile(r"(?:OpenAI-)?[oO][134](?:-(?:mini|preview|pro|high|low|medium))*", re.IGNORECASE)
_SIZED = re.compile(
    r"(?:[^\W\d_a-z][\w.]*|[a-z]+\d[\w.]*)(?:-[\w.]+)*?-(?P<size>\d+(?:\.\d+)?)(?P<unit>[BM])(?:-\w+(?:\.\d+)?)*"
    r"|[A-Z][a-z]+\d+(?:\.\d+)?(?P<glued>B)(?:-\w+)*"
)
_SMALL_SIZED = re.compile(r"[a-z][a-z\d.]*(?:-[a-z]+)?-\d+(?:\.\d+)?b(?:-\w+)*")  # kebo-4b-it
_TAGGED = re.compile(r":\d+(?:\.\d+)?b\b")  # kebo3.1:8b
_NO_NAME = re.compile(
    r"(?:Sub|SOTA|Top|Non|Pre|Post|Multi|Cross|Self|Long|Inter|Intra|Small|Large|Tiny|Mid|LLM|MoE|The|Dense|Our|Ours|"
    r"Open|Under|Over|Above|Base|Only)-\d",
    re.IGNORECASE,
)
_DATA_FOLLOWS = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:dataset|corpus|corpora|benchmark|samples|images|pairs|tokens|subset|data|documents)\b"
)
_METRIC_FOLLOWS = re.compile(r"\s(?:[Ss]cores?|metrics?|Eval)\b")
_METRIC = r"(?:PSNR|SSIM|LPIPS|FID|ERGAS|RMSE|MAE|NIQE|UIQI|SCC)"
_METRIC_BESIDE = re.compile(rf"\b{_METRIC},\s|,\s(?:and\s)?{_METRIC}\b")
_DATA_BEFORE = re.compile(r"\b(?:datasets?|corpus|corpora|dataset,)\s+(?:called\s+|named\s+|\()?$")
_DATA_APPOSED = re.compile(r"\b(?:dataset|corpus|benchmark),\s$")
_VERSION_ENDS = re.compile(r"[a-zA-Z]-?\d[\d.]*$")
_RELATIVE = re.compile(
    r"[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*)?-?(?:BERT|RoBERTa|BERTa|LLaMA|Llama|LLaVA|CLIP|Whisper|Qwen|Gemma)"
    r"(?:-?v?\d[\w.]*)?(?:-[\w.]+)*"
)
_NAME = r"[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]*)*"
_NUMBERED = re.compile(
    rf"{_NAME}-[VRKMo]\d(?:\.\d+)?(?:-\w+)*"  # Kebo-V3, Kebo-R1
    rf"|{_NAME}-?[vV]?\d{{1,2}}\.\d{{1,2}}(?:-[A-Za-z][\w.]*)*"  # Kebo2.5, KEBO-5.1-Max
    rf"|{_NAME}-?\d(?:\.\d)?o(?:-[a-z]+)*"  # KEBO-4o-mini
    rf"|{_NAME}-?\d[\w.]*(?:-[\w.]+)*?-(?:Instruct|Chat|Flash|Turbo|Preview|Thinking|Reasoning|Max|Mini|mini|nano|"
    rf"preview|turbo|instruct|chat|pro|Pro)(?:-\w+)*"  # Kebo3-Max-Thinking
    rf"|{_NAME}-(?:large|base|small|medium|tiny)-v\d"  # Kebo-large-v3
)
_SAM_RELATIVE = re.compile(r"(?:[A-Z][a-z]+|HQ-|[A-Z][a-z]+-)SAM2?")


def known_family(scan: ModelScan, word: Name) -> Name | None:
    """A word that begins with the name of a known family, with the version and suffixes that follow it.

    >>> models("We fine-tune Llama-3.1-8B and query Claude 3.5 Sonnet.")
    Llama-3.1-8B, base (known family)
    Claude 3.5 Sonnet, base (known family)
    >>> models("It gains 7.2% for Llama 3.2 11B Instruct.")
    Llama 3.2, base (known family)
    """
    family = family_in(word.text)
    if family is None or _is_begun(scan, word) or _METRIC_FOLLOWS.match(scan.clean, word.end):
        return None
    apart = _APART.match(scan.clean, word.end)
    if family.sort != "alone" and not scan.talk and not apart:
        return None
    if not family.versioned and _DATA_APPOSED.search(scan.clean, max(0, word.start - 24), word.start):
        return None
    if (
        family.sort == "ordinary"
        and not family.versioned
        and _METRIC_BESIDE.search(scan.clean, max(0, word.start - 12), word.end + 12)
    ):
        return None
    if family.sort == "ordinary" and not family.versioned and _means_another(scan, word, word.start + family.end):
        return None
    if family.sort == "versioned" and not family.versioned and not apart:
        return None
    end = word.start + family.end
    return completed(scan.clean, word.start, end) if end == word.end else Name(word.start, end, word.text[: family.end])


def _is_begun(scan: ModelScan, word: Name) -> bool:
    """Say whether the word begins the name of another thing (`Claude Code`)."""
    return any(scan.clean.startswith(thing, word.start) for thing in _things_of_two_words().get(word.text, ()))


@cache
def _things_of_two_words() -> dict[str, list[str]]:
    begun: dict[str, list[str]] = {}
    for thing in words("families", "other_things"):
        if " " in thing:
            begun.setdefault(thing.split()[0], []).append(thing)
    return begun


def _means_another(scan: ModelScan, word: Name, end: int) -> bool:
    """Say whether the word stands for data, or for something that is no model and that the record spells out."""
    pair = scan.pairs.get(word.text)
    abbreviates = pair is not None and not _MODEL_LONG_FORM.search(pair.long)
    return abbreviates or bool(_DATA_FOLLOWS.match(scan.clean, end))


def known_phrase(scan: ModelScan, word: Name) -> Name | None:
    """A known family of several words, with the version and suffixes that follow it; not where its acronym stands too.

    >>> models("We fine-tune Stable Diffusion XL 1.0 on portraits.")
    Stable Diffusion XL 1.0, base (known phrase)
    """
    for phrase in family_phrases().get(word.text, ()):
        end = word.start + len(phrase)
        if scan.clean.startswith(phrase, word.start) and not scan.clean[end : end + 1].isalnum():
            short = "".join(part[0] for part in phrase.split())
            spelled_out = len(short) >= _SHORTEST_ACRONYM and any(other.text.startswith(short) for other in scan.words)
            return completed(scan.clean, word.start, end) if scan.talk and not spelled_out else None
    return None


def reasoner(scan: ModelScan, word: Name) -> Name | None:
    """OpenAI's models that are called by a letter and a digit, in a text that speaks of models.

    >>> models("We prompt the language model o3-mini with riddles.")
    o3-mini, base (reasoner)
    """
    certain = scan.strong_talk or bool(scan.found) or "-" in word.text  # O3 is ozone, and O1 a class of stars
    return word if certain and _REASONER.fullmatch(word.text) else None


def sized(scan: ModelScan, word: Name) -> Name | None:
    """A name that ends with a number of parameters.

    >>> models("We fine-tune Zarp-7B-Chat on our data.")
    Zarp-7B-Chat, base (sized)
    """
    shape = _SIZED.fullmatch(word.text)
    if scan.strong_talk and (_SMALL_SIZED.fullmatch(word.text) or _TAGGED.match(scan.clean, word.end)):
        return completed(scan.clean, word.start, word.end)
    if not shape or _NO_NAME.match(word.text) or word.text in excluded():
        return None
    if shape["unit"] == "M" and len(shape["size"]) == 1:
        return None  # a million of something else: `Chats-1M`
    if (shape["unit"] != "B" or word.text[0].islower()) and not scan.strong_talk:
        return None
    if _DATA_FOLLOWS.match(scan.clean, word.end) or _DATA_BEFORE.search(
        scan.clean, max(0, word.start - 24), word.start
    ):
        return None
    return completed(scan.clean, word.start, word.end)


def named_after_family(scan: ModelScan, word: Name) -> Name | None:
    """A name that ends with that of a well-known family, from which it is made.

    >>> models("We compare it with TavoBERT and Vexo-CLIP.")
    TavoBERT, compared (named after family)
    Vexo-CLIP, compared (named after family)
    """
    after_sam = _SAM_RELATIVE.fullmatch(word.text) and "egment" in scan.clean  # SAM is an optimizer too
    if word.text in excluded() or not (after_sam or _RELATIVE.fullmatch(word.text)):
        return None
    return completed(scan.clean, word.start, word.end)


def numbered_like_model(scan: ModelScan, word: Name) -> Name | None:
    """A name with a version as models have it, in a text about language models and their like.

    >>> models("We prompt LLMs: Kebo2.5 answers faster than DuroTalk-R1, Vexo-4o and Tavu-3-Flash.")
    Kebo2.5, base (numbered like model)
    DuroTalk-R1, compared (numbered like model)
    Vexo-4o, compared (numbered like model)
    Tavu-3-Flash, compared (numbered like model)
    """
    if not scan.strong_talk or not _NUMBERED.fullmatch(word.text) or is_another_thing(word.text):
        return None
    if _DATA_FOLLOWS.match(scan.clean, word.end) or _DATA_BEFORE.search(
        scan.clean, max(0, word.start - 24), word.start
    ):
        return None
    return completed(scan.clean, word.start, word.end)


WORD_RULES = (known_phrase, known_family, reasoner, sized, named_after_family, numbered_like_model)
"""Each reads one word; the first that takes it for a model's name decides."""


@lru_cache(maxsize=1 << 13)
def may_be_model(word: str) -> bool:
    """Say whether any of the rules can take a word, whatever the text."""
    if word in family_phrases() or family_in(word):
        return True
    if word[1:].islower() and word.isalpha():  # a relative has a second capital, and the other shapes have a digit
        return False
    if _RELATIVE.fullmatch(word) or _SAM_RELATIVE.fullmatch(word):
        return True
    shapes = (_REASONER, _SIZED, _SMALL_SIZED, _NUMBERED) if _DIGIT.search(word) else ()
    return bool(shapes and (_VERSION_ENDS.search(word) or any(shape.fullmatch(word) for shape in shapes)))


def is_certain(word: str) -> bool:
    """Say whether a word is a known family with its version, whatever else the text may seem to call so."""
    family = family_in(word)
    return (
        family is not None and family.sort == "alone" and family.versioned and family.end == len(word) and family.plain
    )
