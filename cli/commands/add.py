"""`papers add`."""

import sys

from cli.boundary import DONE, FAILED
from cli.console import json_line
from cli.database import path_to_add
from cli.options import Database, DryRun, Json, Paths
from cli.patterns import expanded
from cli.progress import shown_progress
from corpus_index.pipeline import add


def run(paths: Paths, db: Database = None, dry_run: DryRun = False, json: Json = False) -> int:
    """Read saved pages and store the papers in them.

    \b
    What a page is (an author's page, a daily list, bare abstracts, an AI summary)
    is found out from its content. The same page again changes nothing; a paper
    that stands on several pages is stored once, with all its sources. A page that
    cannot be read is refused with the reason, and the others are added. A paper
    that was removed by its key stays away until its page is removed and added.
    A file of the same name with other content is a new revision: what only
    earlier ones hold is named, and stays until you remove them; what was removed
    from an earlier one by its key, and is in the new one, comes back.

    \b
    Examples:
      papers add saved-pages/
      papers add today.txt thesis/*.txt --dry-run
      curl -s https://example.org/list.txt | papers add -

    \b
    Exit code 2 where a page was refused. Where the index is: papers info
    """
    with shown_progress() as progress:
        report = add(path_to_add(db), expanded(paths), stdin=sys.stdin.buffer, dry_run=dry_run, progress=progress)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
    else:
        from cli.render.adding import print_report

        print_report(report)
    return FAILED if report.refused else DONE
