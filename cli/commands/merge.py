"""`papers merge`."""

from cli.boundary import DONE
from cli.choice import no_name_as_json
from cli.database import path_to_change
from cli.options import Database, DryRun, GivenKeys, Json
from cli.render.decisions import print_decision
from corpus_index.pipeline import merge


def run(keys: GivenKeys, *, db: Database = None, dry_run: DryRun = False, json: Json = False) -> int:
    """Make one paper of several, for good.

    \b
    The first key stays, and the others lead to it: in BibTeX by an entry for
    each, so that manuscripts which cite them compile (export --cited-in FILE
    writes only those that FILE cites). The first paper's title, authors,
    abstract, venue, year and identifiers stay too; what it lacks comes from the
    others, and a published venue comes before a preprint. Nothing is lost: the
    paper has the records of all, and show --sources lists what each of them
    says. The decision outlives rebuilding, and removing and adding pages.

    \b
    Examples:
      papers merge JudgeRLVR LongSpec
      papers merge JudgeRLVR LongSpec --dry-run

    \b
    To take it back: papers undo, or papers split
    """
    with no_name_as_json(json):
        report = merge(path_to_change(db), keys, dry_run=dry_run)
    print_decision(report, json=json, dry_run=dry_run)
    return DONE
