"""What people type, and the paper that they mean."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_index

from corpus_index.domain.folding import fold
from corpus_index.store import Store, derived, open_store, write
from corpus_index.store.names import Found, find

OWLET = ("Owlet-V2-Mini",)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("names") / "index.db"
    small_index.make(path)
    with open_store(path, write=True) as store, write.transaction(store) as db:
        for key, title in (("owlet-audio", "OwletAudio: sounds"), ("pelican", "Deep 80/20 Pelican Drafting")):
            paper = derived.new_paper(db)
            derived.set_keys(db, {paper: key})
            db.table("names").insert({"paper_id": paper, "role": "title", "name": title, "folded": fold(title)})
    with open_store(path) as store:
        yield store


@pytest.mark.parametrize(
    ("text", "keys", "exact"),
    [
        ("Owlet-V2-Mini", OWLET, True),
        ("  owlet v2 MINI ", OWLET, True),
        ("OwletV2Mini", OWLET, True),
        ("Ｏwlet-V2-Mini", OWLET, True),
        ("owlet-report", OWLET, True),
        ("OWLET-REPORT", OWLET, True),
        ("owlet-v2-mini technical report", OWLET, True),
        ("FFF", OWLET, True),
        ("first feather-fetch", OWLET, True),
        ("copy.txt#0", OWLET, True),
        ("copy.txt#2", ("grebe",), True),
        ("Tests of Grebe-7B", ("grebe",), True),
        ("mini", OWLET, False),
        ("owlet mini", OWLET, False),
        ("V2", OWLET, False),
        ("owlet", (*OWLET, "owlet-audio"), False),
        ("audio", ("owlet-audio",), False),
        ("80/20", ("pelican",), False),
        ("elican", ("pelican",), False),
        ("owlet v2 mni", OWLET, False),
        ("Owlte-V2-Mini", OWLET, False),
        ("tets of grebe-7b", ("grebe",), False),
        ("pelican draftng", ("pelican",), False),
        ("ow", (*OWLET, "owlet-audio"), False),
        ("li", (), False),
        ("zzzzzz", (), False),
        ("", (), False),
        (" -'- ", (), False),
        ("%", (), False),
        ("_", (), False),
        ("#", (), False),
        ("copy.txt#9", (), False),
        ("' OR 1=1 --", (), False),
    ],
)
def test_what_is_found(store: Store, text: str, keys: tuple[str, ...], exact: bool) -> None:
    assert find(store, text) == Found(keys, exact=exact)


def test_a_mention_counts_only_where_nobody_has_the_name(store: Store) -> None:
    # grebe mentions Owlet as a whole family; the papers that have it in their own name come first.
    assert "grebe" not in find(store, "Owlet").keys
    assert find(store, "Grebe-7B").keys == ("grebe",)


_GUARD = """
import sys
from pathlib import Path
from corpus_index.store import open_store, read
from corpus_index.store.names import find
with open_store(Path(sys.argv[1])) as store:
    for key in find(store, sys.argv[2]).keys:
        read.paper(store, key)
print(*sorted({"sqlite_utils", "pydantic", "rapidfuzz", "json", "importlib.resources"} & set(sys.modules)))
"""


@pytest.mark.parametrize(("text", "loaded"), [("owlet v2 mini", ""), ("owlet v2 mni", "rapidfuzz")])
def test_reading_loads_nothing_that_it_does_not_use(tmp_path: Path, text: str, loaded: str) -> None:
    small_index.make(tmp_path / "index.db")
    done = subprocess.run(
        [sys.executable, "-c", _GUARD, str(tmp_path / "index.db"), text], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == loaded
