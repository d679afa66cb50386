"""docs/security.md gives the limits that the program has."""

import sys
from pathlib import Path

from corpus_index.mcp import bounds
from corpus_index.pages import composing, decode, sheet, unpacking
from corpus_index.pages.markdown import blocks
from corpus_index.search import parser
from corpus_index.serving import server

DOCUMENT = Path(__file__).parents[2] / "docs" / "security.md"
parts = sys.modules["corpus_index.pages.parts"]
MB = 1024 * 1024
LIMITS = {
    "a page": f"{decode.MOST_BYTES // MB} MB",
    "lines of a page": f"{decode.MOST_LINES:,}",
    "records of a page": f"{composing.MOST_RECORDS:,}",
    "tags of a page in HTML": f"{sheet.MOST_TAGS:,}",
    "tags and attributes of a page in XML, objects and lists of one in JSON": f"{sheet.MOST_NODES:,}",
    "characters of a page in Markdown": f"{blocks.MOST:,}",
    "lines of a page in Markdown": f"{blocks.MOST_LINES:,}",
    "lines of papers in JSON": f"{parts.MOST_LINES:,}, read {parts.LINES:,} at a time",
    "a line of these": f"{parts.LONGEST_LINE // MB} MB",
    "what a file is unpacked to": f"{decode.MOST_BYTES // MB} MB, or {unpacking.MOST_TIMES} times its size",
    "terms of a query": f"{parser.MAX_TERMS}",
    "an answer through MCP": f"{bounds.LONGEST_ANSWER:,} characters",
    "a request to `papers serve`": f"{server.LONGEST_REQUEST:,} bytes, within {server.SECONDS:g} seconds",
    "a path with its parameters": f"{server.LONGEST_PATH:,} characters",
    "connections to `papers serve`": f"{server.MOST_CONNECTIONS}, of which {server.MOST_AT_ONCE} are answered at once",
}


def test_limits_are_those_of_the_program() -> None:
    rows = [line.strip("| ").split(" | ") for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if "| " in line]
    told = {row[0]: row[1] for row in rows if len(row) == 2}
    assert {name: told.get(name) for name in LIMITS} == LIMITS
