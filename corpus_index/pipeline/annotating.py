"""A person's own layer: corrections, tags, notes and how far a paper is read."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlite_utils

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.own import CHOSEN_KEY, LEADS, TAG, ReadStatus
from corpus_index.errors import PapersError
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.people import given_first, people_in
from corpus_index.pipeline.called import paper_called
from corpus_index.pipeline.changing import changing
from corpus_index.pipeline.grouping import alike, keep_blocks, regroup
from corpus_index.pipeline.resolving import settle
from corpus_index.store import derived
from corpus_index.store.changes import OpenChange
from corpus_index.store.given_keys import give_out
from corpus_index.store.known import papers_of, records_of
from corpus_index.store.own_rows import AUTHORS_APART, own_values_of
from corpus_index.store.own_values import save_own

FIELDS = ("title", "authors", "year", "venue", "url", "status", *(scheme.value for scheme in Scheme))
"""What can be set."""
_MATCHED = frozenset(("title", "authors", "year", *(scheme.value for scheme in Scheme)))
"""Those of them by which papers are recognised."""
_TAG = re.compile(r"[^\s,;:\"()]+")
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReport:
    """What a person says of a paper now: all its `own` values by field, and the `key` and `title` that it has.

    `absent` are fields that were to be taken back, and of which nothing was said; `joined` are the keys of papers that
    turned out to be this one by what was said.
    """

    key: str
    title: str
    own: dict[str, str]
    absent: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()


def set_field(path: Path, key: str, field: str, value: str | None, *, dry_run: bool = False) -> OwnReport:
    """Let a field of a paper be `value`, whatever its sources say; `None` takes that back.

    Raises `PapersError` where there is no such field or it cannot take the value, `NoSuchName` and `StoreError`.
    """
    if field not in FIELDS:
        raise PapersError(field, "is no field that can be set", f"these can: {', '.join(FIELDS)}")
    given = value if value is None else _checked(field, " ".join(value.split()))
    return _say(path, key, {field: given}, f"set {key} {field}", dry_run=dry_run)


def tag(path: Path, key: str, more: Collection[str], fewer: Collection[str], *, dry_run: bool = False) -> OwnReport:
    """Give a paper tags and take tags away. Raises `PapersError` for no tag, `NoSuchName` and `StoreError`."""
    for word in (*more, *fewer):
        if not _TAG.fullmatch(word):
            raise PapersError(word or "TAG", "cannot be a tag", 'a tag is one word without , ; : " ( and )')
    values = {f"{TAG}{word}": "" for word in more} | dict.fromkeys(f"{TAG}{word}" for word in fewer)
    signed = [*(f"+{word}" for word in more), *(f"-{word}" for word in fewer)]
    return _say(path, key, values, f"tag {key} {' '.join(signed)}", dry_run=dry_run)


def note(path: Path, key: str, text: str | None, *, dry_run: bool = False) -> OwnReport:
    """Write the note of a paper in place of the one that it has; `None` or nothing takes it away.

    Raises `NoSuchName` and `StoreError`.
    """
    return _say(path, key, {"note": text.strip() or None if text else None}, f"note {key}", dry_run=dry_run)


def _say(path: Path, key: str, values: Mapping[str, str | None], command: str, *, dry_run: bool) -> OwnReport:
    with changing(path, dry_run=dry_run) as (store, db):
        paper = paper_called(store, db, key)
        before = _own(db, paper)
        absent = tuple(field for field, value in values.items() if value is None and field not in before)
        joined: tuple[str, ...] = ()
        if len(absent) < len(values):
            former = derived.keys_of(db, [paper])[paper]
            give_out(db, [(paper, former)])
            save_own(db, OpenChange(command).number(db), [paper], values)
            if _MATCHED.isdisjoint(values):
                settle(db, changed=[paper])
            else:
                joined = _matched(db, paper)
            paper = paper_called(store, db, former)
        title = str(db.execute("SELECT title FROM papers WHERE id = ?", [paper]).fetchone()[0])
        now = derived.keys_of(db, [paper])[paper]
        return OwnReport(key=now, title=title, own=_own(db, paper), absent=absent, joined=joined)


def _own(db: sqlite_utils.Database, paper: int) -> dict[str, str]:
    records = dict.fromkeys(records_of(db.conn, [paper])[paper], paper)
    values = own_values_of(db.conn, records).get(paper, {})
    return {field: value for field, value in values.items() if field not in (CHOSEN_KEY, LEADS)}


def _matched(db: sqlite_utils.Database, paper: int) -> tuple[str, ...]:
    """Group a paper anew by what a person says of it now, with all that follows; the keys of those that it joined."""
    records = records_of(db.conn, [paper])[paper]
    keep_blocks(db, records)
    others = alike(db, records) - {paper}
    keys = derived.keys_of(db, others)
    theirs = {record: keys[other] for other, group in records_of(db.conn, others).items() for record in group}
    here, gone = regroup(db, {paper, *others})
    settle(db, changed=here, gone=gone)
    now = papers_of(db.conn, [*records, *theirs])
    return tuple(sorted({key for record, key in theirs.items() if now[record] == now[records[0]]}))


def _checked(field: str, value: str) -> str:
    """The value as it is stored."""
    if not value:
        raise PapersError(field, "is set to nothing", "to take back what was set: --clear")
    if field == "status" and value.lower() not in tuple(ReadStatus):
        raise PapersError(value, "is no status", f"one of {', '.join(ReadStatus)}")
    if field == "year" and not _YEAR.fullmatch(value):
        raise PapersError(value, "is no year", "four digits")
    if field == "authors":
        return AUTHORS_APART.join(_names(value))
    if field in tuple(Scheme):
        found = identifier(value, Scheme(field))
        if found is None or found.scheme is not Scheme(field):
            raise PapersError(value, f"is no identifier of {field}", "give it as its page prints it, or its address")
        return found.value
    return value.lower() if field == "status" else value


def _names(value: str) -> list[str]:
    """The names in a value, given names first: between `;`, else between `and` and commas."""
    if ";" in value:
        names = list(map(given_first, value.split(";")))
    else:
        names = [name for part in value.split(" and ") for name in people_in(part, initials_last=False)[0]]
    found = [name for name in names if any(map(str.isalpha, name))]
    if not found:
        raise PapersError(value, "names nobody", 'put ; between names: "Ada Lovelace; Alan Turing"')
    return found
