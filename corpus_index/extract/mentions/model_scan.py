"""The state of looking for models in one record: its words, what they cannot be, and what was found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.mentions.family_words import excluded
from corpus_index.extract.mentions.model_name import ModelName
from corpus_index.extract.reading.abbreviations import Pair, abbreviations
from corpus_index.extract.reading.lexicon import benchmark_spellings
from corpus_index.extract.reading.literals import matches_at
from corpus_index.extract.reading.names import Name, is_distinctive, tokens
from corpus_index.extract.reading.text import Text

_ADJECTIVES = (
    r"[Ll]anguage|[Ff]oundation|[Vv]ision-[Ll]anguage|[Vv]ision-language-action|[Pp]re-?trained|[Dd]iffusion|generative|"
    r"reasoning|embedding|generation|text-to-image|text-to-video|multimodal|frontier|open-source|open-weight|proprietary|"
    r"closed-source|commercial|world|reward|speech|audio|ASR|generalist|base|backbone|teacher|student|latest|"
    r"state-of-the-art"
)
_NOUN = re.compile(
    rf"\b(?:(?P<trained>[A-Za-z]{{0,5}}(?:LM|LMM|LRM|VLA)s?|chatbots?|backbones?|checkpoints?|"
    rf"(?:{_ADJECTIVES})\s[Mm]odels?|(?:proprietary|open-weight|closed-source|commercial|frontier)\s(?:baselines|systems))"
    r"|(?P<plain>models?|architectures|encoders|judges|students|teachers)|baselines|networks|systems|series|famil(?:y|ies))$"
)
_NOUN_END = re.compile(  # what every such noun ends with; looked for first, because it is found fast
    r"(?:odels?|LMs?|LMMs?|LAs?|RMs?|hatbots?|ackbones?|heckpoints?|ncoders|rchitectures|aselines|etworks|ystems|udges|"
    r"tudents|eachers|eries|amil(?:y|ies))\b"
)
_NOUN_ENDS = (  # how that begins
    *("odel", "LM", "LA", "RM", "hatbot", "ackbone", "heckpoint", "ncoders", "rchitectures", "aselines", "etworks"),
    *("ystems", "udges", "tudents", "eachers", "eries", "amil"),
)
_LONGEST_NOUN = 32
# Any of these in a text says that it speaks of trained models, so that a name which is also a word may be one of them.
_TALK = (
    "LMs", "prompting", "prompts", "enerative", "re-train", "retrain", "re-Train", "ine-tun", "inetun", "ine-Tun",
    "ero-shot", "ew-shot", "backbone", "ransformer", "ViT", "elf-supervised", "peech Recognition", "roprietary model",
    "eep learning", "bject detect", "eural network", "YOLO", "image encoder", "mbedding model", "base model",
    "okenization", "okenizer", "mage generation", "iffusion", "ultimodal", "ulti-modal", "omputer vision",
    "ontrastive",
)  # fmt: skip
# Any of these says so too, and that the models answer, write or draw; others than these seldom have a name.
_STRONG_TALK = (
    "LLM", "VLM", "VLA", "anguage model", "anguage Model", "oundation model", "oundation Model", "ision-language",
    "ision-Language", "hatbot", "GPT", "BERT", "iffusion model", "ext-to-", "open-weight", "frontier model",
    "re-trained", "retrained", "peech recognition", "easoning model", "AI agent", "AI Agent", "oding agent",
)  # fmt: skip
_ARCHITECTURE = re.compile(
    r"(?:NN|Net|Nets|AE|GAN|LSTM|GRU|[Bb]ench|QA|RAG|former|Former|SVM|MDP|ODE|PDE|Eval|Score)s?$|(?:LM|LMM|VLA|VLN|DM|Agent|CLI)s$|\d{4}[A-Z]"
    r"|-(?:Based|Driven|Guided|Aware|Enhanced|Augmented|Free|Powered|Centric|Level|Style|Like|Specific|Assisted|Trained|"
    r"Tuned|Conditioned|Agnostic|Informed|Oriented|Generated|as|By|To|Of|[a-z]+ed|[a-z]+ing)$"
)
_VERSION_AT_END = re.compile(r"-?[vV]?\d[\d.]*$")
_VERSIONED = re.compile(r"[A-Za-z]{2}.*\d|\d.*[A-Za-z]{2}")
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]|-[A-Z]|\d")


@dataclass(frozen=True, slots=True)
class ModelNoun:
    """A noun that models are called by.

    It is `trained` where it means models that come trained (`language models`, `LLM`), and so have a name of their own;
    `plain` where it may mean any model; neither where it may mean other things too (`baselines`).
    """

    start: int
    end: int
    text: str
    trained: bool
    plain: bool


class ModelScan:
    """A record in which models are looked for; `found` grows from rule to rule."""

    def __init__(self, text: Text, artefacts: tuple[Artefact, ...]) -> None:
        """Begin with the words of a record and with what it introduces."""
        self.text = text
        self.clean = text.clean
        self.words: Sequence[Name] = tokens(text.clean)
        self.other = {fold(artefact.name) for artefact in artefacts if artefact.kind is not ArtefactKind.MODEL}
        self.introduces_model = any(artefact.kind is ArtefactKind.MODEL for artefact in artefacts)
        self.found: list[ModelName] = []
        self._covering: dict[int, ModelName] = {}

    @cached_property
    def talk(self) -> bool:
        """Whether the text speaks of trained models at all."""
        return self.strong_talk or bool(self.found) or any(word in self.clean for word in _TALK)

    @cached_property
    def strong_talk(self) -> bool:
        """Whether it speaks of models that usually have a name of their own."""
        return any(word in self.clean for word in _STRONG_TALK)

    @cached_property
    def beginning(self) -> dict[int, Name]:
        """The words by where they begin."""
        return {word.start: word for word in self.words}

    @cached_property
    def ending(self) -> dict[int, Name]:
        """The words by where they end."""
        return {word.end: word for word in self.words}

    @cached_property
    def pairs(self) -> dict[str, Pair]:
        """The abbreviations that the record defines."""
        return {pair.short: pair for pair in abbreviations(self.text)}

    @cached_property
    def nouns(self) -> tuple[ModelNoun, ...]:
        """The nouns for models, in order."""
        ends = (end.end() for end in matches_at(_NOUN_ENDS, _NOUN_END, self.clean))
        nouns = filter(None, (_NOUN.search(self.clean, max(0, end - _LONGEST_NOUN), end) for end in ends))
        return tuple(
            ModelNoun(noun.start(), noun.end(), noun[0], noun["trained"] is not None, noun["plain"] is not None)
            for noun in nouns
        )

    def keep(self, name: ModelName) -> None:
        """Add a found name; what it covers is noted, so that a list of many names takes no longer for each of them."""
        self.found.append(name)
        for position in range(name.start, name.end):
            self._covering.setdefault(position, name)

    def covering(self, position: int) -> ModelName | None:
        """Give the found name that covers a position, the first that was found."""
        return self._covering.get(position)

    def is_taken(self, start: int) -> bool:
        """Say whether a found name covers a position."""
        return start in self._covering

    def in_url(self, start: int) -> bool:
        """Say whether a position stands in an address of the web."""
        chunk = self.clean[self.clean.rfind(" ", 0, start) + 1 : start]
        return "://" in chunk or "www." in chunk or ".com/" in chunk or ".org/" in chunk or ".io/" in chunk

    def is_other(self, name: Name) -> bool:
        """Say whether the paper introduces something of this name that is no model."""
        return fold(name.text) in self.other

    def is_free(self, word: Name) -> bool:
        """Say whether a word may still become a model's name: nothing else has it, and it is no other thing."""
        return (
            not is_another_thing(word.text)
            and not self.is_other(word)
            and word.text not in self.pairs
            and not self.is_taken(word.start)
            and not self.in_url(word.start)
        )


@lru_cache(maxsize=1 << 13)
def is_another_thing(word: str) -> bool:
    """Say whether a word is known as an architecture, a method, data or a benchmark, or ends like one."""
    stem = _VERSION_AT_END.sub("", word)
    listed = fold(word) in benchmark_spellings() or fold(stem) in benchmark_spellings()
    return word in excluded() or stem in excluded() or listed or bool(_ARCHITECTURE.search(stem))


@lru_cache(maxsize=1 << 13)
def is_versioned(word: str) -> bool:
    """Say whether a word is a name with a number, like most names of models."""
    return bool(_VERSIONED.search(word)) and word[0].isalpha() and any(letter.isupper() for letter in word)


@lru_cache(maxsize=1 << 13)
def is_shaped(word: str) -> bool:
    """Say whether a word can only be a name and is no mere acronym: a digit, a capital inside or after a hyphen."""
    return is_distinctive(word) and bool(_CAMEL.search(word))
