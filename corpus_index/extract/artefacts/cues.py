"""Where authors present what is theirs: the title, the sentences, the repository."""

import re
from collections.abc import Iterator

from corpus_index.extract.artefacts.apposing import apposed, called, listed, new_long_forms, numbered, ours
from corpus_index.extract.artefacts.offer import NAME_WORD, Offer, is_generic
from corpus_index.extract.artefacts.presenting import after_verbs
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import Name, is_distinctive, name_group
from corpus_index.extract.reading.text import Text

_TITLE = re.compile(
    rf"^(?P<name>{NAME_WORD}(?:\s[A-Z0-9][A-Za-z0-9.]*){{0,2}}?)\s*(?::\s+\S|\s+(?:Technical|System) (?:Report|Card))"
)


def offers(text: Text, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """Give every name that some sentence presents, more than once where it is said more than once."""
    yield from _in_title(text)
    for start, end in text.sentences:
        if start < text.body:
            continue
        yield from after_verbs(text, start, end, pairs)
        yield from ours(text, start, end, pairs)
        yield from called(text, start, end)
        yield from apposed(text, start, end)
        yield from listed(text, start, end, pairs)
        yield from numbered(text, start, end, pairs)
    yield from _named_by_repository(text)
    yield from new_long_forms(text, pairs)
    yield from _initials_of_title(text, pairs)


def _in_title(text: Text) -> Iterator[Offer]:
    match = _TITLE.match(text.clean[: text.body])
    if not match:
        return
    name = match["name"]
    known = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w])", text.clean[text.body :])
    telling = is_distinctive(name.split()[0]) or (" " in name and bool(re.search(r"\d", name)))
    if telling or (known and " " not in name):
        yield Offer(name_group(match), match.start(), match.end("name"), 2)


def _named_by_repository(text: Text) -> Iterator[Offer]:
    """A name that is also the last part of a repository's URL is the paper's own."""
    for match in re.finditer(
        r"https?://(?:[\w-]+\.)*(?:github\.com|huggingface\.co|gitlab\.com)/(?:datasets/)?[\w.-]+/(?P<name>[\w.-]*\w)",
        text.clean,
    ):
        name = match["name"]
        found = re.search(rf"(?<![\w/.-]){re.escape(name)}(?![\w/-])", text.clean[text.body : match.start()])
        if found and name[0].isupper() and not is_generic(name):
            start = text.body + found.start()
            yield Offer(Name(start, start + len(name), name), start, start + len(name), 1)


def _initials_of_title(text: Text, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """A name in capitals that the abstract uses without a long form, and whose letters begin the words of the title."""
    title = re.findall(r"[A-Za-z]+", text.raw[: text.body])
    initials = "".join(word[0] for word in title).upper()
    telling = [
        word
        for word in title
        if word.casefold() not in ("a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "via", "with", "by")
    ]
    short = "".join(word[0] for word in telling).upper()
    defined = {pair.short for pair in pairs}
    for match in re.finditer(r"(?<![\w-])[A-Z]{3,8}(?![\w-])", text.clean[text.body :]):
        if match[0] not in defined and match[0] in (short, initials) and not is_generic(match[0]):
            start = text.body + match.start()
            yield Offer(
                Name(start, start + len(match[0]), match[0]),
                start,
                start + len(match[0]),
                2,
                long=text.raw[: text.body].strip(),
            )
            return
