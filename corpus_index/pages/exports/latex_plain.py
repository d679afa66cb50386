r"""LaTeX in fields of BibTeX as the text that it prints.

Formulas between dollar signs stay as they are, and so does what a document prints otherwise: `\cite{...}` and `\today`.
"""

import html
import logging
import re
from functools import cache
from unicodedata import normalize

from pylatexenc import latex2text, latexwalker
from pylatexenc.macrospec import MacroSpec

from corpus_index.pages.exports import latex_accents
from corpus_index.pages.exports.latex_signs import with_signs
from corpus_index.pages.fields.tidying import decoded_once, squeezed, without_tags

# The library warns about every macro that it cannot read; the text goes on without it.
logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)

_MOST = 50_000
"""Longer fields are no prose: they lose their braces and commands and are not read further."""
_PERCENT = re.compile(r"(?<!\\)%")
_FORMULA = re.compile(r"(?<!\\)(\$[^$]{1,2000}\$)")
COMMAND = re.compile(
    r"\\(?:url|path|nolinkurl)\s*\{(?P<address>[^{}]{0,2000})\}"
    r"|\\[A-Za-z]{0,8}[cC]ite[a-z]{0,8}\*?(?:\s*\[[^\[\]{}]{0,200}\]){0,2}\s*\{[^{}\\]{1,500}\}"
    r"|\\today(?![A-Za-z])(?:\{\})?"
)
"""What is no text to read: `\\url` and its like, with the `address`, citations, and the day of the document."""
_HREF = re.compile(r"\\href\s*\{([^{}]{1,2000})\}\s*\{((?:[^{}]|\{[^{}]*\}){0,2000})\}")
# Holds the place of what is no text to read.
_PLACE = "\ue003"
_PLACES = re.compile(rf"{_PLACE}([0-9]{{1,7}}){_PLACE}")
_ACCENT = re.compile(r"(?<!\\)\\\{(['`^~\"][A-Za-z])\}?")
"""An accent whose backslash has come before its brace."""
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?|.)?\s?", re.DOTALL)
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "))
_BRACES = str.maketrans("", "", "{}")
_TEXTS = (
    *((name, "{", "%s") for name in ("textmd", "textsf", "texttt", "textup", "mbox", "verb")),
    *((name, "{{", "%(2)s") for name in ("href", "foreignlanguage", "textcolor")),
    *((name, "{", "“%s”") for name in ("enquote", "mkbibquote", "textquote")),
)
"""Commands that print one of their arguments, and of which the library does not know or drops it."""
_SILENT = ("phantom", "vphantom", "hphantom", "noopsort", "label", "footnote", "vspace", "hspace")
"""Commands that print nothing, and footnotes, which are no part of a title."""
_SIZES = frozenset(("Large", "LARGE", "Huge", "HUGE"))
"""Commands with capitals that work on what follows."""
_SIGNS = (
    *(("textless", "<"), ("textgreater", ">"), ("textbar", "|"), ("textasciicircum", "^"), ("textasciitilde", "~")),
    *(("OHORN", "Ơ"), ("ohorn", "ơ"), ("UHORN", "Ư"), ("uhorn", "ư"), ("SS", "ẞ")),
    *(("LaTeXe", "LaTeX2e"), ("textbraceleft", "{"), ("textbraceright", "}"), ("textperiodcentered", "·")),
    *(("textepsilon", "ɛ"), ("textopeno", "ɔ")),
)
"""Commands that print one sign, which the library lacks or takes for another one."""


def plain(text: str) -> str:
    """Give the text that a field prints, on one line: no braces, no commands, accents and entities as characters."""
    # Before a no-break space becomes one like any other, half of which tells what happened to it.
    text = decoded_once(text)
    return _with_verbatim(text) if COMMAND.search(text) else _read(text)


def with_addresses(text: str) -> str:
    r"""Give LaTeX that prints the addresses of its links (`\href`) behind them, where they are not the same."""
    return _HREF.sub(_with_address, text) if "\\href" in text else text


def _with_address(link: re.Match[str]) -> str:
    shown = plain(link[2])
    return f"\\url{{{link[1]}}}" if shown in address(link[1]) else f"{link[2]} (\\url{{{link[1]}}})"


