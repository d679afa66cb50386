"""Links from works that name something to the works that introduce it.

A mention meets an introduction of another work where both are one name, where the mention is a member of the
introduced family (a size or variant more), where it lacks a version and only one introduced family fits without it, or
where its sentence speaks of a whole family ("the MiMo series") that began in the library and the introduced one is a
member. A parent or a sibling is no link, nor is a plain word, nor what only a summary claims. Only introductions count
that a name comes from (`coinage.py`), and only for works that are not older.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus_index.domain.facts import ArtefactKind, Role, Trust
from corpus_index.domain.folding import fold
from corpus_index.domain.link import LinkKind
from corpus_index.domain.published import is_before
from corpus_index.domain.work import NameUse, WorkLink
from corpus_index.resolve.coinage import coined
from corpus_index.resolve.naming import ModelName, family, is_acronym, is_distinctive, is_plain_word, parse_model

_WHOLE = r"(?:series|famil(?:y|ies)|suites?|line-?ups?)"
_FILLER = r"(?:(?:open|base|chat|large|small|reasoning|language|foundation|model|models|LLM|LLMs)[\s-]+){0,3}"
_MORE_NAMES = r"(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|&)\s+|/)[A-Z][\w.\-]*)*"
# Parts and releases of a benchmark; any other word after its name makes another benchmark (MMLU-Pro).
_SPLIT = re.compile(r"test|dev|val(?:id(?:ation)?)?|train|diamond|lite|verified|full|mini|v\d+(?:\.\d+)*")
_DATA = (ArtefactKind.BENCHMARK, ArtefactKind.DATASET)
# Where a paper lists what its own work is made of.
_OWN_PARTS = re.compile(r"\b(?:components|modules|parts|stages|cascade)\s*[:(]", re.IGNORECASE)
_WHOLE_WORD = re.compile(_WHOLE)
_ENDS = re.compile(r"(?:s\b)?(?![^\W_]|[+*!^])")

# Names like o1 and s1 mean too many things.
_SHORT_NAME = 2
# Of letters alone, shorter names of methods come up again and again: MoCo, CoRe.
_TELLING_NAME = 6


def link(uses: Sequence[NameUse]) -> list[WorkLink]:
    """Link mentions to introductions; `uses` are all uses of one or more whole families.

    One link for each pair of works and name of the mention, whose target is the introduced name nearest to it.
    Depends neither on the order of the uses nor on the numbers of works.
    """
    families: defaultdict[str, list[NameUse]] = defaultdict(list)
    for use in uses:
        families[family(use.name)].append(use)
    links: list[WorkLink] = []
    for members in families.values():
        links += _link_family(members)
    return sorted(links, key=lambda each: (each.source.work, each.target.work, each.source.name))


def linkable(introductions: Sequence[NameUse], names: Iterable[tuple[str, str]]) -> list[str]:
    """Give those of these names, each with its field, whose mentions can meet an introduction if their sentences allow.

    `introductions` are all uses by which works introduce or claim names of the families. Sorted.
    """
    families: defaultdict[str, list[NameUse]] = defaultdict(list)
    for use in introductions:
        families[family(use.name)].append(use)
    known = {word: coined(members) for word, members in families.items()}
    targets = {word: _Targets(members) for word, members in known.items()}
    found = set()
    for field, name in names:
        word = family(name)
        for target in targets[word].of(field, name) if word in targets else ():
            # As good a mention as there can be.
            mention = replace(target, field=field, name=name, context=f"the {name} series")
            if _meet(mention, target, known[word]):
                found.add(name)
                break
    return sorted(found)


def _link_family(uses: Sequence[NameUse]) -> list[WorkLink]:
    introduced = [use for use in uses if use.field == "introduces" and use.trust is not Trust.SUMMARY]
    known = coined(uses)
    if not known:
        return []
    own: defaultdict[int, list[NameUse]] = defaultdict(list)
    for use in introduced:
        own[use.work].append(use)
    targets = _Targets(known)
    best: dict[tuple[int, int, str], tuple[tuple[object, ...], WorkLink]] = {}
    for source in filter(_is_mention, uses):
        # Without its sentence: a paper may speak of the family that its own model is one member of.
        if any(_meet(replace(source, context=""), use, known) for use in own[source.work]):
            continue
        for target in targets.of(source.field, source.name):
            kind = _meet(source, target, known) if target.work != source.work else None
            if kind is None or is_before(source.since, target.since):
                continue
            place = (source.work, target.work, source.name)
            rank = _rank(source, target, kind)
            if place not in best or rank < best[place][0]:
                best[place] = (rank, WorkLink(source=source, target=target, kind=kind))
    exact = {(work, name) for (work, _, name), (_, found) in best.items() if found.kind is LinkKind.EXACT}
    return [
        found
        for (work, _, name), (_, found) in best.items()
        if found.kind is LinkKind.EXACT or (work, name) not in exact or speaks_of_family(name, found.source.context)
    ]


def _is_mention(use: NameUse) -> bool:
    """Tell whether a use can be the source of a link: of a name that is neither the work's own nor a summary's."""
    own = use.claimed or use.field == "introduces" or use.role is Role.INTRODUCED
    if own or use.trust is Trust.SUMMARY or _OWN_PARTS.search(use.context):
        return False
    # A name that is printed otherwise than it is called is not looked for.
    return use.name not in use.context or _prints_whole(use.context, use.name)


def _prints_whole(sentence: str, name: str) -> bool:
    """Tell whether the name stands in the sentence and is no part of another: ScanNet++ is not ScanNet."""
    at = sentence.find(name)
    while at >= 0:
        if not sentence[at - 1 : at].isalnum() and _ENDS.match(sentence, at + len(name)):
            return True
        at = sentence.find(name, at + 1)
    return False


class _Targets:
    """Introductions, found by what a mention must share with them to meet them at all."""

    def __init__(self, introduced: Sequence[NameUse]) -> None:
        self._data = [use for use in introduced if use.kind in _DATA]
        self._others: defaultdict[str, list[NameUse]] = defaultdict(list)
        self._models: defaultdict[str, list[NameUse]] = defaultdict(list)
        self._names: defaultdict[str, list[NameUse]] = defaultdict(list)
        for use in introduced:
            self._names[use.name].append(use)
            if use.kind is ArtefactKind.MODEL:
                self._models[parse_model(use.name).word.casefold()].append(use)
            else:
                self._others[use.name].append(use)

    def of(self, field: str, name: str) -> Sequence[NameUse]:
        """Give those that a mention of this field and name may meet."""
        if field == "terms":
            return self._names.get(name, ())
        if field == "benchmarks":
            return self._data
        models = self._models.get(parse_model(name).word.casefold(), [])
        return models + self._others.get(name, [])


def _rank(source: NameUse, target: NameUse, kind: LinkKind) -> tuple[object, ...]:
    """Order the links between two works by one mention, best first."""
    return (
        kind is not LinkKind.EXACT,
        ("models", "benchmarks", "terms").index(source.field),
        abs(len(source.name) - len(target.name)),
        target.name,
        target.context,
        source.context,
        target.fact_id,
        source.fact_id,
    )


def _meet(source: NameUse, target: NameUse, introduced: Sequence[NameUse]) -> LinkKind | None:
    if source.field == "terms":
        return LinkKind.EXACT if _same_term(source, target) else None
    if source.field == "benchmarks":
        return _meet_benchmark(source, target)
    if target.kind is ArtefactKind.MODEL:
        return _meet_model(source, target, introduced)
    # Whether a thing is a model or a method is often a matter of taste; the exact name settles it.
    return LinkKind.EXACT if _same_term(source, target) else None


def _same_term(source: NameUse, target: NameUse) -> bool:
    """Tell whether two spellings are exactly the same and can hardly mean anything else.

    An acronym passes only where both works print the same long form, another name unless they print different ones.
    """
    if source.name != target.name:
        return False
    if is_acronym(source.name):
        return _long_forms_agree(source, target)
    if source.long and target.long:
        return is_distinctive(source.name) and _long_forms_agree(source, target)
    telling = len(source.name) >= _TELLING_NAME or any(map(str.isdigit, source.name))
    return telling and is_distinctive(source.name)


def _long_forms_agree(source: NameUse, target: NameUse) -> bool:
    return bool(source.long and target.long) and fold(source.long or "") == fold(target.long or "")


def _meet_benchmark(source: NameUse, target: NameUse) -> LinkKind | None:
    if target.kind not in _DATA:
        return None
    if source.long and target.long and not _long_forms_agree(source, target):
        return None
    if _same_spelling(source.name, target.name):
        return LinkKind.EXACT
    head, _, rest = source.name.replace(" ", "-").rpartition("-")
    whole = head and _same_spelling(head, target.name) and _SPLIT.fullmatch(rest.casefold())
    return LinkKind.FAMILY if whole else None


def _same_spelling(a: str, b: str) -> bool:
    """Tell whether names agree but for hyphens and spaces, and for case where a digit shows that they are one name."""
    if fold(a) != fold(b):
        return False
    return any(char.isdigit() for char in a) or [*filter(str.isalpha, a)] == [*filter(str.isalpha, b)]


def _meet_model(source: NameUse, target: NameUse, introduced: Sequence[NameUse]) -> LinkKind | None:
    mention, known = parse_model(source.name), parse_model(target.name)
    if not _same_word(mention, known):
        return None
    if _same_parts(mention, known) or _same_spelling(source.name, target.name):
        certain = not is_plain_word(source.name) and len(source.name) > _SHORT_NAME
        return LinkKind.EXACT if certain or _long_forms_agree(source, target) else None
    if len(target.name) <= _SHORT_NAME:
        return None
    if _is_member(mention, known):
        return LinkKind.FAMILY if mention.sizes or not is_plain_word(target.name) else None
    if _lacks_version(mention, known):
        return LinkKind.FAMILY if _fits_only_one(mention, introduced) else None
    whole = _belongs(known, mention) and _began_here(mention, introduced)
    return LinkKind.FAMILY if whole and speaks_of_family(source.name, source.context) else None


def _began_here(mention: ModelName, introduced: Iterable[NameUse]) -> bool:
    """Tell whether one of the introduced models is the first of its family; else the family is somebody else's."""
    return any(not use.family_preceded and _same_word(mention, parse_model(use.name)) for use in introduced)


