"""A small index, written through the front doors of the store, with everything that an index can hold."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus_index.domain.conflict import Grade
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
    Trust,
    Url,
)
from corpus_index.domain.folding import fold
from corpus_index.domain.page import Page, PageDigest
from corpus_index.domain.record import RawRecord, ReadPage, RecordKind, Skipped
from corpus_index.domain.span import Span
from corpus_index.domain.work import Claim, FactRef, Judgement, KnownRecord, NameUse, Work, WorkConflict
from corpus_index.store import derived, given_keys, open_store, write
from corpus_index.store.known import fact_ids, known_records
from corpus_index.store.numbered import insert_numbered, next_numbers
from corpus_index.store.paper_rows import PlacedUse
from corpus_index.store.record_rows import NewRecord, record_rows

OWLET = (
    "Ada Lovelace\nOwlet-V2-Mini Technical Report\n"
    "We present Owlet-V2-Mini, a model with 309B parameters and up to 64.0 on Nest-Bench, trained by First Feather "
    "Fetch (FFF). See https://owlet.example/v2 for more.\n"
)
COPY = (
    "Abstract: We present Owlet-V2-Mini, a model with 309B parameters. A summary says 310B.\n"
    "Tests of Grebe-7B\r\nGrebe-7B is tested with the Owlet series models on speculative drafting.\n"
)


def make(path: Path) -> None:
    """Write the index: two papers on two pages, a summary, a conflict, a repeated fact, and a link."""
    with open_store(path, write=True, create=True) as store, write.transaction(store) as db:
        papers = [derived.new_paper(db), derived.new_paper(db)]
        first = _page("owlet.txt", OWLET, _owlet_record())
        second = _page("copy.txt", COPY, *_copy_records())
        numbers = {first.page.name: (1,), second.page.name: (2, 3, 4)}
        owners = {1: papers[0], 2: papers[0], 3: papers[0], 4: papers[1]}
        facts = {1: _owlet_facts(), 2: _copy_facts(), 3: _summary_facts(), 4: _grebe_facts()}
        for page in (first, second):
            row = write.insert_page(db, page.page, page.reader, page.skipped)
            begin = replace(next_numbers(db, row), paper_id=papers[0])
            records = [
                NewRecord(record, facts[number], frozenset({f"b{number}", "all"}), owners[number] - papers[0])
                for number, record in zip(numbers[page.page.name], page.records, strict=True)
            ]
            for rows_of in record_rows(page.page.text, records):
                insert_numbered(db, rows_of, begin)
        known = known_records(db.conn, [1, 2, 3])
        rows = fact_ids(db.conn, [1, 2, 3, 4])
        grebes = known_records(db.conn, [4])
        derived.save_works(db, {papers[0]: (_owlet_work(known), known, rows), papers[1]: (_grebe_work(), grebes, rows)})
        derived.set_keys(db, {papers[0]: "Owlet-V2-Mini", papers[1]: "grebe"})
        given_keys.give_out(db, [(papers[0], "owlet-report")])
        owlet = _use(papers[0], rows, FactRef(1, "introduces", 0), name="Owlet-V2-Mini", place=(46, 70))
        method = _use(
            papers[0], rows, FactRef(1, "introduces", 1), name="FFF", place=(46, 70), long="First Feather Fetch"
        )
        derived.save_names(db, {papers[0]: ("Owlet-V2-Mini Technical Report", [owlet, method])})
        mention = _use(papers[1], rows, FactRef(4, "models", 1), name="Owlet", place=(105, 175))
        grebe = _use(papers[1], rows, FactRef(4, "models", 0), name="Grebe-7B", place=(105, 175))
        derived.save_names(db, {papers[1]: ("Tests of Grebe-7B", [mention, grebe])})
        start = COPY.index("Grebe-7B is")
        link = {"source_id": papers[1], "target_id": papers[0], "via": "Owlet", "to": "Owlet-V2-Mini", "role": "base"}
        place = {"record_id": 4, "evidence": "Grebe-7B is tested", "start": start, "end": start + 18}
        derived.save_links(db, [{**link, **place, "kind": "family", "family": "owlet"}])


def _page(name: str, text: str, *records: RawRecord) -> ReadPage:
    digest = PageDigest(hashlib.sha256(text.encode()).hexdigest())
    return ReadPage(Page(name, digest, text), "by-hand", records, (Skipped(0, 5, "heading"),))


def _span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part), part)


def _record(text: str, ordinal: int, title: str | None, begin: str, end: str, **more: object) -> RawRecord:
    start, stop = text.index(begin), text.index(end) + len(end)
    return RawRecord(
        ordinal=ordinal,
        kind=RecordKind.SUMMARY if more.get("summarises") is not None else RecordKind.ABSTRACT,
        start=text.index(title) if title else start,
        end=stop,
        title=_span(text, title) if title else None,
        abstract=Span(start, stop, text[start:stop]),
        authors=(_span(text, "Ada Lovelace"),) if "Ada" in text else (),
        summarises=0 if more.get("summarises") is not None else None,
    )


def _owlet_record() -> RawRecord:
    return _record(OWLET, 0, "Owlet-V2-Mini Technical Report", "We present", "for more.")


def _copy_records() -> Sequence[RawRecord]:
    return (
        _record(COPY, 0, None, "We present", "parameters."),
        _record(COPY, 1, None, "A summary", "310B.", summarises=0),
        _record(COPY, 2, "Tests of Grebe-7B", "Grebe-7B is", "drafting."),
    )


def _at(text: str, part: str) -> dict[str, Any]:
    span = _span(text, part)
    return {"evidence": span.text, "start": span.start, "end": span.end}


def _owlet_facts() -> Facts:
    return Facts(
        introduces=(
            Introduction(name="Owlet-V2-Mini", kind=ArtefactKind.MODEL, **_at(OWLET, "present Owlet-V2-Mini")),
            Introduction(
                name="FFF",
                kind=ArtefactKind.METHOD,
                long="First Feather Fetch",
                **_at(OWLET, "First Feather Fetch (FFF)"),
            ),
        ),
        benchmarks=(BenchmarkMention(name="Nest-Bench", **_at(OWLET, "Nest-Bench")),),
        results=(
            Result(
                value=64.0,
                kind=ResultKind.SCORE,
                bound=Bound.UP_TO,
                benchmark="Nest-Bench",
                subject="Owlet-V2-Mini",
                **_at(OWLET, "up to 64.0 on Nest-Bench"),
            ),
        ),
        specs=(_spec(OWLET, "309B parameters", 309e9),),
        urls=(Url(**_at(OWLET, "https://owlet.example/v2")),),
        abbreviations=(Abbreviation(short="FFF", long="First Feather Fetch", **_at(OWLET, "FFF")),),
        terms=(Term(name="FFF", **_at(OWLET, "FFF")),),
    )


def _spec(text: str, part: str, value: float) -> Spec:
    place = _at(text, part)
    return Spec(subject=None, attribute="total parameters", value=value, unit="parameters", **place)


def _copy_facts() -> Facts:
    return Facts(specs=(_spec(COPY, "309B parameters", 309e9),))


def _summary_facts() -> Facts:
    return Facts(specs=(_spec(COPY, "310B", 310e9),))


def _grebe_facts() -> Facts:
    return Facts(
        models=(
            ModelMention(name="Grebe-7B", role=Role.BASE, **_at(COPY, "Grebe-7B")),
            ModelMention(name="Owlet", role=Role.BASE, **_at(COPY, "Owlet series")),
        )
    )


def _owlet_work(known: Sequence[KnownRecord]) -> Work:
    refs = [
        FactRef(each.id, field, index)
        for each in known
        for field in ("introduces", "benchmarks", "results", "specs", "urls", "abbreviations", "terms")
        for index in range(len(getattr(each.facts, field)))
    ]
    judgements = {
        ref: Judgement(trust=Trust.SUMMARY if ref.record_id == 3 else Trust.OWN, repeats=None) for ref in refs
    }
    judgements[FactRef(2, "specs", 0)] = Judgement(trust=Trust.OWN, repeats=FactRef(1, "specs", 0))
    specs = {each.id: each.facts.specs[0] for each in known}
    return Work(
        title="Owlet-V2-Mini Technical Report",
        title_inferred=False,
        abstract="We present Owlet-V2-Mini, a model.",
        summary="A summary says 310B.",
        authors=("Ada Lovelace",),
        authors_complete=False,
        year=2025,
        judgements=judgements,
        conflicts=(
            WorkConflict(
                attribute="total parameters",
                grade=Grade.CONTRADICTION,
                a=Claim(record_id=3, claim="310B", fact=specs[3]),
                b=Claim(record_id=1, claim="309B", fact=specs[1]),
            ),
        ),
    )


def _grebe_work() -> Work:
    own = Judgement(trust=Trust.OWN, repeats=None)
    return Work(
        title="Tests of Grebe-7B",
        title_inferred=True,
        abstract="Grebe-7B is tested with the Owlet series models on speculative drafting.",
        summary="",
        authors=(),
        authors_complete=False,
        year=None,
        judgements={FactRef(4, "models", 0): own, FactRef(4, "models", 1): own},
        conflicts=(),
    )


def _use(
    paper: int, rows: dict[FactRef, int], ref: FactRef, *, name: str, place: tuple[int, int], long: str | None = None
) -> PlacedUse:
    introduced = ref.field == "introduces"
    use = NameUse(
        work=paper,
        field=ref.field,
        name=name,
        kind=ArtefactKind.MODEL if introduced else None,
        role=None if introduced else Role.BASE,
        trust=Trust.OWN,
        long=long,
        fact_id=rows[ref],
        context="",
        claimed=introduced,
    )
    return PlacedUse(use, fold(name.partition("-")[0]), *place)
