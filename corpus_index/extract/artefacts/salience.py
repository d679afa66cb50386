"""Names that act throughout an abstract and in its title, or that name its repository."""

import re
from collections.abc import Iterator

from corpus_index.extract.artefacts.established import is_common, is_generic
from corpus_index.extract.artefacts.noun_phrases import CLOSING
from corpus_index.extract.artefacts.offer import Offer
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.proper_names import is_name
from corpus_index.extract.reading.names import Name, tokens

_REPOSITORY = re.compile(
    r"https?://(?:[\w-]+\.)*(?:github\.com|huggingface\.co|gitlab\.com)/(?:datasets/)?[\w.-]+/(?P<name>[\w.-]*\w)"
)
_ACTS = re.compile(
    rf"{CLOSING}\s+(?:(?:(?:also|further|thus|then|not only|\w+ly)\s+)?(?:achiev|outperform|improv|introduc|surpass|"
    r"reduc|us|leverag|employ|consist|provid|enabl|integrat|combin|learn|generat|attain|obtain|deliver|offer|model|decompos|"
    r"address|adopt|incorporat|build|contain|support|exploit|maintain|demonstrat|yield|operat|formulat|exhibit|captur|"
    r"allow|utiliz|featur|compris)e?s\b|(?:can|is (?:able|designed|trained|evaluated|publicly|available|open))\b)"
)
_SMALL = frozenset(["a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "via", "with", "by"])
_TITLE_WORD = re.compile(r"[A-Za-z]+")
_WHOLE = re.compile(r"(?<![\w-])[A-Z]+(?![\w-])")
_SHORTEST, _LONGEST = 3, 8


def acting_in_title(passage: Passage) -> Iterator[Offer]:
    """A distinctive name of the title that is the subject of what the abstract reports, and that no background knows.

    >>> introduces("We study pruning. TrimKV reduces memory.", title="Pruning Caches with TrimKV")
    TrimKV, method (acting in title)
    """
    clean, body = passage.text.clean, passage.text.body
    for token in tokens(clean, 0, body):
        if not is_name(token.text) or is_common(token.text) or token.text in passage.defined:
            continue
        position = clean.find(token.text, body)
        if 0 <= position < passage.own_from:
            continue
        while position >= 0 and not _ACTS.match(clean, position + len(token.text)):
            position = clean.find(token.text, position + 1)
        if position >= 0:
            yield Offer(token, token.start, token.end, 1)


def named_by_repository(passage: Passage) -> Iterator[Offer]:
    """A name that is also the last part of a repository's URL.

    >>> introduces("Scaling Heron-Audio helps. Code: https://github.com/lab/Heron-Audio")
    Heron-Audio, method (named by repository)
    """
    clean, body = passage.text.clean, passage.text.body
    if "://" not in clean:  # so that the pattern is tried in few texts
        return
    for match in _REPOSITORY.finditer(clean, body):
        name = match["name"]
        if not name[0].isupper() or is_generic(name):
            continue
        position = clean.find(name, body, match.start())
        while position >= 0 and not _is_whole(clean, position, position + len(name)):
            position = clean.find(name, position + 1, match.start())
        if position >= 0:
            yield Offer(Name(position, position + len(name), name), position, position + len(name), 1)


def _is_whole(clean: str, start: int, end: int) -> bool:
    return not (clean[start - 1 : start].isalnum() or clean[start - 1 : start] in ("/", "-", ".")) and not (
        clean[end : end + 1].isalnum() or clean[end : end + 1] in ("/", "-")
    )


def initials_of_title(passage: Passage) -> Iterator[Offer]:
    """A name in capitals that the abstract does not spell out, and whose letters begin the words of the title.

    >>> introduces("Here SGH wins.", title="Sorted Gates for Hashing")
    SGH, method (initials of title)
    """
    text = passage.text
    title = _TITLE_WORD.findall(passage.title)
    initials = "".join([word[0] for word in title]).upper()
    telling = "".join([word[0] for word in title if word.casefold() not in _SMALL]).upper()
    for short in (telling, initials):
        if not _SHORTEST <= len(short) <= _LONGEST or short in passage.defined or is_generic(short):
            continue
        position = text.clean.find(short, text.body)
        whole = _WHOLE.match(text.clean, position) if position >= 0 else None
        if whole and whole[0] == short:
            name = Name(position, position + len(short), short)
            yield Offer(name, name.start, name.end, 2, long=text.raw[: text.body].strip("\x02 "))
            return


SALIENCE_RULES = (acting_in_title, named_by_repository, initials_of_title)
