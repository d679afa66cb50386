"""From a file to the keys that it cites, by the format that its name or its content tells."""

import re
from collections.abc import Callable, Iterable, Iterator
from os.path import isfile
from pathlib import Path

from corpus_index.errors import PapersError
from corpus_index.manuscripts import biber_control, latex, pandoc_markdown, typst

EVERYTHING = "*"
r"""Among the keys, says that all papers are cited (`\nocite{*}`, `nocite: "@*"`)."""

_Reader = Callable[[str], Iterator[str]]
_READERS: dict[str, _Reader] = {
    "aux": latex.aux_keys,
    "bcf": biber_control.keys,
    "tex": latex.tex_keys,
    "typ": typst.keys,
    "md": pandoc_markdown.keys,
}
_SAME = {"ltx": "tex", "markdown": "md", "qmd": "md", "rmd": "md", "txt": "md"}
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\A\s*<\?xml|<bcf:"), "bcf"),
    (re.compile(r"^\\(?:citation|bibdata|abx@aux|@input|gdef)\b", re.MULTILINE), "aux"),
    (re.compile(r"\\(?:documentclass|begin|\w*cite\w*|section)\b"), "tex"),
    (re.compile(r"^\s*#(?:import|set|show|let|cite|bibliography)\b|#cite\(", re.MULTILINE), "typ"),
)
_PARTS: dict[str, Callable[[str], Iterator[str]]] = {
    "aux": latex.aux_parts,
    "tex": latex.tex_parts,
    "typ": typst.parts,
    "md": pandoc_markdown.parts,
}


def cited_keys(name: str, text: str) -> tuple[str, ...]:
    """Give the keys that a manuscript cites, each once, in the order of the text.

    The ending of its `name` tells the format, else its content; what is nothing else is Markdown. Behind it come the
    parts that it names (`\\input`, `#include`), as far as they lie beside it: others come with programs.
    Raises `PapersError` for a part that an `.aux` file names and that cannot be read.
    """
    return tuple(dict.fromkeys(key for kind, each in _texts(name, text) for key in _READERS[kind](each)))


def _texts(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Give the format and the text of a manuscript and of all its parts."""
    ending = name.rpartition(".")[2].casefold()
    kind = _SAME.get(ending, ending)
    if kind not in _READERS:
        kind = next((kind for sign, kind in _SIGNS if sign.search(text)), "md")
    waiting = [(Path(name), text)]
    seen = {Path(name).resolve()}
    while waiting:
        file, text = waiting.pop()
        yield kind, text
        for part in _PARTS[kind](text) if kind in _PARTS else ():
            path = _found(part, kind, (Path(name).parent, file.parent))
            if path is not None and path.resolve() not in seen:
                seen.add(path.resolve())
                waiting.append((path, _read(path, name)))


def _found(part: str, kind: str, folders: Iterable[Path]) -> Path | None:
    """Find a part from the folder of the manuscript, or of the file that names it; its ending may be left out."""
    tried = [folder / each for folder in folders for each in (f"{part}.{kind}", part)]
    present = next(filter(isfile, tried), None)
    return present or (tried[1] if kind == "aux" else None)


def _read(path: Path, name: str) -> str:
    advice = f"{name} names it; run LaTeX again"
    try:
        if path.exists() and not path.is_file():
            raise PapersError(str(path), "is no file", advice)
        return path.read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "error"
        raise PapersError(str(path), f"cannot be read ({reason.lower()})", advice) from None
