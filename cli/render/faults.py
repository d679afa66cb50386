"""What is wrong with an index, and what could not be saved of one."""

from cli.console import json_line, put
from corpus_index.domain.fault import VerifyReport
from corpus_index.domain.wording import counted
from corpus_index.pipeline import RepairReport


def print_faults(report: VerifyReport, limit: int | None, *, json: bool) -> None:
    """Print each fault with what helps, and what was looked at."""
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
        return
    for fault in report.faults[:limit]:
        put((f"{fault.kind}: ", "error"), fault.what, (f"; {fault.hint}", "quiet"), later="    ")
    records, papers = counted(report.records, "record"), counted(report.papers, "paper")
    looked = f"{counted(report.pages, 'page')}, {records} and {papers} looked at"
    put((f"{looked}: {counted(len(report.faults), 'fault') if report.faults else 'no fault'}", "heading"))


def print_repaired(report: RepairReport, *, json: bool) -> None:
    """Print what was lost, what there is now, and where the former file is."""
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
        return
    for line in report.lost:
        put(("lost: ", "error"), line, later="    ")
    records, papers = counted(report.records, "record"), counted(report.papers, "paper")
    put((f"made anew: {counted(report.pages, 'page')}, {records} and {papers}", "heading"))
    put((f"the former file is {report.former}; delete it when you miss nothing", "quiet"), later="    ")
