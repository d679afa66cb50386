"""Names that a noun calls data: `the X dataset`, `benchmarks such as X`, `X, a hard benchmark of ...`."""

import re

from corpus_index.extract.mentions.benchmark_candidates import Candidate
from corpus_index.extract.mentions.benchmark_enumerations import Enumeration
from corpus_index.extract.mentions.benchmark_name import NOUN
from corpus_index.extract.mentions.benchmark_surroundings import is_another_thing, speaks_of_evaluation
from corpus_index.extract.mentions.benchmark_word_shapes import is_plain_acronym, is_refused

_NUMBER = r"[Tt]wo|[Tt]hree|[Ff]our|five|six|seven|eight|nine|ten|\d+"
_NOUN_BEHIND = re.compile(
    r"\)?\s*(?:\([^()]{1,40}\)\s*)?(?:(?!(?:and|or|with|for|in|on|of|to|by|as|at|is|are|was|were|we|that|which|from|via|"
    r"using|show|shows|while|where|over|under|into|than|the|its|their|a|an)\s)[a-z][\w-]*\s+){0,3}?(?:(?:[A-Z][a-z]+|[A-Z]{2,6})\s+)?"
    rf"(?P<noun>{NOUN})\b"
)
_SHORT_FORM_BEHIND = re.compile(r"\s*\([A-Z][\w-]*[A-Z0-9][\w-]*\)")
_PART_OF_A_NAME = re.compile(r"(?:[A-Z][\w-]*\s(?:of|for|&)|&)\s$")
"""Before the last word of a longer name: `Department of X`."""
_PLURAL = re.compile(r"(?:sets|benchmarks|suites|corpora|beds|boards|challenges|splits|tasks|bases)$")
_ALWAYS_EVALUATES = re.compile(
    r"[Bb]enchmark|[Tt]est|[Ll]eaderboard|[Cc]hallenge|[Cc]ompetition|[Ss]hared|[Ee]xam|val|dev|eval"
)
_STRICT = re.compile(r"benchmark|data\s?set|corpus|corpora|data\s?base|treebank|test\s?set|leaderboard|challenge|suite")
_SORT_OF_SET = re.compile(
    r"(?:\b(?:an?|our|new|novel|first|this|these|those|another|existing|previous|prior|other|any|no|each|every|all|some|"
    rf"current|many|multiple|several|various|different|most|recent|one|{_NUMBER}|[Ff]or|[Tt]raditional|large)\s+"
    r"(?:[a-z][\w-]*\s+){0,3}|^\s*|[.:;]\s*)(?<!\bthe\s)$"
)
_OPENED_BY = re.compile(
    r"(?:\b(?:the|on|and|of|from|using|in|over|across|with|to|against|under|like|both|for|popular|public|standard|"
    r"challenging|widely|used|adopted|well-known|real-world|large-scale|large|small|official|original|benchmark|dataset|"
    r"established|recent|competitive|canonical|full|available|following|entire|including|as|than|by)|[,(:/&])"
    r"\s*(?:[A-Z][\w-]*(?:'s)?\s+)?$"
)
_OPENS = re.compile(r"[Oo]n\s(?:the\s)?$")
_NOUNS = (
    r"(?:[Bb]enchmarks|[Dd]ata\s?sets|[Tt]est\s?sets|[Tt]est\s?beds|[Ss]uites|[Cc]orpora|[Ll]eaderboards|[Cc]hallenges|"
    r"[Cc]ompetitions|[Dd]atabases|[Tt]asks|[Ee]nvironments|[Ss]ettings|[Ee]xams)"
)
_PARTS_OF_NOUNS = (
    *("set", "ench", "orp", "uite", "atabase", "halleng", "eaderboard", "ompetition", "xam", "ask", "est"),
    "nvironment",
)
_NOUN_BEFORE = re.compile(
    rf"\b(?:{_NOUNS}(?:\s(?:from|in|for|on|of|across)\s[\w\s-]{{1,40}})?\s?(?:,|\()?\s?"
    r"(?:including|such as|like|namely|i\.e\.,?|e\.g\.,?|viz\.|spanning|covering|named|called|exemplified by|"
    r":|--|—|\(|\bof\b)"
    r"\s*(?:e\.g\.,?\s*|i\.e\.,?\s*)?|"
    r"(?:[Bb]enchmark|[Dd]ata\s?set|[Tt]est set|[Cc]orpus|[Ss]uite)\s?"
    r"(?:,?\s?(?:namely|called|named|i\.e\.,|such as|like)|:|--?(?=\s)|\((?:e\.g\.,?|i\.e\.,?|named|called)?)\s*|"
    rf"\b(?:{_NUMBER}|both)\s+(?:[\w-]+\s+){{0,4}}{_NOUNS}(?:[,:]|\s--?)\s+)"
    r"(?:on\s+)?(?:both\s+)?(?:the\s+)?(?:[A-Z][\w-]*(?:,\s+(?:and\s+)?|\s+and\s+)){0,3}(?:[A-Z][\w-]*(?:'s)?\s+)?"
    r"(?:\(?(?:i|1|a)\)\s+)?$"
)
_ITEM_BEFORE = re.compile(r"(?:,|\band)\s+$")
_ITEM_NAMED_BEFORE = re.compile(r"([A-Z][\w-]*),?\s+(?:and\s+)?$")
_BRACKETED_PLURAL = re.compile(r"s\s*\(\s*$")
_SETS_BEFORE = re.compile(rf"\b(?:on|across|over)\s+(?:[\w-]+\s+){{1,5}}{_NOUNS},\s+$")
_CLOSED = re.compile(r"\s*[,.;)]")
_TASKS_BEFORE = re.compile(r"\b(?:[Tt]asks|[Ee]nvironments|[Ss]ettings|[Cc]hallenges)[^.;]{0,40}$")
_APPOSED = re.compile(
    r"\s*(?:[,(]\s*|(?:is|was|serves as|remains|has become)\s+(?:introduced\s+as\s+)?)(?:an?|the|one of the)\s+"
    r"(?:[a-zA-Z0-9][\w-]*,?\s+){0,6}?(?:benchmarks?|test\s?set|"
    r"test\s?bed|leaderboard|"
    r"challenge|evaluation suite|challenge set|shared task|competition)\b"
    r"(?!\s(?:algorithm|method|model|approach|system|baseline)s?\b)"
)


