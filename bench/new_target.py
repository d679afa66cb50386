"""How long it takes that a new page gives old mentions their target.

    python bench/new_target.py INDEX [--names 20] [--seed 7]

For names that papers of INDEX use and none claims, a paper that introduces the name is added, on a page of its own and
to a copy of INDEX. Prints milliseconds of processor time for making the links of its names anew, for all of adding the
page, and how many old mentions got their target.
"""

import argparse
import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from corpus_index.pipeline import add
from corpus_index.pipeline.relinking import relink
from corpus_index.report.graph import missing
from corpus_index.resolve import family
from corpus_index.store import open_store, write

_PAGE = """Abstract: We present {name}, a set of tasks for machines that read {words}. All tasks are free for everybody.
"""
_SYLLABLES = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo"]


def words(chance: random.Random) -> str:
    """Words that no other page has; pages that differ by a name alone would be taken for versions of one paper."""
    return " and ".join("".join(chance.choices(_SYLLABLES, k=4)) for _ in range(40))


def main() -> None:
    """Add a page for each of some names, and time it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("index", type=Path)
    parser.add_argument("--names", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    spent, whole = [], []
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index.db"
        shutil.copyfile(given.index, index)
        with open_store(index) as store:
            names = [each.name for each in missing(store) if each.kind != "identifier"]
            before = store.connection.execute("SELECT count(*) FROM links").fetchone()[0]
        chance = random.Random(given.seed)  # noqa: S311
        for number, name in enumerate(chance.sample(names, given.names)):
            page = Path(folder) / f"{number}.txt"
            page.write_text(_PAGE.format(name=name, words=words(chance)), encoding="utf-8")
            begin = time.process_time()
            add(index, [str(page)])
            whole.append(time.process_time() - begin)
            with open_store(index, write=True) as store, write.transaction(store) as db:
                begin = time.process_time()
                relink(db, {family(name)})
                spent.append(time.process_time() - begin)
        with open_store(index) as store:
            papers = store.connection.execute("SELECT count(*) FROM papers").fetchone()[0]
            gained = store.connection.execute("SELECT count(*) FROM links").fetchone()[0] - before
    print(f"{given.names} new papers among {papers}: {gained} old mentions got their target")
    for what, seconds in (("links made anew", spent), ("page added", whole)):
        milliseconds = sorted(1000 * each for each in seconds)
        print(f"{what}: median {statistics.median(milliseconds):.1f} ms, slowest {milliseconds[-1]:.1f} ms")


if __name__ == "__main__":
    main()
