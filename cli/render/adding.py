"""What became of the sources of an `add`."""

from cli.console import put
from cli.layout import Piece
from corpus_index.domain.report import AddReport, Outcome, SourceReport
from corpus_index.domain.wording import counted

_STYLES = {Outcome.ADDED: "good", Outcome.UNCHANGED: "quiet", Outcome.REFUSED: "error"}


def print_report(report: AddReport) -> None:
    """Print a line a source, what of it is in no record, and the sum."""
    for source in report.sources:
        style = _STYLES[source.outcome]
        put((source.outcome.value, style), f" {source.source}", *_details(source), later="    ")
        for first, last, reason in source.skipped:
            lines = f"line {first}" if first == last else f"lines {first}-{last}"
            put((f"{lines} in no record: {reason}", "quiet"), indent="    ", later="      ")
    put((_sum(report), "heading"))


def _details(source: SourceReport) -> list[Piece]:
    if source.outcome is Outcome.REFUSED:
        return [(f": {source.problem}", "")]
    if source.outcome is Outcome.UNCHANGED:
        return [(": in the index already", "quiet")]
    merged = (
        f", {source.merged_papers} merged into {'a known paper' if source.merged_papers == 1 else 'known papers'}"
        if source.merged_papers
        else ""
    )
    counts = f"{counted(source.records, 'record')}, {counted(source.new_papers, 'new paper')}{merged}"
    return [(f": {counts}", ""), (f" (read as {source.reader})", "quiet")]


def _sum(report: AddReport) -> str:
    by_outcome = {outcome: sum(source.outcome is outcome for source in report.sources) for outcome in Outcome}
    parts = [f"{number} {outcome.value}" for outcome, number in by_outcome.items() if number]
    end = "nothing was stored (dry run); it would hold" if report.dry_run else "the index holds"
    return f"{', '.join(parts) or 'no pages'}; {end} {counted(report.papers, 'paper')}"
