"""What became of papers that a person joined or parted."""

from cli.console import json_line, put
from corpus_index.pipeline import DecisionReport


def print_decision(report: DecisionReport, *, json: bool, dry_run: bool) -> None:
    """Print the keys before and after."""
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
        return
    is_now = "would be" if dry_run else "is now" if len(report.were) == 1 else "are now"
    put((", ".join(report.were), "key"), (f" {is_now} ", "quiet"), (", ".join(report.now), "key"))
