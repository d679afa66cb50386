"""Names that the title presents: `X: ...`, `The X corpus`, `X Technical Report`."""

import re
from collections.abc import Iterator

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.artefacts.artefact_kinds import kind_at
from corpus_index.extract.artefacts.concepts import concept_before
from corpus_index.extract.artefacts.established import is_common, is_established, is_generic, is_known
from corpus_index.extract.artefacts.noun_phrases import CLOSING
from corpus_index.extract.artefacts.offer import Offer, offered
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.proper_names import is_name
from corpus_index.extract.reading.abbreviations import expansion
from corpus_index.extract.reading.literals import matches_at
from corpus_index.extract.reading.names import LETTERS, Name, name_group

_WORD = rf"[{LETTERS}0-9][{LETTERS}0-9.+_-]*+"
_BEFORE_COLON = re.compile(
    rf"(?:(?:The|Introducing|Presenting|Meet)\s+)?[\"'`{{]*(?P<name>{_WORD}(?:\s{_WORD}){{0,4}}){CLOSING}\s*(?::\s|\s-+\s)"
)
_REPORT = re.compile(
    rf"(?:The\s+)?(?!An?\s)(?P<name>{_WORD}(?:\s[A-Z0-9][{LETTERS}0-9.+-]*){{0,2}}?)\s+(?:Technical|System)\s+(?:Report|Card)"
)
_RESOURCE = re.compile(
    rf"(?:^|: |of )[Tt]he\s+(?P<name>[A-Z0-9][{LETTERS}0-9.+-]*(?:\s\d[\d.]*)?)\s+(?P<noun>[Cc]orpus|[Dd]ata[Ss]?et|"
    r"[Bb]enchmark|[Cc]hallenge|[Tt]reebank|[Tt]oolkit|[Ll]ibrary|[Tt]rack|[Ss]hared [Tt]ask)\b"
)
_ANNOUNCED = re.compile(
    rf"(?:^|[:!?]\s)(?:Introducing|Presenting|Meet)\s+(?:the\s+)?(?P<name>[A-Z0-9][{LETTERS}0-9.+-]*\w)"
)
_PROPOSING = ("propose", "introduce", "present")
_PROPOSED = re.compile(
    rf"(?:{'|'.join(_PROPOSING)})\s+"
    r"(?P<name>[a-z]+(?:-[a-z]+)*(?:\s[a-z]+(?:-[a-z]+)*){1,3}),\s(?:an?|our|the first)\s"
)
_WE = re.compile(r"\b[Ww]e\s(?:(?:further|first|then|here|thus|therefore|hence|also)\s)?$")
_CONTESTS = frozenset(["track", "challenge", "shared task"])
_NOUN_TAIL = re.compile(r"\s(?:corpus|dataset|benchmark|framework|model|system|toolkit|library|challenge|collection)$")
_A_KIND = re.compile(
    rf"{CLOSING}:\s+(?:An?|The)\s+(?:[\w-]+,?\s+){{0,6}}(?i:family|series|models?|framework|benchmark|dataset|corpus|"
    r"toolkit|library|system|method|approach|suite|platform|language)\b"
)
_ASKS = re.compile(
    rf"{CLOSING}:\s+(?:Benchmarking|Evaluating|Measuring|Testing|Probing|An?\s(?:[\w-]+\s){{0,5}}(?:Benchmark|Test)\b)"
)
_MACRO = re.compile(r"\b(?:introduc|propos|present)\w*\s+(?:the\s+)?(?P<macro>\\\w+)")
_PRESENTS = re.compile(
    r"(?:propos|introduc|present|develop|describ|call|term|our|dub|name|releas|build|creat)\w*\s+(?:(?:an?|the|our|as)\s+)?"
    r"(?:[\w-]+\s+){0,3}[\"'`{]*$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:(?:present|introduc|releas|develop|train)(?:e|es|s|ed|ing)?\s+(?:our\s+work\s+on\s+)?(?:the\s+|our\s+)?|"
    r"[Oo]ur\s+)[\"'`{]*$"
)
_EXAMPLE = re.compile(r"\b(?:like|such as)\s(?:the\s)?$")
_SUBJECT_AFTER = re.compile(r"(?:^|[.:;,]\s|\bthat\s|\b[Oo]ur\s|\bwith\s)$")
_VERSION = re.compile(r"[vV]?\d")
_NEAR = 60


def before_colon(passage: Passage) -> Iterator[Offer]:
    """The name before the colon of a title; an ordinary word counts only where the abstract uses it as a name.

    >>> introduces("Caches grow. Quiver shrinks them.", title="Quiver: Small Caches")
    Quiver, method (before colon)
    >>> introduces("Caches grow, as attention does.", title="Attention: A Survey")
    >>> introduces("We study Llama on long texts.", title="Llama: A Closer Look")
    >>> introduces("We release the Llama series, with all data.", title="Llama: Data and Training")
    Llama, model (before colon)
    >>> introduces("A telescope like AtLAST would see them.", title="AtLAST: Many More Lenses")
    """
    match = _BEFORE_COLON.match(passage.title + " ") if ":" in passage.title or "-" in passage.title else None
    if not match:
        return
    text = _NOUN_TAIL.sub("", match["name"])
    name = Name(match.start("name"), match.start("name") + len(text), text)
    if _tells(passage, name):
        long = expansion(name.text, passage.title[match.end() :])
        yield Offer(name, 0, name.end, 2, _kind_of_macro(passage), long)


