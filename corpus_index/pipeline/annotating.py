"""A person's own layer: corrections, tags, notes and how far a paper is read."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlite_utils

from corpus_index.domain.own import CHOSEN_KEY, LEADS, TAG
from corpus_index.domain.publication import FAMILIES
from corpus_index.errors import PapersError
from corpus_index.pipeline.called import paper_called
from corpus_index.pipeline.changing import changing
from corpus_index.pipeline.grouping import alike, keep_blocks, regroup
from corpus_index.pipeline.own_fields import MATCHED, own_field, own_value
from corpus_index.pipeline.own_names import said_names
from corpus_index.pipeline.resolving import settle
from corpus_index.store import derived
from corpus_index.store.changes import OpenChange
from corpus_index.store.given_keys import give_out
from corpus_index.store.keys import holder_of
from corpus_index.store.keys_of_runs import note_before, note_made
from corpus_index.store.known import papers_of, records_of
from corpus_index.store.own_rows import own_values_of
from corpus_index.store.own_values import save_own

_TAG = re.compile(r"[^\s,;:\"()]+")


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

    A key that is set stands in place of the one that the paper has, which becomes a former key. Raises `PapersError`
    where there is no such field, it cannot take the value, or the key is in use, `NoSuchName` and `StoreError`.
    """
    field = own_field(field)
    if field == CHOSEN_KEY and value is None:
        raise PapersError(field, "cannot be taken back so", f"set the one that you want: papers set {key} key KEY")
    given = value if value is None else own_value(field, value)
    values = {field: given}
    if field == "authors":
        values[FAMILIES] = (said_names(value or "")[1] or None) if given else None
    return _say(path, key, values, f"set {key} {field}", dry_run=dry_run)


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
        told = {field: value for field, value in values.items() if field != FAMILIES}
        absent = tuple(field for field, value in told.items() if value is None and field not in before)
        joined: tuple[str, ...] = ()
        if len(absent) < len(told):
            former = derived.keys_of(db, [paper])[paper]
            give_out(db, [(paper, former)])
            change = OpenChange(command).number(db)
            if chosen := values.get(CHOSEN_KEY):
                _take_key(db, change, paper, former, chosen)
            save_own(db, change, [paper], values)
            if MATCHED.isdisjoint(values):
                settle(db, changed=[paper])
            else:
                joined = _matched(db, paper)
            paper = paper_called(store, db, former)
        title = str(db.execute("SELECT title FROM papers WHERE id = ?", [paper]).fetchone()[0])
        now = derived.keys_of(db, [paper])[paper]
        return OwnReport(key=now, title=title, own=_own(db, paper), absent=absent, joined=joined)


def _take_key(db: sqlite_utils.Database, change: int, paper: int, former: str, key: str) -> None:
    """Let a key lead to a paper that was called otherwise so far, unless it leads to another one."""
    holder = holder_of(db, key)
    if holder is not None and holder.id != paper:
        raise PapersError(key, f"is the key of another paper: {holder.key}, {holder.title}", "choose another one")
    note_before(db, change, [former])
    note_made(db, change, key, paper)
    give_out(db, [(paper, key)])


def _own(db: sqlite_utils.Database, paper: int) -> dict[str, str]:
    records = dict.fromkeys(records_of(db.conn, [paper])[paper], paper)
    values = own_values_of(db.conn, records).get(paper, {})
    return {field: value for field, value in values.items() if field not in (CHOSEN_KEY, LEADS, FAMILIES)}


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
