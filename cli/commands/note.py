"""`papers note`."""

import sys

from cli.boundary import DONE
from cli.choice import no_name_as_json
from cli.database import path_to_change
from cli.options import Clear, Database, DryRun, Json, Key, NoteWords
from cli.render.own import print_own
from corpus_index.errors import PapersError
from corpus_index.pipeline import note


def run(
    key: Key,
    text: NoteWords = None,
    *,
    db: Database = None,
    clear: Clear = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> int:
    """Write a note on a paper, in place of the one that it has.

    \b
    The note is shown, exported, and found by note:WORD in every query. With - it
    is read from standard input.

    \b
    Examples:
      papers note JudgeRLVR "Compare with section 4 of our draft."
      papers note JudgeRLVR --clear
      papers note JudgeRLVR - < note.txt

    \b
    To take it back: papers undo
    """
    words = " ".join(text or ())
    if words == "-":
        words = sys.stdin.buffer.read().decode("utf-8", "replace")
    if clear == bool(words.strip()):
        raise PapersError("TEXT", "is missing", "papers note KEY TEXT, or --clear to take the note away")
    with no_name_as_json(json):
        report = note(path_to_change(db), key, None if clear else words, dry_run=dry_run)
    print_own(report, json=json, dry_run=dry_run)
    return DONE
