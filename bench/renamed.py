"""Whether extraction reads sentences or remembers names: score again with every name replaced by an invented one.

    python bench/renamed.py [GOLD PAGES]

Each word of a name of a model, method or benchmark becomes an invented word of the same length and case (QwQ-32B
becomes Zar-32B); digits, sizes, versions and common endings such as `Bench` stay, and a word becomes the same word
everywhere, whatever its case in the text. Gold and text are renamed alike, so that whatever falls was known by name.
Default: the seed pages.
"""

import argparse
import json
import random
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from corpus_index.domain.document import RecordDocument, document  # noqa: E402
from corpus_index.extract import facts_of  # noqa: E402
from corpus_index.pages import load, split  # noqa: E402
from corpus_index.report.evaluation import score  # noqa: E402
from corpus_index.report.gold import read_gold  # noqa: E402

SEED = 20260101
KEPT = re.compile(
    r"(?i:bench|eval|qa|instruct|base|chat|mini|pro|flash|preview|distill(?:ed)?|test|rl|sft|plus|math|turbo|large|small|high|low|"
    r"max|coder|audio|ultra|the|of|and|for|with|in|to|a|on|via|new|by|task|translation|shared|news|control|suite|score|model|"
    r"attention|engine|encoder|policy|framework|search|dataset|i|ii|v|"
    # ordinary words that say which part or kind of a set is meant, not whose: without them the name has another shape
    r"verified|multilingual|multimodal|english|diamond|lite|hard|clean|other|long|full|human|machine|challenge|benchmark|"
    r"competition|game)"
)
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"


def invented(word: str, chance: random.Random) -> str:
    """An invented word of the same length and case, vowels and consonants in turn."""
    letters = [chance.choice(VOWELS if number % 2 else CONSONANTS) for number in range(len(word))]
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, letters, strict=True))


def dictionary(gold: list[dict[str, Any]]) -> dict[str, str]:
    """Invent a word for each word of letters in the names of a gold file; the order of records does not matter."""
    words: set[str] = set()
    for record in gold:
        for field in ("introduces", "models", "benchmarks"):
            for fact in record[field]:
                words.update(re.findall(r"[A-Za-z]+", fact["name"]))
    chance = random.Random(SEED)  # noqa: S311
    told: dict[str, str] = {}
    for word in sorted(words):
        if len(word) > 1 and not KEPT.fullmatch(word):
            told[word] = told.get(word) or invented(word, chance)
    return told


def renamed(text: str, told: dict[str, str]) -> str:
    """Replace every whole run of letters that the dictionary has, and the same letters in another case (MiniF, miniF).

    Without the latter a name would keep its known spelling where the text prints it in another case than the gold does.
    """
    return re.sub(r"[A-Za-z]+", lambda match: told.get(match[0]) or _in_another_case(match[0], told), text)


def _in_another_case(word: str, told: dict[str, str]) -> str:
    """Give the invented word for a word that the dictionary has in another case, unless it may be an ordinary word."""
    if word.islower() or word.istitle():
        return word
    new = next((invented for old, invented in told.items() if old.casefold() == word.casefold()), None)
    if new is None:
        return word
    return "".join(n.upper() if o.isupper() else n.lower() for n, o in zip(new, word, strict=True))


def documents(folder: Path, names: list[str]) -> list[RecordDocument]:
    """Read and extract pages."""
    found = []
    for name in names:
        page = split(load(name, (folder / name).read_bytes()))
        found += [document(name, record, facts_of(record)) for record in page.records]
    return found


def main() -> int:
    """Print F1 before and after, and their difference."""
    parser = argparse.ArgumentParser(description="Score extraction with every name replaced by an invented one.")
    parser.add_argument("gold", nargs="?", type=Path, default=ROOT / "tests" / "gold" / "seeds.jsonl")
    parser.add_argument("pages", nargs="?", type=Path, default=ROOT / "seeds")
    given = parser.parse_args()
    lines = [json.loads(line) for line in given.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    told = dictionary(lines)
    names = sorted({line["page"] for line in lines})
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder)
        for name in names:
            text = (given.pages / name).read_text(encoding="utf-8")
            (target / name).write_text(renamed(text, told), encoding="utf-8")
        gold_file = target / "gold.jsonl"
        fresh = [json.loads(renamed(json.dumps(line, ensure_ascii=False), told)) for line in lines]
        for old, new in zip(lines, fresh, strict=True):
            new["page"] = old["page"]
        gold_file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in fresh), encoding="utf-8")
        before = score(read_gold(given.gold), documents(given.pages, names))
        after = score(read_gold(gold_file), documents(target, names))
    print(f"{len(told)} words invented")
    print(f"{'field':18}{'F1':>8}{'renamed':>9}{'fall':>8}")
    for old_row, new_row in zip(before, after, strict=True):
        print(f"{old_row.field:18}{old_row.f1:8.3f}{new_row.f1:9.3f}{old_row.f1 - new_row.f1:8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