def called_a_data_set(found: Enumeration) -> tuple[Candidate, ...]:
    """`the X dataset`, `X and Y benchmarks`, where the sentence evaluates.

    >>> benchmarks("Experiments on the Vorle and Tasmin data sets show gains.")
    Vorle (called a data set)
    Tasmin (called a data set)

    Each may have its noun.

    >>> benchmarks("We compare systems by the Vorle Mira benchmark and the Tasmin benchmark.")
    Vorle Mira (called a data set)
    Tasmin (called a data set)
    """
    behind = _NOUN_BEHIND.match(found.after)
    if not behind or not _OPENED_BY.search(found.before):
        return ()
    noun, last = behind["noun"], found.members[-1]
    if found.single and not (last.telling or last.listed) and _PART_OF_A_NAME.search(found.before):
        return ()
    if not (_ALWAYS_EVALUATES.match(noun) or last.listed or speaks_of_evaluation(found)):
        return ()
    plural = bool(_PLURAL.search(noun))
    if _is_attribute(found, noun, far=behind.start("noun") > 2, plural=plural):
        return ()
    strict = last.telling or last.listed or _STRICT.match(noun)
    return (
        found.members
        if plural and strict
        else tuple(m for m in found.members if m.telling or m in found.called or (m is last and strict))
    )


def _is_attribute(found: Enumeration, noun: str, *, far: bool, plural: bool) -> bool:
    """Say whether the name tells the sort of the data, or faces them: `four QA datasets`, `X meets two challenges`."""
    last = found.members[-1]
    if far and noun[1:].startswith("halleng"):
        return True
    if last.listed:
        return False
    if far and noun in ("validation", "evaluation"):
        return True
    if found.single and is_plain_acronym(last.name):
        return plural or bool(_SORT_OF_SET.search(found.before))
    if last.telling:
        return False
    return found.in_title or bool(_SHORT_FORM_BEHIND.match(found.after) or _SORT_OF_SET.search(found.before))


def named_after_the_noun(found: Enumeration) -> tuple[Candidate, ...]:
    """`benchmarks such as X and Y`, `three data sets (X, Y, Z)`, `two benchmarks, X and Y`.

    >>> benchmarks("It wins on three public benchmarks: Vorle, Tas-1K, and Merg.")
    Vorle (named after the noun)
    Tas-1K (named after the noun)
    Merg (named after the noun)
    >>> benchmarks("On public data sets, other feature selectors (Vorle Mira, TasMerg, BoChi) reach 91% accuracy.")
    """
    if is_another_thing(found) or not any(part in found.before for part in _PARTS_OF_NOUNS):
        return ()
    if not found.single and _SETS_BEFORE.search(found.before) and _CLOSED.match(found.after):
        return found.members
    item = _ITEM_NAMED_BEFORE.search(found.before)
    if item and is_refused(item[1]):
        return ()
    if not _NOUN_BEFORE.search(found.before) or all(m.own for m in found.members):
        return ()
    if _TASKS_BEFORE.search(found.before):
        return tuple(m for m in found.members if m.certain or (m.telling and not is_plain_acronym(m.name)))
    if not any(m.telling or m.listed for m in found.members) and _ITEM_BEFORE.search(found.before):
        return ()
    if found.single and (_BRACKETED_PLURAL.search(found.before) or (found.in_title and not found.members[0].telling)):
        return ()
    return found.members


def apposed(found: Enumeration) -> tuple[Candidate, ...]:
    """`X, a challenging benchmark for ...`, `X is a benchmark of ...`.

    >>> benchmarks("The community relies on VorleTrack, a hard benchmark of planning. MergOTA is a benchmark too.")
    VorleTrack (apposed)
    MergOTA (apposed)

    Behind `On`, which opens the sentence, any capitalised word may be one.

    >>> benchmarks("On Mergel, a hard benchmark of trees, the language model gains 3.0%.")
    Mergel (apposed)
    """
    last = found.members[-1]
    named = last.telling or last.listed or (found.single and _OPENS.match(found.before))
    return (last,) if named and _APPOSED.match(found.after) else ()


NOUN_RULES = (called_a_data_set, named_after_the_noun, apposed)
