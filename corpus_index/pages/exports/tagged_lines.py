"""Reference exports in which each line begins with a tag: RIS, MEDLINE, Web of Science, EndNote."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


def unified(text: str) -> str:
    """Write all line ends as `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def lines_of(text: str) -> list[str]:
    """Split at line ends alone: a form feed or a separator of Unicode is part of a value."""
    return unified(text).split("\n")


@dataclass(slots=True)
class TaggedRecord:
    """The lines of one reference: tags with their values, in order; a tag may stand several times."""

    lines: list[tuple[str, list[str]]] = field(default_factory=list)

    def all(self, *tags: str) -> list[str]:
        """Give all values of the first of the tags that has any, continued lines joined."""
        for tag in tags:
            found = [" ".join(value).strip() for name, value in self.lines if name == tag]
            if any(found):
                return [each for each in found if each]
        return []

    def first(self, *tags: str) -> str:
        """Give the first value of the first of the tags that has any."""
        return next(iter(self.all(*tags)), "")

    def joined(self, *tags: str) -> str:
        """Give all values of the first of the tags that has any as one text."""
        return " ".join(self.all(*tags))

    def items(self, *tags: str) -> list[str]:
        """Give the lines of the first of the tags that has any, each continued line by itself."""
        for tag in tags:
            found = [line.strip() for name, value in self.lines if name == tag for line in value if line.strip()]
            if found:
                return found
        return []

    def __contains__(self, tag: object) -> bool:
        return any(name == tag for name, _ in self.lines)


@dataclass(frozen=True, slots=True)
class Grammar:
    """How lines are told apart.

    `tag` matches the beginning of a tagged line and has a group `tag`; `begins` says whether a tag begins the next
    record after those that stand already. A line of `ends` ends a record, as an empty line does with `empty_ends`.
    A line without a tag goes on with the one above, if it is `indented` or need not be.
    """

    tag: re.Pattern[str]
    begins: Callable[[str, TaggedRecord], bool]
    ends: frozenset[str] = frozenset()
    empty_ends: bool = False
    indented: bool = False

    def records(self, text: str) -> Iterator[TaggedRecord]:
        """Split a text; lines that are neither tagged nor go on with one are left out."""
        record = TaggedRecord()
        for line in lines_of(text):
            found = self.tag.match(line)
            if found:
                tag = found["tag"]
                if record.lines and self.begins(tag, record):
                    yield record
                    record = TaggedRecord()
                if tag in self.ends:
                    if record.lines:
                        yield record
                    record = TaggedRecord()
                else:
                    record.lines.append((tag, [line[found.end() :]]))
            elif not line.strip():
                if self.empty_ends and record.lines:
                    yield record
                    record = TaggedRecord()
            elif record.lines and (line[:1] in " \t" or not self.indented):
                record.lines[-1][1].append(line.strip())
        if record.lines:
            yield record

    def share(self, text: str) -> float:
        """Say which share of the lines is tagged or indented below one that is."""
        total = taken = 0
        inside = False
        for line in lines_of(text):
            if line.strip():
                tagged = self.tag.match(line) is not None
                inside = tagged or (inside and (line[:1] in " \t" or not self.indented))
                total += 1
                taken += inside
        return taken / total if total else 0.0