def _read(text: str) -> str:
    if "<" in text:
        text = _without_tags(text)
    if "\\" not in text:
        text = _without_commands(text)
    elif len(text) > _MOST:
        text = _COMMAND.sub(" ", text).translate(_BRACES)
    else:
        text = _printed(text)
    return squeezed(html.unescape(text) if "&" in text else text)


def address(text: str) -> str:
    r"""Give a field that is an address or an identifier: only escapes (`\_`), braces and `\url` are taken off."""
    return re.sub(r"\\url\b|\\(?=[_%&#~{}$])|[{}]", "", text).strip()


def _with_verbatim(text: str) -> str:
    """Give what a field prints that has parts which are not read as text."""
    kept: list[str] = []

    def held(found: re.Match[str]) -> str:
        kept.append(found[0] if found["address"] is None else address(found["address"]))
        return f"{_PLACE}{len(kept) - 1}{_PLACE}"

    text = _read(COMMAND.sub(held, text.replace(_PLACE, "")))
    return squeezed(_PLACES.sub(lambda found: kept[int(found[1])], text))


def _without_tags(text: str) -> str:
    """Take tags out of what is no formula: there they are two relations."""
    parts = _FORMULA.split(text)
    for number in range(0, len(parts), 2):
        if "<" in parts[number]:
            # White space at the ends belongs to the text around the formulas.
            parts[number] = without_tags(f"|{parts[number]}|")[1:-1]
    return "".join(parts)


def _without_commands(text: str) -> str:
    if not any(each in text for each in ("{", "}", "--", "``", "''", "~")):
        return text
    parts = _FORMULA.split(text)
    for number in range(0, len(parts), 2):
        part = parts[number]
        for typed, printed in _LIGATURES:
            part = part.replace(typed, printed)
        parts[number] = part.translate(_BRACES)
    return "".join(parts)


def _printed(text: str) -> str:
    # An odd dollar sign is a price; a per cent sign in a field begins no comment.
    text = latex_accents.with_named_accents(_ACCENT.sub(r"{\\\1}", _PERCENT.sub(r"\%", text)))
    text = with_signs(text)
    if len(re.findall(r"(?<!\\)\$", text)) % 2:
        text = re.sub(r"(?<!\\)\$", r"\$", text)
    try:
        found: str = _converter().nodelist_to_text(_nodes(text))
    except Exception:  # the library fails in many ways on text that is no LaTeX, deep nesting among them
        return _COMMAND.sub(" ", text).translate(_BRACES)
    return normalize("NFC", found.replace("\u00a0", " ")) if "\u031b" in found else found.replace("\u00a0", " ")


def _nodes(text: str) -> object:
    context = _walker_context()
    return latexwalker.LatexWalker(text, latex_context=context, tolerant_parsing=True).get_latex_nodes()[0]


@cache
def _walker_context() -> object:
    context = latexwalker.get_default_latex_context_db()
    specs = [MacroSpec(name, arguments) for name, arguments, _ in _TEXTS]
    specs += [MacroSpec(name, "{") for name in _SILENT] + latex_accents.SPECS
    context.add_context_category("fields", macros=specs, prepend=True)
    return context


@cache
def _converter() -> latex2text.LatexNodes2Text:
    context = latex2text.get_default_latex_context_db()
    specs = [latex2text.MacroTextSpec(name, printed) for name, _, printed in _TEXTS]
    specs += [latex2text.MacroTextSpec(name, discard=True) for name in _SILENT]
    specs += [latex2text.MacroTextSpec(name, sign) for name, sign in _SIGNS] + latex_accents.TEXTS
    context.add_context_category("fields", macros=specs, prepend=True)
    context.set_unknown_macro_spec(latex2text.MacroTextSpec("", simplify_repl=_name))
    return latex2text.LatexNodes2Text(latex_context=context, math_mode="verbatim")


def _name(node: latexwalker.LatexMacroNode) -> str:
    r"""Give what an unknown command prints: one with a capital is a name (`\BibTeX`), if it works on nothing."""
    name, after = node.macroname, node.parsing_state.s[node.pos + node.len :].lstrip()
    works = after.startswith("{") and not after.startswith("{}")
    named = not works and name.isalpha() and name.lower() != name and name not in _SIZES
    return name if named else node.macro_post_space and " "
