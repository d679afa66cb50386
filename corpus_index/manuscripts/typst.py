"""Citations in Typst: `@key` and `#cite(<key>)`."""

import re
from collections.abc import Iterator

_NO_TEXT = re.compile(r"https?://\S+|/\*.*?\*/|//[^\n]*|(`{3,}).*?\1|`[^`\n]*`", re.DOTALL)
_NAME = r"\w(?:[\w.:-]*[\w-])?"
_CITATION = re.compile(
    rf"(?<![\w.@\\])@(?P<at>{_NAME})|\bcite\(\s*(?:<(?P<angle>[^<>\s]+)>|label\(\s*\"(?P<label>[^\"]+)\")"
)
_INCLUDE = re.compile(r"#include\s+\"([^\"\n]+)\"")
_LABEL = re.compile(rf"<({_NAME})>")


def keys(text: str) -> Iterator[str]:
    """Read the keys, without comments and raw text; a label that the document itself sets is a reference to it."""
    text = _NO_TEXT.sub(" ", text)
    cited_by_call = {found["angle"] for found in _CITATION.finditer(text) if found["angle"]}
    own = set(_LABEL.findall(text)) - cited_by_call
    for found in _CITATION.finditer(text):
        key = found["at"] or found["angle"] or found["label"]
        if key not in own:
            yield key


def parts(text: str) -> Iterator[str]:
    """Read the names of the files that are included."""
    return (found[1] for found in _INCLUDE.finditer(_NO_TEXT.sub(" ", text)))
