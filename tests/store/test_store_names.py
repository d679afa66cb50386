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
            db.execute("INSERT INTO paper_ids VALUES (?, 'doi', '10.1000/' || ?, 0)", [paper, key])
            db.table("names").insert({"paper_id": paper, "role": "title", "name": title, "folded": fold(title)})
    with open_store(path) as store:
        yield store


@pytest.mark.parametrize(
    ("text", "keys", "exact", "sure"),
    [
        ("Owlet-V2-Mini", OWLET, True, True),
        ("  owlet v2 MINI ", OWLET, True, True),
        ("OwletV2Mini", OWLET, True, True),
        ("Ｏwlet-V2-Mini", OWLET, True, True),
        ("owlet-report", OWLET, True, True),
        ("OWLET-REPORT", OWLET, True, True),
        ("owlet-v2-mini technical report", OWLET, True, True),
        ("FFF", OWLET, True, True),
        ("first feather-fetch", OWLET, True, True),
        ("copy.txt#0", OWLET, True, True),
        ("copy.txt#2", ("grebe",), True, True),
        ("Tests of Grebe-7B", ("grebe",), True, True),
        ("10.1000/pelican", ("pelican",), True, True),
        (" doi:10.1000/PELICAN", ("pelican",), True, True),
        ("https://doi.org/10.1000/pelican", ("pelican",), True, True),
        ("https://www.doi.org/10.1000/owlet-audio/", ("owlet-audio",), True, True),
        ("10.1000/pel", (), False, False),
        ("mini", OWLET, False, False),
        ("owlet mini", OWLET, False, True),
        ("V2", OWLET, False, False),
        ("owlet", (*OWLET, "owlet-audio"), False, True),
        ("audio", ("owlet-audio",), False, False),
        ("80/20", ("pelican",), False, False),
        ("elican", ("pelican",), False, False),
        ("owlet v2 mni", OWLET, False, True),
        ("Owlte-V2-Mini", OWLET, False, True),
        ("tets of grebe-7b", ("grebe",), False, True),
        ("pelican draftng", ("pelican",), False, False),
        ("ow", (*OWLET, "owlet-audio"), False, True),
        ("li", (), False, False),
        ("zzzzzz", (), False, False),
        ("", (), False, False),
        (" -'- ", (), False, False),
        ("%", (), False, False),
        ("_", (), False, False),
        ("#", (), False, False),
        ("copy.txt#9", (), False, False),
        ("' OR 1=1 --", (), False, False),
    ],
)
def test_what_is_found(store: Store, text: str, keys: tuple[str, ...], exact: bool, sure: bool) -> None:
    assert find(store, text) == Found(keys, exact=exact, sure=sure)


@pytest.mark.parametrize(
    ("text", "keys"),
    [("Grebe2024Fivo", ("Grebe2024Five",)), ("grebe2024fve", ("Grebe2024Five",)), ("Grebe2023Five", ())],
)
def test_a_key_with_slips_is_found_but_not_by_other_digits(tmp_path: Path, text: str, keys: tuple[str, ...]) -> None:
    with open_store(tmp_path / "index.db", write=True, create=True) as store:
        with write.transaction(store) as db:
            derived.set_keys(db, {derived.new_paper(db): "Grebe2024Five"})
        assert find(store, text) == Found(keys, exact=False, sure=bool(keys))


def test_a_mention_counts_only_where_nobody_has_the_name(store: Store) -> None:
    # grebe mentions Owlet as a whole family; the papers that have it in their own name come first.
    assert "grebe" not in find(store, "Owlet").keys
    assert find(store, "Grebe-7B").keys == ("grebe",)


@pytest.mark.parametrize(
    ("text", "keys", "sure"),
    [
        ("nope", (), False),
        ("real", (), False),
        ("anop", (), False),
        ("anope", ("fox",), True),
        ("quick", ("fox",), False),
        ("uickfox", ("fox",), False),
        ("quickf", ("fox",), False),
        ("an open", ("fox",), True),
        ("fox an", (), False),
        ("fore", ("leader",), True),
        ("fo re", ("leader",), True),
        ("dec", ("leader",), False),
        ("qul", ("plumage", "quill"), True),
        ("nest", ("nesting",), True),
        ("FoReal-Decodng", ("leader",), True),
        ("x" * 100_000, (), False),
    ],
)
def test_a_part_counts_from_the_beginning_of_a_word(
    tmp_path: Path, text: str, keys: tuple[str, ...], sure: bool
) -> None:
    titles = {
        "fox": "An Open QuickFox: a study",
        "leader": "FoReaL-Decoding",
        "quill": "QuL-7B",
        "plumage": "QuL-70B",
        "nesting": "NestMaker",
        "deep-nest": "DeepNest",
    }
    with open_store(tmp_path / "index.db", write=True, create=True) as store, write.transaction(store) as db:
        for key, title in titles.items():
            paper = derived.new_paper(db)
            derived.set_keys(db, {paper: key})
            db.table("names").insert({"paper_id": paper, "role": "title", "name": title, "folded": fold(title)})
    with open_store(tmp_path / "index.db") as store:
        assert find(store, text) == Found(keys, exact=False, sure=sure)


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
