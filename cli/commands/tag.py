"""`papers tag`."""

from pathlib import Path

from cli.boundary import DONE
from cli.choice import no_name_as_json
from cli.database import path_to_change
from cli.options import Database, DryRun, Json, Key, TagWords
from cli.render.own import print_own
from corpus_index.errors import PapersError
from corpus_index.pipeline import tag
from corpus_index.store import open_store, read


def run(key: Key, tags: TagWords, *, db: Database = None, dry_run: DryRun = False, json: Json = False) -> int:
    """Give a paper tags, or take tags away.

    \b
    +TAG or TAG gives one, -TAG takes one away. A tag is one word; one that is the
    key of a paper needs its +. Tags are found by tag:TAG in every query, and are
    exported.

    \b
    Examples:
      papers tag JudgeRLVR +to-cite +verifiers
      papers tag JudgeRLVR -to-cite

    \b
    To take it back: papers undo
    """
    fewer = [word[1:] for word in tags if word.startswith("-")]
    more = [word.removeprefix("+") for word in tags if not word.startswith("-")]
    twice = sorted(set(more) & set(fewer))
    if twice:
        raise PapersError(twice[0], "is to be given and taken away", "give it once")
    path = path_to_change(db)
    _refuse_keys(path, [word for word in tags if word[:1] not in ("+", "-")])
    with no_name_as_json(json):
        report = tag(path, key, more, fewer, dry_run=dry_run)
    print_own(report, json=json, dry_run=dry_run)
    return DONE


def _refuse_keys(path: Path, words: list[str]) -> None:
    """Whoever names several papers must not give the first one the names of the others."""
    if not words:
        return
    with open_store(path) as store:
        for key in read.current_keys(store, words):
            raise PapersError(key, "is the key of a paper", f"one paper at a time; as a tag: +{key}")
