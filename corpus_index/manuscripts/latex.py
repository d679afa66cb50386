r"""Citations in LaTeX: `\cite` and its many relatives, and what LaTeX notes of them in `.aux` files."""

import re
from collections.abc import Iterator

_AUX = re.compile(r"\\(?:citation|abx@aux@cite(?:\{\d+\})?)\{([^{}]*)\}")
_PART = re.compile(r"\\@input\{([^{}]+)\}")
_INPUT = re.compile(
    r"\\(?:input|include|subfile|InputIfFileExists)\s*\{([^{}\\]+)\}|\\input\s+([^\s{}\\]+)"
    r"|\\(?:sub)?(?:import|inputfrom|includefrom)\*?\{([^{}\\]*)\}\{([^{}\\]+)\}"
)
_OUTSIDE = re.compile(r"\\iffalse\b(?:(?!\\iffalse\b).)*?\\fi\b|\\end\{document\}.*", re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%.*")
_VERBATIM = re.compile(
    r"\\begin\{(verbatim\*?|lstlisting|minted|comment|filecontents\*?)\}(?:(?!\\begin\{\1\}).)*?\\end\{\1\}"
    r"|\\(?:verb|lstinline)\*?([^\w\s{*]).*?\2",
    re.DOTALL,
)
# All packages name their commands so that `cite` is in them, and put keys into braces behind notes in brackets. Of
# biblatex's \cites and the like, each pair of braces has keys. Commands about citing have it in them too.
_NOTE = r"\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\]"
_COMMAND = re.compile(
    r"\\(?![A-Za-z]*(?:style|setup|reset|define|declare|new))[A-Za-z]*[cC]ite(?P<many>[A-Za-z]*)\*?"
    rf"(?P<arguments>(?:\s*\([^()]*\)){{0,2}}(?:(?:\s*{_NOTE}){{0,2}}\s*\{{[^{{}}]*\}})+)"
)
_NOTES = re.compile(_NOTE)
_BRACES = re.compile(r"\{([^{}]*)\}")


def aux_keys(text: str) -> Iterator[str]:
    """Read the keys that LaTeX has noted."""
    for found in _AUX.finditer(text):
        yield from _divided(found[1])


def aux_parts(text: str) -> Iterator[str]:
    r"""Read the names of the files of parts (`\include`)."""
    return (found[1] for found in _PART.finditer(text))


def tex_keys(text: str) -> Iterator[str]:
    """Read the keys in the source, without comments and what is printed as it is typed."""
    for found in _COMMAND.finditer(_read(text)):
        groups = _BRACES.findall(_NOTES.sub(" ", found["arguments"]))
        for group in groups if found["many"] == "s" else groups[:1]:
            yield from _divided(group)


def tex_parts(text: str) -> Iterator[str]:
    r"""Read the names of the files of parts (`\input`, `\include`, `\import`)."""
    for found in _INPUT.finditer(_read(text)):
        yield f"{found[3]}/{found[4]}".lstrip("/") if found[4] else (found[1] or found[2]).strip()


def _read(text: str) -> str:
    """Leave out what LaTeX does not read as text."""
    return _OUTSIDE.sub(" ", _VERBATIM.sub(" ", _COMMENT.sub(r"\1", text)))


def _divided(keys: str) -> Iterator[str]:
    return (key for key in map(str.strip, keys.split(",")) if key and "#" not in key and "\\" not in key)
