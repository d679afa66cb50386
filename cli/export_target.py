"""The file that an export goes to: what it has already, and whether it may be replaced."""

from pathlib import Path

from cli.options import ExportFormat
from corpus_index.errors import PapersError
from corpus_index.export.appending import has_own_lines, keys_in
from corpus_index.export.preprint import SUFFIX
from corpus_index.store import Store, read

_NAMED = 3
_ENDINGS = {
    ".ris": ExportFormat.RIS,
    ".json": ExportFormat.CSL_JSON,
    ".jsonl": ExportFormat.JSONL,
    ".csv": ExportFormat.CSV,
    ".md": ExportFormat.MARKDOWN,
}


def format_of(name: str | None) -> ExportFormat:
    """Give the format that the ending of a file says; BibTeX for any other, and where there is no file."""
    return _ENDINGS.get(Path(name or "").suffix.lower(), ExportFormat.BIBTEX)


def content_to_add_to(name: str) -> bytes:
    """Read the file that is to be added to; nothing where there is none yet. Raises `PapersError`."""
    if Path(name).exists() and not Path(name).is_file():
        raise PapersError(name, "is no ordinary file", "give the name of one to --append")
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        return b""


def check_replaceable(store: Store, name: str, form: str) -> None:
    """Raise `PapersError` where a file has something that this index does not, which replacing it would lose."""
    if not Path(name).is_file():
        return
    text = Path(name).read_bytes().decode("utf-8", "replace")
    known = {key.casefold() for key in (*read.keys(store), *read.former_keys(store))}
    try:
        present = keys_in(form, name, text)
        foreign = [written for key, written in sorted(present.items()) if key.removesuffix(SUFFIX) not in known]
        what = (
            f"has {', '.join(foreign[:_NAMED])}{' and others' * (len(foreign) > _NAMED)}, of which the index has none"
        )
    except PapersError as error:
        foreign, what = [""], error.what
    if not foreign and has_own_lines(form, text):
        foreign, what = [""], "has definitions or comments of its own"
    if foreign:
        raise PapersError(name, what, "to replace it all the same: --force; to add to it: --append")
