"""`papers enrich`."""

import sys

from cli.boundary import DONE, FAILED
from cli.console import json_line, put, say
from cli.database import path_to_change
from cli.options import Database, DryRun, Json, Paths
from cli.patterns import expanded
from cli.progress import shown_count
from cli.render.adding import print_keys_not_kept
from corpus_index.domain.wording import counted
from corpus_index.pipeline import enrich


def run(paths: Paths, db: Database = None, dry_run: DryRun = False, json: Json = False) -> int:
    """Fill in what papers lack from lists of metadata.

    \b
    A list may hold millions of papers, such as arXiv's metadata snapshot. Titles,
    authors, years, identifiers and venues are taken over for papers that are in
    the index; no paper is added. A paper is recognised by identifier, title or
    abstract; the score says how well it fits.

    \b
    Examples:
      papers enrich arxiv-metadata.jsonl.gz --dry-run
      papers enrich arxiv-metadata.jsonl.gz library.bib

    \b
    Exit code 2 where a list was refused, or where there is no index.
    To take it back: papers undo
    """
    with shown_count("papers looked at") as progress:
        report = enrich(path_to_change(db), expanded(paths), stdin=sys.stdin.buffer, dry_run=dry_run, progress=progress)
    for problem in report.problems:
        say(f"papers: {problem}", "error")
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
        return FAILED if report.problems else DONE
    for each in report.enriched:
        renamed = f" (was {each.key})" if each.new_key != each.key else ""
        put((each.new_key, "key"), renamed, (f"  by {each.by}, score {each.score:.2f}", "quiet"))
        put(each.title, indent="    ", later="    ")
    print_keys_not_kept(report.keys_not_kept)
    found = counted(len(report.enriched), "paper")
    end = "; nothing was stored (dry run)" if dry_run else ""
    put((f"{found} enriched of {report.looked_at:,} looked at{end}", "heading"))
    return FAILED if report.problems else DONE
