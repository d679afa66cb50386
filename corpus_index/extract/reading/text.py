"""The text of one record in a form that grammars can read, with the way back to the page."""

from dataclasses import dataclass
from typing import TypedDict

from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.extract.reading.markup import flatten
from corpus_index.extract.reading.sentences import sentences


class Address(TypedDict):
    """The fields that every fact takes over: what stands on the page, and where."""

    evidence: str
    start: int
    end: int


LONGEST_TITLE = 1000
LONGEST_ABSTRACT = 20_000
"""How much of an abstract is read, in characters: ten times the longest that arXiv takes."""
# Neither a letter nor white space, so that no grammar reads on from the title into the abstract; and a character of
# ASCII, because Python searches a text twice as fast that has no other.
_BREAK = "\x02"


@dataclass(frozen=True, slots=True)
class Text:
    """Title and abstract of a record as one string.

    `raw` is what the page prints, `clean` the same with markup flattened; positions agree. `sentences` are
    (start, end) pairs in order, the title first. Positions in it are turned into positions of the page by `address`.
    `summary` says that it is not the authors' own text.
    """

    raw: str
    clean: str
    body: int
    sentences: tuple[tuple[int, int], ...]
    title_base: int
    abstract_base: int
    summary: bool

    @classmethod
    def of(cls, record: RawRecord) -> "Text":
        """Read the title and the abstract of a record."""
        title = record.title.text[:LONGEST_TITLE] if record.title else ""
        abstract = record.abstract.text[:LONGEST_ABSTRACT]
        raw = f"{title}{_BREAK}{abstract}" if title else abstract
        body = len(title) + 1 if title else 0
        clean = flatten(raw)
        spans = [(0, len(title))] if title else []
        spans += [(start + body, end + body) for start, end in sentences(clean[body:])]
        title_base = record.title.start if record.title else 0
        return cls(
            raw, clean, body, tuple(spans), title_base, record.abstract.start - body, record.kind is RecordKind.SUMMARY
        )

    def address(self, start: int, end: int) -> Address:
        """Say where on the page the stretch from `start` to `end` stands.

        It is cut where the title ends, completed to whole words, and freed of punctuation at its end.
        """
        while 0 < end < len(self.raw) and self.raw[end - 1].isalpha() and self.raw[end].isalpha():
            end += 1
        while 0 < start < end and self.raw[start - 1].isdigit() and self.raw[start].isdigit():
            start -= 1
        while end - 1 > start and self.raw[end - 1] in " ,.;:":
            end -= 1
        if start < self.body:
            base, end = self.title_base, min(end, self.body - 1)
        else:
            base = self.abstract_base
        return Address(evidence=self.raw[start:end], start=base + start, end=base + end)

    def sentence(self, position: int) -> tuple[int, int]:
        """Give the sentence that holds a position."""
        for start, end in self.sentences:
            if position < end:
                return start, end
        return self.sentences[-1]
