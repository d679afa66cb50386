"""Whether a note in Markdown is the manual of a program, which may well name the papers behind it."""

import re
from collections.abc import Iterable

from corpus_index.pages.markdown.blocks import Block, Kind
from corpus_index.pages.markdown.inline import plain

_PROGRAM = re.compile(
    r"\W*(?:install(?:ation|ing)?|usage|quick ?start|getting started|requirements|prerequisites|dependencies|"
    r"build(?:ing)?|set ?up|running|how to (?:run|use)|api|configuration|"
    r"training|inference|安装|使用方法?|快速开始)\b.{0,30}",
    re.IGNORECASE,
)


def program_headings(blocks: Iterable[Block]) -> int:
    """Count the headings that manuals have (`Installation`, `Usage`)."""
    return sum(block.kind is Kind.HEADING and _PROGRAM.fullmatch(plain(block.text)) is not None for block in blocks)