def _kind_of_macro(passage: Passage) -> ArtefactKind | None:
    """Read what a LaTeX macro is called that stands for the name of the title: `we introduce \\ours, a dataset`."""
    clean = passage.text.clean
    macro = _MACRO.search(clean, passage.text.body)
    return kind_at(passage.text, Name(macro.start("macro"), macro.end(), macro["macro"])) if macro else None


def _tells(passage: Passage, name: Name) -> bool:
    """Say whether what stands before the colon is a name: by its shape, or because the abstract presents it."""
    if is_generic(name.text) or is_established(name.text):
        return False
    body = passage.text.clean[passage.text.body :]
    if is_known(name.text) and not _ASKS.match(passage.title, name.end):
        return bool(_MACRO.search(body)) or _is_own(body, name.text)
    if _as_example(body, name.text):
        return False
    first, _, rest = name.text.partition(" ")
    if is_name(first) and (not rest or _VERSION.match(rest) or name.text in body):
        return True
    if name.text[0].isupper() and name.text in body:
        if not rest and name.text.casefold() not in body:
            return "." in name.text or _is_subject(body, name.text)
        if _A_KIND.match(passage.title, name.end):
            return not rest or rest[-1].isdigit()
    found = body.casefold().find(name.text.casefold())
    before = body[max(0, found - _NEAR) : max(0, found)]
    if found < 0 or not _PRESENTS.search(before) or concept_before(before):
        return False
    return bool(rest) or "-" in name.text or body.startswith(",", found + len(name.text))


def _as_example(body: str, name: str) -> bool:
    """Say whether all that the abstract says of a name is that it is one of many: `a telescope like X`."""
    found = body.find(name)
    return found >= 0 and body.find(name, found + 1) < 0 and bool(_EXAMPLE.search(body, max(0, found - _NEAR), found))


def _is_own(body: str, name: str) -> bool:
    """Say whether the abstract presents a name that is known already: `we introduce the X family`."""
    found = body.find(name)
    while found >= 0:
        if _OWN.search(body, max(0, found - _NEAR), found):
            return True
        found = body.find(name, found + len(name))
    return False


def _is_subject(body: str, name: str) -> bool:
    """Say whether a name opens a clause somewhere."""
    position = body.find(name)
    while position >= 0:
        if _SUBJECT_AFTER.search(body[max(0, position - 6) : position]):
            return True
        position = body.find(name, position + len(name))
    return False


def abbreviated_in_title(passage: Passage) -> Iterator[Offer]:
    """The short form that a title gives to what stands before its colon, where the abstract speaks of it.

    >>> introduces("SGH is a way to sort, and SGH wins.", title="Sorted Gate Hashing (SGH): Small Gates")
    SGH, method (abbreviated in title)
    """
    pair = passage.new_pairs[0] if passage.new_pairs else None
    if pair is None or pair.start > 0 or not passage.title.startswith(":", pair.end) or is_common(pair.short):
        return
    if passage.count(pair.short):
        yield offered(pair, 0, 2)


def report(passage: Passage) -> Iterator[Offer]:
    """`X Technical Report` presents X.

    >>> introduces("Many tokens were read.", title="Zarpo-2 Technical Report")
    Zarpo-2, method (report)
    """
    match = _REPORT.match(passage.title)
    if match and not is_generic(match["name"]):
        yield Offer(name_group(match), 0, match.end("name"), 2)


def resource(passage: Passage) -> Iterator[Offer]:
    """`The X corpus: ...`: a resource or contest that a title names, and the abstract too.

    >>> introduces("Ten teams took part in Parley.", title="Overview of the Parley Shared Task")
    Parley, benchmark (resource)
    """
    match = _RESOURCE.search(passage.title)
    if match and not is_common(match["name"]) and passage.count(match["name"]):
        kind = ArtefactKind.BENCHMARK if match["noun"].casefold() in _CONTESTS else None
        yield Offer(name_group(match), match.start(), match.end(), 2, kind)


def announced(passage: Passage) -> Iterator[Offer]:
    """`Introducing the X ...`, at the beginning of a title or behind its colon.

    >>> introduces("Zarpo-350M and Zarpo-1B answer well.", title="Introducing the Zarpo Model Family")
    Zarpo, model (announced)
    Zarpo-350M, model (variants)
    Zarpo-1B, model (variants)
    """
    match = _ANNOUNCED.search(passage.title)
    if match and passage.count(match["name"]) and not is_common(match["name"]):
        yield Offer(name_group(match), match.start(), match.end("name"), 2)


def proposed_as_in_title(passage: Passage) -> Iterator[Offer]:
    """What the paper proposes in small letters, and calls so in its title: `we propose gate folding, a ...`.

    >>> introduces("We propose gate folding, a simple way to sort.", title="Sorting Words with Gate Folding")
    gate folding, method (proposed as in title)
    >>> introduces("We propose gate folding, a simple way to sort.", title="Sorting Words")
    """
    title, clean, body = passage.title.casefold(), passage.text.clean, passage.text.body
    if not title:
        return
    for match in matches_at(_PROPOSING, _PROPOSED, clean, body):
        if match["name"] in title and not is_established(match["name"]):
            authors = _WE.search(clean, max(body, match.start() - _NEAR), match.start())
            if authors:
                yield Offer(name_group(match), authors.start(), match.end("name"), 5)


TITLE_RULES = (before_colon, abbreviated_in_title, report, resource, announced, proposed_as_in_title)
