"""`papers set`."""

from cli.boundary import DONE
from cli.choice import no_name_as_json
from cli.database import path_to_change
from cli.options import Clear, Database, DryRun, FieldName, Json, Key, ValueWords
from cli.render.own import print_own
from corpus_index.errors import PapersError
from corpus_index.pipeline import set_field


def run(
    key: Key,
    field: FieldName,
    value: ValueWords = None,
    *,
    db: Database = None,
    clear: Clear = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> int:
    """Correct a field of a paper, or say that you have read it.

    \b
    What you set beats every source, stays when pages come and go, and is
    marked in show; "" says that there is none, and --clear lets the sources
    speak again. Fields: title, authors (with ; between them, a body in
    braces, others at the end for et al.), year, venue (journal, booktitle),
    url, arxiv, doi, acl, openreview, pubmed, pmc, and status, which is
    unread, reading or read; type, volume, number, pages, publisher, editor,
    edition and what else a reference has, as biblatex names it; and key. The
    key that the paper has counts as given out, and leads to it for ever.

    \b
    Examples:
      papers set JudgeRLVR year 2026
      papers set JudgeRLVR authors "Ada Lovelace; Alan Turing"
      papers set JudgeRLVR authors "{World Health Organization}; Doe, Jo; others"
      papers set JudgeRLVR status read
      papers set JudgeRLVR pages 12-19
      papers set JudgeRLVR key Judge26
      papers set JudgeRLVR url ""
      papers set JudgeRLVR year --clear

    \b
    To take it back: papers undo
    """
    if clear == bool(value):
        raise PapersError(field, "needs a value, or --clear", "papers set KEY FIELD VALUE")
    words = " ".join(value) if value else None
    with no_name_as_json(json):
        report = set_field(path_to_change(db), key, field, words, dry_run=dry_run)
    print_own(report, json=json, dry_run=dry_run)
    return DONE
