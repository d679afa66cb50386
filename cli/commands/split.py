"""`papers split`."""

from cli.boundary import DONE
from cli.choice import no_name_as_json
from cli.database import path_to_change
from cli.options import Database, DryRun, GivenSources, Json, Key
from cli.render.decisions import print_decision
from corpus_index.pipeline import split


def run(key: Key, sources: GivenSources, *, db: Database = None, dry_run: DryRun = False, json: Json = False) -> int:
    """Make a paper of its own of some sources of a paper, for good.

    \b
    A source is its number in show, or its name (page#ordinal). Papers that were
    merged have their keys again, else the key stays with the title that it was
    given out for. What you said of the whole paper stays with the others. The
    decision outlives rebuilding, and removing and adding pages.

    \b
    Examples:
      papers split MiMo-V2-Flash 2
      papers split MiMo-V2-Flash 3 4 --dry-run

    \b
    To take it back: papers undo, or papers merge
    """
    with no_name_as_json(json):
        report = split(path_to_change(db), key, sources, dry_run=dry_run)
    print_decision(report, json=json, dry_run=dry_run)
    return DONE
