"""Systems that only their verb tells: `Merlin achieves`, `the full trace reaches`, `applying Muon raises`."""

import re
from collections.abc import Sequence

from corpus_index.extract.bindings.actors import Actor, Cast
from corpus_index.extract.bindings.clauses import Clause
from corpus_index.extract.bindings.phrases import LONGEST, OUTSIDE, Party, Sort, bare, is_metric
from corpus_index.extract.reading.lexicon import words

_NAME = re.compile(r"[A-Z][\w.+-]*(?:\s[A-Z\d][\w.+-]*){0,3}")
_LATER = re.compile(
    r"\s*\(.*|\s+(?:only|just|up|along|alone|already|consistently|on|in|at|for|from|across|under|among|over|than|using|when|"
    r"with|without|of|after|before|to|via|by|built|based|trained|tuned|fine-tuned|applied|evaluated|tested)\b.*",
    re.DOTALL,
)
_MEANS = re.compile(
    r"(?:applying|using|adding|employing|adopting|incorporating|introducing|integrating)\s+", re.IGNORECASE
)
_MOVES = re.compile(r"\s+(?:slightly\s+|further\s+)?(?:from|to|by|in|on|at|over|with|as|when|and)\b|\s*[,;.]")
_NOT_ONE = re.compile(
    r"(?:we|they|it|he|she|you|i|one|this|that|these|those|which|what|each|every|all|any|no|none|both|some|many|most|"
    r"several|other|others|another|there|here|more|such|its|their|our|neither|either)\b|\d[\d.,/]*\s",
    re.IGNORECASE,
)
_NOT_PLAIN = re.compile(r"\d|[\\$(){}=,;:%<>]|--|\s(?:this|that|it|these|those|which|is|are|was)(?:\s|$)")


def doer(text: str, clause: Clause, inside: Sequence[Actor], who: Cast) -> Party | None:
    """Name the subject of a verb that says what systems do, whatever noun heads it; `None` for what is measured.

    A name is believed before verbs of achieving and of changing something, a description (`the full trace`) before
    verbs of achieving alone. Beside an artefact of the paper's own a single common noun describes nothing.

    >>> results("We study reasoning traces. We find that the full interleaved trace reaches 92.4% accuracy.")
    92.4 % score by full interleaved trace (percentages; acting description)
    """
    changes = clause.verb in words("clauses", "changing") and not _MOVES.match(text, clause.after)
    if not changes and clause.verb not in words("clauses", "achieving"):
        return None
    phrase = text[clause.start : clause.end]
    if len(phrase) > _LONGEST_PHRASE:
        return None
    means = _MEANS.match(phrase)
    if means and who.main:
        return None
    phrase = phrase[means.end() :] if means else phrase
    short = _LATER.sub("", phrase, count=1)
    head = bare(short)
    if not head or _NOT_ONE.match(head) or OUTSIDE.match(head) or _is_measured(head.split()[-1]):
        return None
    if head in who.tests or any(actor.name in who.own for actor in inside):
        return None
    if _NAME.fullmatch(head) and not is_metric(head) and not _says_nothing(head):
        return Party(Sort.DESCRIBED, head) if _is_proper(text, head) else None
    if means or _NOT_PLAIN.search(head):
        return None
    return _description(phrase, head, modified=len(short) < len(phrase), changes=changes, who=who)


def _description(phrase: str, head: str, *, modified: bool, changes: bool, who: Cast) -> Party | None:
    """Give a phrase as printed, where its head with what stands before it, or with what follows, tells which one."""
    count = len(head.split())
    if count > 1 and not _says_nothing(head):
        return Party(Sort.DESCRIBED, head) if count <= LONGEST and not changes else None
    if who.main:
        return None
    if modified and not head.endswith(("ed", "ly", "est")):
        whole = bare(phrase)
        short = len(whole.split()) <= _LONGEST_MODIFIED and not _NOT_PLAIN.search(whole)
        return Party(Sort.DESCRIBED, whole) if short else None
    return Party(Sort.DESCRIBED, head) if head == phrase and not changes and not _says_nothing(head) else None


def _says_nothing(phrase: str) -> bool:
    """Say whether a phrase fits any system."""
    return all(word.casefold() in words("clauses", "generic") for word in phrase.split())


def _is_measured(head: str) -> bool:
    """Say whether a noun says what is measured, or speaks of the work, so that it does nothing itself."""
    folded = head.casefold().rstrip(".")
    if folded in words("clauses", "reports") or folded in words("clauses", "unable"):
        return True
    return any(head in words("measures", key) or folded in words("measures", key) for key in _MEASURES)


_LONGEST_MODIFIED = 9
_LONGEST_PHRASE = 200
_MEASURES = ("metrics", "quantities", "rise", "fall")


def _is_proper(text: str, name: str) -> bool:
    """Say whether capitals stand inside a sentence, here or elsewhere, and so make a name."""
    if any(letter.isupper() or letter.isdigit() for letter in name[1:]) and " " not in name:
        return True
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        whole = not text[end : end + 1].isalnum() and text[at - 1 : at] in (" ", "(")
        if whole and at > 1 and (text[at - 2].isalnum() or text[at - 2] in ",;(") and text[at - 1] != "\n":
            return True
        at = text.find(name, end)
    return False
