"""Sizes of models: how many parameters, all of them or the active ones."""

import re
from dataclasses import replace

from corpus_index.extract.reading.numbers import Number
from corpus_index.extract.specs.phrase import ABOUT, Found, Grammar, Phrase, nearest

_LETTER_APART = re.compile(
    r"\s{1,3}(K(?=\s+(?:param|token))|[BM])\b(?=\s+(?:to|and|or|param|token|model|checkpoint|LLM|variant)|\s*[,)-])"
)
_SIZE = re.compile(r"\d[\d.]*(?:\s?[BM]\b|[ -][mb]illion)")
_KIND = re.compile(
    r"(?:\s+|-)(?:total |learnable |trainable |model |free |stored |[A-Z]{2,6} )?(?:param(?:eter)?s?|weights)\b"
    r"|\s+total(?=\s*(?:and|,|/|\))\s*(?:[^.;]|\.\d){0,30}?\bparam)"
)
_ACTIVE = re.compile(
    r"\s+(?:(?:is|are)\s+)?(?:active|activated)(?=\s*[.,;)])|"
    r"(?:\s+|-)(?:active|activated)(?:(?:\s+|-)param|(?=\s*(?:and|,|/|out of|of)\s*(?:[^.;]|\.\d){0,30}?\bparam))"
)
_ACTIVATES = re.compile(rf"\bactivat\w+\s+{ABOUT}")
_EACH_TOKEN = re.compile(
    r"(?:\s+|-)?(?:param(?:eter)?s\s+)?(?:per|for each|for every)\s+(?:token|input|query)\b|\s+param(?:eter)?s\b|"
    r"\s+(?:out\s+)?of\s+(?:its\s+|the\s+)?(?:total\s+)?(?=\d[\d.]*\s?[BMT]\b)"
)
_ADDED = re.compile(r"(?:\s+|-)(?:additional|extra|new|added|adapter)(?:\s+|-)(?:[a-z]+\s+)?param")
_ADDS = re.compile(rf"\b(?:add|introduc|adding|introducing|adds|introduces)\s+{ABOUT}")
_MODEL = re.compile(
    r"(?:-scale|-sized?|-class)?(?:\s+|-)(?:(?!(?:and|or|on|in|with|of|to|for)\b)(?![^\s]*\d)[\w-]+\s+|"
    r"\"[\w-]+\"\s+){0,4}?(?:[A-Z][a-z]+-?\d[\w.]*\s+)?"
    r"(?:LM|LLM|VLM|MLLM|VLA|model|checkpoint|backbone|variant|transformer|Transformer|network|decoder|encoder|"
    r"polic(?:y|ies)|guardrail|agent|judge|verifier|critic|classifier|(?:re)?ranker|retriever|student|teacher|generator|"
    r"planner|reasoner|detector|embedder|router|solver|coder|captioner|reader|scorer|draft(?:er)?|DiT|SLM|LMM|LVLM)(?P<many>s?)\b"
)
_KINDS = re.compile(r"\s+(?:dense|MoE|sparse)\b")
_ONE = re.compile(
    r"\b(?:an?|the|our|single|compact|tiny|small|only|distilled|two|three|four|five|six|both|open(?:-source|-weight)?)\s+(?:[a-z-]+\s+)?$",
    re.IGNORECASE,
)
_FAMILY = re.compile(r"\b(?:family|series|suite) of\s+(?:[a-z-]+\s+)?$")
_OTHERS = re.compile(
    r"\b(?:outperform|surpass|exceed|beat|rival|compar|larger|bigger|than|match|on par|among|even|many|other|existing|"
    r"recent|against)\w*\b[^,;]*$"
)
_ACTS = re.compile(r"s?\s+(?:can|could|may|might|outperform\w*|surpass\w*|exceed\w*|beats?)\b")
_BRACKET = re.compile(r"\s*\((?:[^()]*,\s*)?$")
_LISTED = re.compile(
    r"\bsizes?(?: of|:| \(| from|,| ranging from)?\s*$|\b(?:models|checkpoints|variants|LLMs|transformers|networks|"
    r"scales|parameters)"
    rf"\s+(?:with\s+)?(?:in|up to|from|of|at|ranging from|scaling from|as large as)\s+{ABOUT}|\bscal(?:es|ed|ing) "
    rf"(?:\w+ )?(?:from|to|up to)\s+$",
)
_IN_BRACKETS = re.compile(
    r"\b(?:models|LLMs|LMs|SLMs|VLMs|MLLMs|LVLMs|checkpoints|variants|networks|transformers|backbones|scales?|sizes?)"
    r"\s*\((?:from\s+)?$"
)
_CLOSED = re.compile(r"\s*(?:[),;/]|and\b|to\b|param)")
_TRIED = re.compile(
    r"\b(?:\w*(?:tun|train)(?:e|es|ed|ing)?|evaluat\w+|releas\w+|test\w*|stud(?:y|ies|ied)|us(?:e|es|ed|ing)|on|with|for|"
    r"across)\s+"
    r"(?:(?:both|the)\s+)?(?:\d[\d.]*\s?[BM](?:,\s+and|,|\s+and|\s+or)\s+)+$"
)
_AT_SCALE = re.compile(r"(?:\s+|-)(?:parameter\s+|model\s+)?scale\b")
_GOES_ON = re.compile(r"\d\s?[BM](?:,| and|, and| or| to|/)\s*$")
_DATA = re.compile(r"\s+(?:[a-z-]+\s+)?(?:tokens|samples|examples|images|pairs|words|steps|hours)\b")
_AT = re.compile(r"\b(?:at|from|to|up to)\s+(?:the\s+)?$")
_ENDS = re.compile(r"(?:\s+scale)?\s*(?:$|[.,;)]|\b(?:and|at|on|with|in|while|under)\b)")
_SPEAKS = re.compile(r"\b(?:[Mm]odels?|[Tt]ransformers?|LLMs?|[Ss]cal(?:e|es|ing)|[Bb]aselines?|[Pp]arameters?)\b")