def _same_word(a: ModelName, b: ModelName) -> bool:
    """Compare the family's word: in its case, unless a number shows that both mean the same family."""
    if a.word == b.word:
        return True
    if a.word.casefold() != b.word.casefold():
        return False
    return bool({a.number, *a.sizes} & {b.number, *b.sizes} - {""})


def _same_parts(a: ModelName, b: ModelName) -> bool:
    """Tell whether names of one word have the same parts, wherever the size stands."""
    return (a.stem, a.number, a.variants, a.sizes) == (b.stem, b.number, b.variants, b.sizes)


def _is_member(mention: ModelName, known: ModelName) -> bool:
    """Tell whether the mention is the introduced name with a size or variants more."""
    return (mention.stem, mention.number) == (known.stem, known.number) and _continues(mention, known)


def _continues(longer: ModelName, shorter: ModelName) -> bool:
    """Tell whether a name is another one with more behind it; a size may stand before the variants of both.

    What follows a size belongs to that size: MiMo-7B-RL continues MiMo-7B, MiMo-Audio-7B does not.
    """
    if shorter.sizes:
        return longer.tail[: len(shorter.tail)] == shorter.tail
    return longer.variants[: len(shorter.variants)] == shorter.variants


def _lacks_version(mention: ModelName, known: ModelName) -> bool:
    """Tell whether the mention is a member but for the version that it leaves out.

    What is left must say more than the family's word: "Qwen" is a parent of Qwen2.5, not that name without its version.
    """
    if mention.number or not known.versioned:
        return False
    bare = known.without_version()
    return bool(bare.variants) and _continues(mention, bare)


def _fits_only_one(mention: ModelName, introduced: Iterable[NameUse]) -> bool:
    """Tell whether all introduced families that the mention fits without its version have the same version."""
    names = (parse_model(use.name) for use in introduced if use.kind is ArtefactKind.MODEL)
    return len({name.number for name in names if _same_word(mention, name) and _lacks_version(mention, name)}) == 1


def speaks_of_family(name: str, sentence: str) -> bool:
    """Tell whether a sentence speaks of the whole family of that name: "the MiMo series", "families of MiMo models"."""
    if not _WHOLE_WORD.search(sentence):
        return False
    printed = re.escape(name)
    after = rf"(?<![\w-]){printed}(?:['’]s)?(?:{_MORE_NAMES})?[\s-]+{_FILLER}{_WHOLE}\b"
    before = rf"\b{_WHOLE}\s+of\s+(?:the\s+)?{printed}(?![\w-])"
    return bool(re.search(rf"{after}|{before}", sentence))


def _belongs(known: ModelName, mention: ModelName) -> bool:
    """Tell whether an introduced model is of the family that a mention speaks of as a whole."""
    if mention.number:
        return _is_member(known, mention)
    return _continues(known.without_version(), mention)
