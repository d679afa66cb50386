"""What a paper does with a model that it names."""

import re

from corpus_index.domain.facts import Role
from corpus_index.extract.mentions.models import ModelName
from corpus_index.extract.reading.text import Text

_COMPARED = re.compile(
    r"\b(?:above|below|beyond|outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|compar(?:ed|"
    r"able|ably|ison|ing|e|es)\b(?:\s+[\w-]+){0,3}?\s+(?:to|with)|than|rival\w*|"
    r"match(?:es|ing)?|over|like|such as|"
    r"competitive with|on par with|parity with|against|approach(?:es|ing)|"
    r"advanc\w+|superior to|versus|vs\.?|better|relative to|unlike|"
    r"behind|close to|as well as|replicat\w+|demonstrate[sd]?|parallel to)",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:fine-?tun\w*|train\w*|using|use[sd]?|with|based on|built (?:on|"
    r"upon)|applied to|apply\w*|for|from|on|enabl\w+|boost\w*|improv\w*|backbones?|"
    r"powered by|"
    r"employ\w*|adopt\w*|leverag\w*|prun\w*|distill\w*|initializ\w*|accelerat\w*|"
    r"quantiz\w*|evaluat\w*|across|deploy\w*|tested?|prompting|"
    r"by|adapt\w*|extend\w*)",
    re.IGNORECASE,
)
_BASE_AFTER = re.compile(
    r"\s*(?:'s)?\s*(?:(?:as|serv\w+ as) (?:the|a|our) (?:\w+ ){0,2}(?:base|"
    r"backbone|teacher|student|judge|policy|generator|model|verifier|encoder)|"
    r"base model|backbones?|(?:model )?(?:is|was|were|are) (?:then )?(?:utilized|"
    r"used|employed|fine-tuned|evaluated|tested|prompted)|show(?:s|"
    r"ing)|maintain|"
    r"achiev\w+|reach\w+|obtain\w+|improv\w+ (?:from|by)|fine-tuned|\((?:[+-]|\d)|series models|\d+B maintains)",
    re.IGNORECASE,
)
_MENTIONS = 6  # of one model that are looked at; the role is clear by then
_RIVAL_FOR = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs\.?|against)\s+(?:[^.;a-z]|\.(?=\d)|"
    r"and\b|the\b)*\s+(?:for|by|from|of)\s+(?:the\s+)?$"
)
_CALLED = re.compile(r"(?:the|a|an)\s+(?:[a-z-]+\s+){0,3}(?:models?|LLMs?|baselines?|system)\s+$")
_LONGEST_ITEM = 80  # of a list of models, in characters
_LIST_ITEM = re.compile(
    r"(?:(?=[\w.'+-]*[A-Z0-9])[A-Za-z0-9][\w.'+-]*(?:\s(?:\d[\w.]*|[A-Z][\w.-]*)){0,3}|\([^()]*\))(?:,\s+(?:and\s+|"
    r"or\s+)?|\s+(?:and|or|&)\s+)$"
)


def role_of(text: Text, occurrences: list[ModelName], *, introduced: bool) -> Role:
    """Judge by the nearest cue before each occurrence; any use of the model outweighs comparisons with it."""
    if introduced:
        return Role.INTRODUCED
    bodies = [name for name in occurrences if name.start >= text.body] or occurrences
    bodies = bodies[:_MENTIONS]
    roles = [_role_at(text, name) for name in bodies]
    return Role.BASE if Role.BASE in roles else Role.COMPARED


def _role_at(text: Text, name: ModelName) -> Role:
    start, end = text.sentence(name.start)
    before = _before_list(text.clean[start : name.start])
    after = text.clean[name.end : min(end, name.end + 60)]
    if _RIVAL_FOR.search(text.clean[start : name.start]):
        return Role.COMPARED
    if _BASE_AFTER.match(after) and not re.search(
        r"\b(?:than|outperforms|surpass\w*|compared (?:to|with))\s+(?:the\s+)?(?:[a-z-]+\s+)*$", before
    ):
        return Role.BASE
    compared, base = _last(_COMPARED, before), _last(_BASE, before)
    if compared < 0 and base < 0:
        late = name.start > text.body + (len(text.clean) - text.body) // 2
        return Role.BASE if late or re.search(r"\b(?:we|our)\b", before, re.IGNORECASE) else Role.COMPARED
    return Role.COMPARED if compared >= base else Role.BASE


def _before_list(before: str) -> str:
    """Cut off the earlier items of a list, so that all its items stand behind the same words."""
    while True:
        before = _CALLED.sub("", before)
        floor = max(0, len(before) - _LONGEST_ITEM)
        item = _LIST_ITEM.search(before, floor)
        if not item or not re.search(r"[A-Z0-9]", item[0]) or item.start() == 0:
            return before
        before = before[: item.start()]


def _last(pattern: re.Pattern[str], before: str) -> int:
    ends = [match.end() for match in pattern.finditer(before)]
    return ends[-1] if ends else -1
