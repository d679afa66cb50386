"""Keys by a pattern of the person's own, for papers whose keys were not given out yet."""

from collections.abc import Sequence
from pathlib import Path

from corpus_index import resolve
from corpus_index.domain.facts import Trust
from corpus_index.domain.paper import Paper
from corpus_index.domain.work import KeyWish, content_of
from corpus_index.store import derived, open_store, read
from corpus_index.store.keys import open_keys
from corpus_index.store.write import transaction


def patterned_keys(path: Path, keys: Sequence[str], pattern: resolve.KeyPattern) -> list[str]:
    """Name the papers with these keys by the pattern, and return the keys that they have now, in the same order.

    A key that was exported or imported stays, and so does one for which the pattern gives nothing.
    """
    with open_store(path, write=True) as store, transaction(store) as db:
        numbers = open_keys(db, keys)
        wishes = {
            numbers[paper.key]: KeyWish(key=wished, content=_content(paper))
            for paper in read.papers(store, list(numbers))
            if (wished := pattern.key(_parts(paper)))
        }
        others = {*read.keys(store), *read.former_keys(store)} - {key for key, at in numbers.items() if at in wishes}
        given = resolve.distinct_keys(wishes, others)
        derived.set_keys(db, given)
    return [given.get(numbers.get(key, -1), key) for key in keys]


def _parts(paper: Paper) -> resolve.KeyParts:
    own = [each for each in paper.introduces if each.trust is not Trust.SUMMARY] or paper.introduces
    return resolve.key_parts(paper, _text(paper), own)


def _content(paper: Paper) -> str:
    return content_of(paper.title, _text(paper), paper.authors)


def _text(paper: Paper) -> str:
    return paper.abstract or "\n\n".join(summary.text for summary in paper.summaries)
