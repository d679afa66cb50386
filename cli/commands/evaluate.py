"""`papers eval`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from cli.boundary import DONE
from cli.console import json_line, put
from cli.options import EvalDetails, GoldFile, GoldPages, Json
from corpus_index.domain.wording import counted
from corpus_index.errors import PageError, PapersError
from corpus_index.from_pages import parse
from corpus_index.pages import expand
from corpus_index.report.evaluation import FIELDS, differences, score
from corpus_index.report.gold import GoldRecord, read_gold
from corpus_index.seed_pages import seed_pages


def run(gold: GoldFile, paths: GoldPages = None, field: EvalDetails = None, json: Json = False) -> int:
    """Measure extraction against a gold file.

    \b
    Reads the pages that the gold file is about, and prints precision, recall and
    F1 of each sort of fact. Pages are matched by their file names.

    \b
    Examples:
      papers eval tests/gold/seeds.jsonl seeds/
      papers eval tests/gold/seeds.jsonl seeds/ --differences results:value
    """
    if field is not None and field not in FIELDS:
        raise PapersError(field, "is no field of the table", f"take one of {', '.join(FIELDS)}")
    wanted = read_gold(Path(gold))
    predicted = list(parse(_pages_of(wanted, paths or [str(path) for path in seed_pages()]), sys.stdin.buffer))
    if field is not None:
        _print_differences(field, list(differences(wanted, predicted, field)), json=json)
        return DONE
    measures = score(wanted, predicted)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(measures))
    else:
        from cli.render.tables import print_measures

        print_measures(measures)
    return DONE


def _pages_of(gold: Sequence[GoldRecord], paths: list[str]) -> list[str]:
    """The sources whose file names stand in the gold file."""
    names = {Path(record.page).name for record in gold}
    sources = []
    for source in expand(paths):
        if isinstance(source, PageError):
            raise source
        if Path(source).name in names:
            sources.append(source)
    if not sources:
        raise PapersError(" ".join(paths), "none of these is a page of the gold file", "give the folder of its pages")
    return sources


def _print_differences(field: str, found: list[tuple[str, list[str], list[str]]], *, json: bool) -> None:
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped([{"record": name, "missed": missed, "spurious": extra} for name, missed, extra in found]))
        return
    put((f"{field}: {counted(len(found), 'record differs', 'records differ')}", "title"))
    for name, missed, spurious in found:
        put((name, "key"))
        for line in missed:
            put(("missed ", "warning"), line, indent="  ", later="    ")
        for line in spurious:
            put(("spurious ", "warning"), line, indent="  ", later="    ")
