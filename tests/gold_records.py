"""The seed records with their gold facts as known records, and short ways to make records for tests."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus_index.domain.facts import (
    Abbreviation,
    ArtefactKind,
    BenchmarkMention,
    Bound,
    Facts,
    Introduction,
    ModelMention,
    Result,
    ResultKind,
    Role,
    Spec,
    Term,
)
from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.domain.record import PrintedId, PrintedYear, RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import KnownRecord

_ROOT = Path(__file__).parents[1]


def seed_records() -> list[KnownRecord]:
    """Read the 47 seed records; ids are 0, 1, ... in the order of the gold file."""
    lines = (_ROOT / "tests" / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    pages: dict[str, str] = {}
    ends: dict[str, int] = {}
    found = []
    for number, line in enumerate(lines):
        gold = json.loads(line)
        name = gold["page"]
        if name not in pages:
            pages[name] = (_ROOT / "seeds" / name).read_bytes().decode("utf-8")
        record = _record(gold, pages[name], ends.get(name, 0))
        ends[name] = record.end
        found.append(
            KnownRecord(id=number, page=name, digest=f"digest of {name}", record=record, facts=_facts(gold, record))
        )
    return found


def _record(gold: Mapping[str, Any], text: str, after: int) -> RawRecord:
    title = None
    if gold["title"] is not None:
        start = text.index(gold["title"], after)
        title = Span(start, start + len(gold["title"]), gold["title"])
        after = title.end
    start = text.index(gold["text_start"], after)
    end = text.index(gold["text_end"], start) + len(gold["text_end"])
    kind = RecordKind(gold["kind"])
    return RawRecord(
        ordinal=gold["ordinal"],
        kind=kind,
        start=title.start if title else start,
        end=end,
        title=title,
        abstract=Span(start, end, text[start:end]),
        summarises=gold["ordinal"] + 1 if kind is RecordKind.SUMMARY else None,
    )


def _facts(gold: Mapping[str, Any], record: RawRecord) -> Facts:
    def at(fact: Mapping[str, Any]) -> dict[str, Any]:
        for span in (record.abstract, record.title):
            place = span.text.find(fact["evidence"]) if span else -1
            if span and place >= 0:
                return {**fact, "start": span.start + place, "end": span.start + place + len(fact["evidence"])}
        raise AssertionError(fact)

    introduces = tuple(Introduction(**{**at(fact), "kind": ArtefactKind(fact["kind"])}) for fact in gold["introduces"])
    return Facts(
        introduces=introduces,
        models=tuple(ModelMention(**{**at(fact), "role": Role(fact["role"])}) for fact in gold["models"]),
        benchmarks=tuple(BenchmarkMention(**at(fact)) for fact in gold["benchmarks"]),
        results=tuple(
            Result(
                **{
                    **at(fact),
                    "kind": ResultKind(fact["kind"]),
                    "bound": Bound(fact["bound"]) if fact["bound"] else None,
                }
            )
            for fact in gold["results"]
        ),
        specs=tuple(Spec(**at(fact)) for fact in gold["specs"]),
        abbreviations=tuple(
            Abbreviation(short=each.name, long=each.long, evidence=each.evidence, start=each.start, end=each.end)
            for each in introduces
            if each.long
        ),
        terms=_terms(record),
    )


def _terms(record: RawRecord) -> tuple[Term, ...]:
    """Take every word with a hyphen, a digit or a capital inside for a term: more than any extractor would."""
    found: dict[str, Term] = {}
    for span in (record.title, record.abstract):
        place = span.start if span else 0
        for word in span.text.split(" ") if span else ():
            name = word.strip(".,;:()'")
            if name and ("-" in name or any(char.isdigit() or char.isupper() for char in name[1:])):
                start = place + word.index(name)
                found.setdefault(name, Term(name=name, evidence=name, start=start, end=start + len(name)))
            place += len(word) + 1
    return tuple(found.values())


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the sentence around a stretch of a text, by full stops alone."""
    before = text.rfind(". ", 0, start)
    after = text.find(". ", end)
    return (before + 2 if before >= 0 else 0), (after + 1 if after >= 0 else len(text))


def made_record(
    number: int,
    *,
    title: str | None = None,
    text: str = "",
    authors: Sequence[str] = (),
    complete: bool = True,
    page: str | None = None,
    ordinal: int = 0,
    summarises: int | None = None,
    facts: Facts | None = None,
    year: int | None = None,
    ids: Sequence[str] = (),
) -> KnownRecord:
    """Make a record on a page of its own (or on `page`); a summary where `summarises` is given.

    Identifiers are written as `arxiv:2401.00001`.
    """
    head = title or ""
    name = page or f"page-{number}"
    return KnownRecord(
        id=number,
        page=name,
        digest=f"digest of {name}",
        facts=facts or Facts(),
        record=RawRecord(
            ordinal=ordinal,
            kind=RecordKind.ABSTRACT if summarises is None else RecordKind.SUMMARY,
            start=0,
            end=len(head) + len(text),
            title=Span(0, len(head), head) if title is not None else None,
            abstract=Span(len(head), len(head) + len(text), text),
            authors=tuple(Span(0, len(author), author) for author in authors),
            authors_complete=complete and bool(authors),
            summarises=summarises,
            year=PrintedYear(year, 0, 0) if year else None,
            ids=tuple(PrintedId(PaperId(Scheme(scheme), of), 0, 0) for scheme, of in (each.split(":") for each in ids)),
        ),
    )
