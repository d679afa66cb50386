"""Named models: by family, by shape, and by what the sentence calls a model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.reading.lexicon import known_families, one_of, words
from corpus_index.extract.reading.names import Name, is_distinctive, other_sizes, tokens
from corpus_index.extract.reading.text import Text

_REASONERS = re.compile(r"(?:OpenAI-)?[oO][134](?:-(?:mini|preview|Preview|pro|high|low|medium|Mini))*")
_SIZED = re.compile(r"[^\W\d_a-z][\w.]*(?:-[\w.]+)*-\d+(?:\.\d+)?[BM](?:-\w+)*")
_CALLED_MODEL = re.compile(r"\s+(?:models?|LLMs?|series|family)\b")
_AI_TALK = re.compile(
    r"\b(?:L?LMs?|LLMs|M?LLMs?|VLMs?|language models?|foundation models?|"
    r"vision-language|prompt\w*|chatbots?|generative|pre-?train\w*|fine-?tun\w*|"
    r"zero-shot|few-shot|backbones?|transformers?|ViTs?|self-supervised|text-to-\w+|"
    r"speech recognition|open-weight|proprietary models?)\b"
)
_ITEM = re.compile(r"(?:[A-Z][\w.-]*(?:\s[A-Z\d][\w.-]*)*,\s+(?:and\s+)?|[A-Z][\w.-]*\s+and\s+)+$")
_MODELS_SUCH_AS = re.compile(
    r"\b(?:models?|LLMs?|LRMs?|MLLMs?|VLMs?|backbones?)\s*(?:\([^()]*\)\s*)?(?:,?\s+(?:such as|"
    r"like|including|namely)\s+|\s*\((?:e\.g\.,?\s*)?|:\s*)$"
)
_WITH = re.compile(r"\b(?:with|to|using)\s+(?:the\s+)?$")
_ACHIEVING = re.compile(r"\s+(?:achieving|reaching|obtaining|scoring|attaining|and (?:achiev|obtain|reach)\w+)\b")
_DISCARD = re.compile(
    r"^(?:Sub|SOTA|Top|Non|Pre|Post|Multi|Cross|Self|Long|Inter|Intra|Small|Large|Tiny|Mid|LLM|MoE|The|Dense)-",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ModelName:
    """One occurrence of a model's name; `start` to `end` holds its printed form, which may complete another."""

    name: str
    start: int
    end: int
    rule: str = ""


def model_names(text: Text, artefacts: tuple[Artefact, ...]) -> tuple[ModelName, ...]:
    """Find every occurrence of a model's name in title and abstract, in order."""
    own = [artefact for artefact in artefacts if artefact.kind is ArtefactKind.MODEL]
    other = {fold(artefact.name) for artefact in artefacts if artefact.kind is not ArtefactKind.MODEL}
    found: list[ModelName] = []
    for artefact in own:
        places = list(occurrences(text.clean, artefact.name)) or [(artefact.start, artefact.end)]
        found += [ModelName(artefact.name, start, end) for start, end in places]
    talk = bool(_AI_TALK.search(text.clean)) or any(_is_certain(token.text) for token in tokens(text.clean))
    for token in tokens(text.clean):
        if any(name.start <= token.start < name.end for name in found):
            continue
        name = _whole_name(text, token, talk=talk)
        if name and fold(name.text) not in other and not _in_url(text.clean, name.start):
            found.append(ModelName(name.text, name.start, name.end))
            found += [ModelName(more.text, more.start, more.end) for more in other_sizes(text.clean, name)]
    found += _relatives(text, found, other)
    return tuple(sorted(found, key=lambda name: (name.start, name.end)))


def _relatives(text: Text, found: list[ModelName], other: set[str]) -> Iterator[ModelName]:
    """Names that begin like a model that is certain (`Zarp-R1` beside `Zarp-R1-7B`), and names in a list of models."""
    stems = {re.split(r"[-\d]", name.name)[0] for name in found}
    stems = {stem for stem in stems if len(stem) >= 3 and stem not in ("The",)}
    for token in tokens(text.clean):
        word = token.text
        if (
            any(name.start <= token.start < name.end for name in found)
            or fold(word) in other
            or not (is_distinctive(word) or re.fullmatch(r"[A-Z][a-z]+-\d[\w.]*", word))
        ):
            continue
        if (
            word in words("families", "not_models")
            or _in_url(text.clean, token.start)
            or word.endswith(("Bench", "bench"))
        ):
            continue
        begins_alike = re.split(r"[-\d]", word)[0] in stems and re.search(r"[-\d]", word)
        start = text.sentence(token.start)[0]
        before = _ITEM.sub("", text.clean[max(start, token.start - 160) : token.start])
        versioned = re.search(r"\d", word) and re.search(r"[A-Za-z]{2}", word)
        acts = versioned and _WITH.search(before) and _ACHIEVING.match(text.clean[token.end :])
        made = _made_by(text.clean, token)
        if begins_alike or acts or made or (versioned and _MODELS_SUCH_AS.search(before)):
            yield ModelName(word, token.start, token.end)


