"""`papers repair`."""

from cli.boundary import DONE
from cli.database import path_to_change
from cli.options import Database, Json
from cli.progress import shown_progress
from cli.render.faults import print_repaired
from corpus_index.pipeline import repair


def run(*, db: Database = None, json: Json = False) -> int:
    """Make the index anew from what can be read of it.

    \b
    For an index in which papers info --verify finds faults, or which a command
    says is damaged. Pages, records, keys that were given out and all that is your
    own are read, around what cannot be read; facts, papers, links and full text
    are made from them. What is lost is said. The former file stays beside the new
    one. Afterwards FTS5 ranks, and there are no vectors: see papers reindex.

    \b
    Examples:
      papers repair
      papers repair --json
    """
    with shown_progress() as progress:
        report = repair(path_to_change(db), progress=progress)
    print_repaired(report, json=json)
    return DONE