def parameters(phrase: Phrase) -> Found | None:
    """Parameters are counted.

    >>> specs("We present Larkspur, a model with 30B total parameters.")
    total parameters 30000000000 parameters (parameters)
    """
    kind = _KIND.match(phrase.after)
    if kind is None or phrase.number.unit or not (phrase.number.scaled or phrase.number.value >= 1000):
        return None
    if _OTHERS.search(phrase.before) and phrase.after[kind.end() :].startswith((" model", " LLM")):
        return None
    return phrase.found("total parameters", "parameters", kind.end())


def active_parameters(phrase: Phrase) -> Found | None:
    """Active parameters are counted.

    >>> specs("We present Larkspur, a sparse model with 3B active parameters.")
    active parameters 3000000000 parameters (active parameters)
    >>> specs("Larkspur is a sparse model that activates about 5 billion per token.")
    active parameters 5000000000 parameters (active parameters)
    >>> specs("Larkspur activates 3B of 30B parameters.")
    active parameters 3000000000 parameters (active parameters)
    total parameters 30000000000 parameters (parameters)
    """
    kind, activates = _ACTIVE.match(phrase.after), None
    if kind is None and phrase.number.scaled:
        activates = nearest(_ACTIVATES, phrase.before)
        kind = _EACH_TOKEN.match(phrase.after) if activates else None
    return phrase.found("active parameters", "parameters", kind.end(), cue=activates) if kind else None


def added_parameters(phrase: Phrase) -> Found | None:
    """Parameters that come on top are not the total.

    >>> specs("Our adapter needs 0.5M additional parameters, and adds fewer than 2M parameters for images.")
    other 500000 parameters (added parameters)
    other 2000000 parameters (added parameters)
    """
    kind = _ADDED.match(phrase.after) or (_KIND.match(phrase.after) if _ADDS.search(phrase.before) else None)
    return phrase.found("other", "parameters", kind.end()) if kind else None


