"""What became of the sources of an `add`."""

from collections.abc import Iterable, Sequence

from cli.console import put
from cli.render.tables import grid, print_folder, print_table, text
from corpus_index.domain.report import AddReport, KeyNotKept, OnlyEarlier, Outcome, SourceReport
from corpus_index.domain.wording import counted, shortened

_STYLES = {Outcome.ADDED: "green", Outcome.UNCHANGED: "dim", Outcome.REFUSED: "red"}
_NAMED = 20
"""How many stretches in no record, and keys that could not be kept, are printed of one source."""


def print_report(report: AddReport) -> None:
    """Print a row a source, then what of each is in no record or why it was refused, and the sum."""
    folder = print_folder([source.source for source in report.sources])
    _print_rows(report.sources, folder)
    for source in report.sources:
        name = source.source.removeprefix(folder)
        if source.problem is not None:
            put((source.outcome.value, "error"), f" {name}: {source.problem}", later="    ")
        elif source.skipped:
            put(f"in no record of {name}:")
            for first, last, reason in source.skipped[:_NAMED]:
                lines = "" if first is None else f"line {first}: " if first == last else f"lines {first}-{last}: "
                put((f"{lines}{reason}", "quiet"), indent="    ", later="      ")
            if len(source.skipped) > _NAMED:
                put(f"and {len(source.skipped) - _NAMED:,} more; --json names all", indent="    ")
        print_keys_not_kept(source.keys_not_kept, f" of {name}")
        if source.only_earlier:
            _print_earlier(source.only_earlier, name)
    if merged := sum(source.merged_papers for source in report.sources):
        asking = "papers why KEY says with what and why, papers check which merges are doubtful"
        put((f"{merged:,} merged with other records: ", "quiet"), asking, later="    ")
    put((_sum(report), "heading"))


def print_keys_not_kept(keys: Sequence[KeyNotKept], place: str = "") -> None:
    """Print a line for each key that its paper could not get, with the `place` where it is printed."""
    for each in keys[:_NAMED]:
        if each.holder is None:
            reason = "is no key that LaTeX, file systems and all else take"
        else:
            also = "" if each.holder == each.key else f" ({each.holder})"
            reason = f"is that of “{shortened(each.holder_title or '')}”{also}"
        call = f": “{shortened(each.title)}” is {each.instead}"
        put((f"key {each.key}", "error"), f"{place} {reason}{call}", later="    ")
    more = len(keys) - _NAMED
    if more > 0:
        put(f"and {counted(more, 'more key')}{place} that could not be kept; --json names all", later="    ")


def _print_earlier(earlier: OnlyEarlier, name: str) -> None:
    keys = ", ".join(earlier.papers[:_NAMED]) + (", …" if len(earlier.papers) > _NAMED else "")
    some = counted(len(earlier.papers), "paper")
    put(("earlier", "warning"), f" revisions of {name} alone hold {some}: ", (keys, "key"), later="    ")
    put(("to take them out: ", "quiet"), f"papers remove {' '.join(earlier.digests)}", indent="    ", later="      ")


def _print_rows(sources: Iterable[SourceReport], folder: str) -> None:
    numbers = (("records", "right"), ("new papers", "right"), ("merged", "right"))
    table = grid(("outcome", "left"), *numbers, ("read as", "left"), ("source", "left"))
    for source in sources:
        added = source.outcome is Outcome.ADDED
        counts = (source.records, source.new_papers, source.merged_papers) if added else ("", "", "")
        outcome = text(source.outcome.value, _STYLES[source.outcome])
        table.add_row(
            outcome, *map(str, counts), text(source.reader or "", "dim"), text(source.source.removeprefix(folder))
        )
    print_table(table)


def _sum(report: AddReport) -> str:
    by_outcome = {outcome: sum(source.outcome is outcome for source in report.sources) for outcome in Outcome}
    parts = [f"{number} {outcome.value}" for outcome, number in by_outcome.items() if number]
    end = "nothing was stored (dry run); it would hold" if report.dry_run else "the index holds"
    return f"{', '.join(parts) or 'no pages'}; {end} {counted(report.papers, 'paper')}"
