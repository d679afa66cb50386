"""From a file to the keys that it cites, by the format that its name or its content tells."""

import re
from collections.abc import Callable, Iterator
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
    "ltx": latex.tex_keys,
    "typ": typst.keys,
    "md": pandoc_markdown.keys,
    "markdown": pandoc_markdown.keys,
    "qmd": pandoc_markdown.keys,
    "rmd": pandoc_markdown.keys,
    "txt": pandoc_markdown.keys,
}
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\A\s*<\?xml|<bcf:"), "bcf"),
    (re.compile(r"^\\(?:citation|bibdata|abx@aux|@input|gdef)\b", re.MULTILINE), "aux"),
    (re.compile(r"\\(?:documentclass|begin|\w*cite\w*|section)\b"), "tex"),
    (re.compile(r"^\s*#(?:import|set|show|let|cite|bibliography)\b|#cite\(", re.MULTILINE), "typ"),
)
_DEEPEST = 5


def cited_keys(name: str, text: str) -> tuple[str, ...]:
    """Give the keys that a manuscript cites, each once, in the order of the text.

    The ending of its `name` tells the format, else its content; what is nothing else is Markdown. The parts of a
    document that an `.aux` file names are read too, from beside it.
    """
    return tuple(dict.fromkeys(_keys(name, text, _DEEPEST)))


def _keys(name: str, text: str, deepest: int) -> Iterator[str]:
    ending = name.rpartition(".")[2].casefold()
    kind = ending if ending in _READERS else next((kind for sign, kind in _SIGNS if sign.search(text)), "md")
    yield from _READERS[kind](text)
    if kind == "aux" and deepest:
        for part in latex.aux_parts(text):
            path = Path(name).parent / part
            try:
                if path.exists() and not path.is_file():
                    raise PapersError(str(path), "is no file", f"{name} names it; run LaTeX again")
                yield from _keys(str(path), path.read_text(encoding="utf-8", errors="replace"), deepest - 1)
            except OSError as error:
                reason = (error.strerror or "error").lower()
                raise PapersError(
                    str(path), f"cannot be read ({reason})", f"{name} names it; run LaTeX again"
                ) from None