def size_behind_name(phrase: Phrase) -> Found | None:
    """A size is printed apart behind the name of a model, or in brackets.

    >>> specs("We prune DeepSeek-R1 671B.")
    total parameters 671000000000 parameters (size behind name)
    """
    if phrase.owner is None or not is_size(phrase):
        return None
    name, start = phrase.owner
    return Found("total parameters", phrase.number.value, "parameters", start, phrase.number.end, name)


def size_before_model(phrase: Phrase) -> Found | None:
    """A size stands before the noun of a model that is no rival's.

    >>> specs("We train a compact 1.7M-parameter network and two 7B dense models.")
    total parameters 1700000 parameters (parameters)
    total parameters 7000000000 parameters (size before model)
    """
    if not is_size(phrase):
        return None
    kinds = _KINDS.match(phrase.after)
    model = _MODEL.match(phrase.after)
    if not (kinds or model) or _OTHERS.search(phrase.before):
        return None
    single = _ONE.search(phrase.before)
    if not kinds and not (
        single or _TRIED.search(phrase.before) or phrase.number.high is not None or _FAMILY.search(phrase.before)
    ):
        return None
    if model and single and single[0].casefold().startswith("a") and _ACTS.match(phrase.after, model.end()):
        return None  # "a 1B LLM can exceed a 405B LLM" speaks of any model of that size
    return phrase.found("total parameters", "parameters", (model or kinds).end())  # type: ignore[union-attr]


def sizes_listed(phrase: Phrase) -> Found | None:
    """A list or a range of sizes is announced.

    >>> specs("Nine models (3B-14B) gain.")
    total parameters 3000000000 parameters (sizes listed)
    total parameters 14000000000 parameters (sizes listed)
    >>> specs("We release models in three sizes: 1B and 4B, and study transformers from 30M to 2B.")
    total parameters 1000000000 parameters (sizes listed)
    total parameters 4000000000 parameters (sizes listed)
    total parameters 30000000 parameters (sizes listed)
    total parameters 2000000000 parameters (sizes listed)
    """
    if (
        not is_size(phrase)
        or _DATA.match(phrase.after)
        or (_MODEL.match(phrase.after) and _OTHERS.search(phrase.before))
    ):
        return None
    last = phrase.last if phrase.last and phrase.last.attribute == "total parameters" else None
    if last and _GOES_ON.search(phrase.before):
        ahead = phrase.number.start - last.start + last.ahead
        return replace(phrase.found("total parameters", "parameters"), ahead=ahead)
    announced = nearest(_IN_BRACKETS, phrase.before) if _CLOSED.match(phrase.after) else None
    if announced is None and not _OTHERS.search(phrase.before):
        announced = nearest(_LISTED, phrase.before)
    if announced:
        return phrase.found("total parameters", "parameters", cue=announced)
    at = _AT.search(phrase.before)
    scale = _AT_SCALE.match(phrase.after) if at and at[0].endswith("the ") else None
    if scale:
        return phrase.found("total parameters", "parameters", scale.end())
    speaks = nearest(_SPEAKS, phrase.before) if at and _ENDS.match(phrase.after) else None
    return phrase.found("total parameters", "parameters", cue=speaks) if speaks else None


def is_size(phrase: Phrase) -> bool:
    """Say whether a number is printed like a size: `7B`, `1.5-billion`, `30M to 1B`."""
    number = phrase.number
    return number.scaled and number.unit is None and _SIZE.search(phrase.printed) is not None


def with_letter_apart(number: Number, after: str) -> Number:
    """Take in a magnitude that stands apart: `0.5 B`."""
    letter = None if number.scaled or number.unit else _LETTER_APART.match(after)
    if letter is None:
        return number
    factor = {"B": 10**9, "M": 10**6, "K": 10**3}[letter[1]]
    return number._replace(value=number.value * factor, end=number.end + letter.end(1), scaled=True)


MODEL_SIZE_RULES: tuple[Grammar, ...] = (
    added_parameters,
    active_parameters,
    parameters,
    size_behind_name,
    size_before_model,
    sizes_listed,
)
"""Rules for sizes of models, in the order in which they are tried."""
