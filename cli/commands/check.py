"""`papers check`."""

from collections import Counter

from cli.boundary import DONE, NOTHING_FOUND
from cli.console import json_line, say
from cli.database import open_to_read
from cli.options import Database, Json, OptionalLimit, Strict
from corpus_index.report import check


def run(db: Database = None, strict: Strict = False, limit: OptionalLimit = None, json: Json = False) -> int:
    """List contradictions, inferred titles and doubtful merges.

    \b
    What a person should look at: where the sources of a paper contradict each
    other, where no page prints a title, where records may have been taken for one
    paper wrongly, and papers that may be one under two titles. Exit code 0
    whatever is found; with --strict 1.

    \b
    Examples:
      papers check
      papers check --limit 5 --json
    """
    with open_to_read(db) as store:
        findings = check(store)
    shown = findings[:limit]
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(shown))
    else:
        from cli.render.findings import counted_findings, print_findings

        print_findings(shown)
        counts = Counter(finding.kind for finding in findings)
        sum_ = ", ".join(counted_findings(kind, number) for kind, number in counts.items())
        say(f"papers: to look at: {sum_}" if findings else "papers: nothing to look at", "quiet")
    return NOTHING_FOUND if strict and findings else DONE
