"""Gold files: the facts that people found in records, one record a line."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from corpus_index.domain.facts import ArtefactKind, Bound, ResultKind, Role
from corpus_index.domain.record import RecordKind
from corpus_index.errors import GoldError

_HINT = "a gold file holds one JSON object a line, with the fields of docs/schema/record.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldIntroduction:
    """An artefact that the paper introduces."""

    name: str
    kind: ArtefactKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldModel:
    """A model and what the paper does with it."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldBenchmark:
    """A benchmark by its canonical name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldResult:
    """A number that reports an outcome."""

    value: float
    value_high: float | None = None
    unit: str | None = None
    kind: ResultKind
    bound: Bound | None = None
    benchmark: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpec:
    """A number that describes an artefact or a set-up."""

    attribute: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRecord:
    """What a person found in one record; fields that no measure needs are read over."""

    page: str
    ordinal: int
    title: str | None = None
    kind: RecordKind = RecordKind.ABSTRACT
    abstract: str
    introduces: tuple[GoldIntroduction, ...] = ()
    models: tuple[GoldModel, ...] = ()
    benchmarks: tuple[GoldBenchmark, ...] = ()
    results: tuple[GoldResult, ...] = ()
    specs: tuple[GoldSpec, ...] = ()
    urls: tuple[str, ...] = ()


_RECORD = TypeAdapter(GoldRecord)


def read_gold(path: Path) -> tuple[GoldRecord, ...]:
    """Read and validate a gold file; `GoldError` names the line and the field that is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise GoldError(str(path), "is not UTF-8 text", _HINT) from None
    except OSError as error:
        raise GoldError(str(path), f"cannot be read ({error.strerror})", "check the path") from None
    records = tuple(
        _record(f"{path}:{number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip()
    )
    if not records:
        raise GoldError(str(path), "holds no records", _HINT)
    return records


def _record(where: str, line: str) -> GoldRecord:
    try:
        data: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise GoldError(where, "is not JSON", _HINT) from None
    try:
        return _RECORD.validate_python(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"])) or "the line"
        raise GoldError(where, f"{field}: {first['msg'][0].lower()}{first['msg'][1:]}", _HINT) from None
