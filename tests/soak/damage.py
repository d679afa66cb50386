"""Damage an index in many ways, and see what `papers info --verify` finds and `papers repair` saves.

    python tests/soak/damage.py [--rounds N] [--seed N] [--index FILE]

Each round damages a copy of the index (of the seed pages, unless one is given): a flipped bit, a stretch of zeros, a
page of noise, or an end that is cut off, at a place that the seed draws. It counts the rounds in which nothing that the
index says has changed, those in which the fault was found, and those in which it was not; and how many papers repair
saved. Whatever ends in something else than a `PapersError` is a failure, and so is a repaired index that is not whole.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from workbench import Workbench

from corpus_index.errors import PapersError
from corpus_index.pipeline import add, repair, verify

KINDS = ("bit", "zeros", "page", "cut")


def damaged(content: bytes, kind: str, chance: random.Random) -> bytes:
    """The content of a file with one fault; the first 100 bytes, by which it is known as an index, stay."""
    out = bytearray(content)
    at = chance.randrange(100, len(out))
    match kind:
        case "bit":
            out[at] ^= 1 << chance.randrange(8)
        case "zeros":
            out[at : at + 512] = bytes(len(out[at : at + 512]))
        case "page":
            at = at // 4096 * 4096 or 4096
            out[at : at + 4096] = chance.randbytes(4096)
        case "cut":
            del out[at:]
    return bytes(out)


def outcome(path: Path, whole: dict[str, object], bench: Workbench) -> str:
    """What is seen of the fault."""
    try:
        if verify(path).faults:
            return "found"
        return "harmless" if bench.dump(path) == whole else "not found"
    except PapersError:
        return "found"


def saved(path: Path) -> int | None:
    """How many papers the repaired index has; `None` where nothing can be read."""
    try:
        report = repair(path)
    except PapersError:
        return None
    faults = verify(path).faults
    assert not faults, faults
    return report.papers


def main() -> None:
    """Run the rounds and print what came of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--index", type=Path)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311
    seen: Counter[tuple[str, str]] = Counter()
    papers: list[int] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        original = folder / "original.db"
        if given.index:
            shutil.copyfile(given.index, original)
        else:
            add(original, [str(ROOT / "seeds")])
        content, whole = original.read_bytes(), Workbench(folder).dump(original)
        count = len(whole["papers"])
        for number in range(given.rounds):
            place = folder / str(number)
            place.mkdir()
            path = place / "papers.db"
            kind = KINDS[number % len(KINDS)]
            path.write_bytes(damaged(content, kind, chance))
            found = outcome(path, whole, Workbench(place))
            seen[kind, found] += 1
            if found != "harmless":
                papers.append(saved(path) or 0)
            shutil.rmtree(place)
    for kind in KINDS:
        print(kind, {found: number for (of, found), number in sorted(seen.items()) if of == kind})
    print(f"repaired {len(papers)}: of {count} papers each, {sum(papers) / max(1, len(papers)):.1f} on average,")
    print(f"all of them {sum(each == count for each in papers)} times, none {papers.count(0)} times")


if __name__ == "__main__":
    main()