def _made_by(text: str, token: Name) -> bool:
    """`OpenAI GPT-4`, `Anthropic Claude`: a maker before a name."""
    maker = re.search(rf"\b(?:{one_of('families', 'makers')})\s$", text[max(0, token.start - 24) : token.start])
    return bool(maker) and token.text[0].isupper() and bool(re.search(r"\d", token.text))


def occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Give the places where exactly this name stands, not as a part of a longer one."""
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    for match in re.finditer(rf"(?<![\w-]){pattern}(?![\w]|-\w|\.\w)", text):
        yield match.start(), match.end()


def _whole_name(text: Text, token: Name, *, talk: bool) -> Name | None:
    word = token.text
    if word in words("families", "not_models") or _DISCARD.match(word):
        return None
    if _is_family(word, talk=talk) or _followed_by_version(text.clean, token, talk=talk):
        return _lengthened(text.clean, token)
    if _REASONERS.fullmatch(word) and (talk or "-" in word):
        return token
    if _SIZED.fullmatch(word):
        return token
    if talk and is_distinctive(word) and re.search(r"\d|-[A-Z]|[a-z][A-Z]", word) and _is_called_model(text, token):
        return token
    return None


def _is_called_model(text: Text, token: Name) -> bool:
    """Accept `the X model` where the shape alone does not tell; `the X-CNN model` names an architecture."""
    last = re.split(r"[-\d]", token.text)[-1]
    if last in words("families", "not_models") or token.text.endswith(
        ("NN", "Net", "AE", "GAN", "bench", "Bench", "QA")
    ):
        return False
    after = re.match(r"\s+(?:(?:base|language|reasoning|open-source)\s+)?(?:models?|LLMs?)\b", text.clean[token.end :])
    return bool(after) and bool(re.search(r"\b(?:the|an?|with|using|of|to|base|by)\s$", text.clean[: token.start]))


def _is_certain(word: str) -> bool:
    """Say whether a word is a model whatever the text speaks of: a known family with a version or size."""
    return _is_family(word, talk=False) and bool(re.search(r"\d", word))


@cache
def _is_family(word: str, *, talk: bool) -> bool:
    stem = word.casefold()
    for maker in ("openai-", "google-", "meta-"):
        stem = stem.removeprefix(maker)
    if not (any(letter.isupper() for letter in word) or any(letter.isdigit() for letter in word)):
        return False
    capitals = word.isupper()
    for end in range(len(stem), 1, -1):
        family = known_families().get(stem[:end])
        rest = stem[end:]
        sort = family[0] if family else None
        if family and capitals and not family[1].isupper() and not re.search(r"\d", rest):
            continue
        if sort is None or (rest and rest[0].isalpha()):
            continue
        if sort == "alone":
            return True
        if family and sort == "ordinary":
            printed_so = word.startswith(family[1])
            return (talk and printed_so) or bool(re.search(r"\d", rest))
        return bool(re.search(r"\d", rest)) and talk
    return False


def _followed_by_version(text: str, token: Name, *, talk: bool) -> bool:
    """Accept a family that needs a version where the version stands apart (`Falcon 40B`, `Yi 1.5`)."""
    sort = known_families().get(token.text.casefold(), ("", ""))[0]
    if not talk or sort not in ("versioned", "ordinary") or not token.text[0].isupper():
        return False
    return bool(re.match(r"\s(?:v?\d\.\d|\d+B)\b", text[token.end :]))


def _lengthened(text: str, token: Name) -> Name:
    """Add the version and the suffix words that follow with a space; a size that stands apart is not added."""
    suffix = (
        rf"(?:\s(?:v?\d+(?:\.\d+)?(?![\w%.]|\s*%)(?!\.\d)|[RVKk]\d(?:\.\d)?|{one_of('families', 'suffixes')})(?![\w]))"
    )
    more = re.match(rf"{suffix}{{0,4}}", text[token.end :])
    end = token.end + (more.end() if more else 0)
    if more and re.fullmatch(r"\s[1-9]\d+", more[0]) and re.match(r"\s+[a-z]|\s*\)|\s*,", text[end:]):
        end = token.end
    hyphen = re.match(r"-(?:[A-Za-z0-9.]+)(?:-[A-Za-z0-9.]+)*", text[end:]) if end > token.end else None
    end += hyphen.end() if hyphen else 0
    return Name(token.start, end, re.sub(r"\s+", " ", text[token.start : end]))


def _in_url(text: str, position: int) -> bool:
    return bool(re.search(r"(?:https?://|www\.|\.(?:com|org|io|ai)/)\S*$", text[max(0, position - 120) : position]))
