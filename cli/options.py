"""Each option and argument, declared once. Annotations of commands are names of this file (see `cli.app`)."""

from enum import StrEnum
from typing import Annotated, Optional

import typer


class ExportFormat(StrEnum):
    """What `export` writes."""

    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"
    RIS = "ris"
    CSL_JSON = "csl-json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"


class GraphFormat(StrEnum):
    """What `graph` writes."""

    DOT = "dot"
    GRAPHML = "graphml"
    MERMAID = "mermaid"
    JSON = "json"
    SVG = "svg"


class ParseFormat(StrEnum):
    """What `parse` writes."""

    JSONL = "jsonl"
    TABLE = "table"


class TableFormat(StrEnum):
    """What `bench`, `models` and `compare` print."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"
    LATEX = "latex"


class ListSort(StrEnum):
    """Orders of `list`."""

    KEY = "key"
    TITLE = "title"
    YEAR = "year"
    ADDED = "added"


class SearchSort(StrEnum):
    """Orders of `search`."""

    SCORE = "score"
    KEY = "key"
    TITLE = "title"


class UsesSort(StrEnum):
    """Orders of the overviews of `bench` and `models`."""

    PAPERS = "papers"
    NAME = "name"


Database = Annotated[
    Optional[str],  # noqa: UP045  typer 0.26 needs it
    typer.Option("--db", metavar="FILE", help="The index to use; before or after the command. [default: $PAPERS_DB]"),
]
QueryWords = Annotated[list[str], typer.Argument(metavar="QUERY...", help="Words, or the query language.")]
OptionalQuery = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(metavar="[QUERY]...", help="Only papers that match; the language of search.", show_default=False),
]
WithQuery = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--query", metavar="QUERY", help="Only papers that match; the language of search."),
]
Name = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME...",
        help="A key, title, identifier or what the paper introduces; its beginning or a typo will do.",
    ),
]
OptionalName = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(metavar="[NAME]...", help="One name, in any usual spelling.", show_default=False),
]
Key = Annotated[str, typer.Argument(metavar="KEY", help="The key of a paper, or a former one.")]
GivenKeys = Annotated[list[str], typer.Argument(metavar="KEY...", help="The keys of two papers or more.")]
GivenSources = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", help="Numbers of sources in show, or their names (page#ordinal).")
]
FieldName = Annotated[str, typer.Argument(metavar="FIELD", help="What to set, such as title, year or status.")]
ValueWords = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(metavar="[VALUE]", help="What it is.", show_default=False),
]
NoteWords = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(metavar="[TEXT]", help="The note, or - for standard input.", show_default=False),
]
TagWords = Annotated[list[str], typer.Argument(metavar="+TAG|-TAG...", help="Tags to give and to take away.")]
Clear = Annotated[bool, typer.Option("--clear", help="Take away what was set.")]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders (with all that is in them), or - for standard input."),
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")]
OptionalLimit = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option("--limit", metavar="N", min=1, help="At most so many. [default: all]", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
SortHits = Annotated[SearchSort, typer.Option("--sort", help="Order of the hits.")]
SortPapers = Annotated[ListSort, typer.Option("--sort", help="Order of the papers.")]
SortUses = Annotated[UsesSort, typer.Option("--sort", help="Order of the overview.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Report what would happen, and store nothing.")]
GraphAs = Annotated[
    Optional[GraphFormat],  # noqa: UP045
    typer.Option(
        "--format", help="What to write. [default: as the ending of --output says, else dot]", show_default=False
    ),
]
PathTo = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--to", metavar="NAME", help="Show a shortest way along links to this paper instead."),
]
MostCited = Annotated[bool, typer.Option("--most-cited", help="List the papers that most others link to instead.")]
ExportAs = Annotated[
    Optional[ExportFormat],  # noqa: UP045
    typer.Option(
        "--format", help="What to write. [default: as the ending of the file says, else bibtex]", show_default=False
    ),
]
ParseAs = Annotated[
    Optional[ParseFormat],  # noqa: UP045
    typer.Option("--format", help="What to print. [default: table on a terminal, else jsonl]", show_default=False),
]
TableAs = Annotated[
    TableFormat, typer.Option("--format", help="What to print; latex is a table for the package booktabs.")
]
Plot = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--plot", metavar="FILE", help="Draw the scores over the years into this .svg or .png file too."),
]
ComparedNames = Annotated[
    list[str],
    typer.Argument(metavar="NAME...", help="Models, methods or papers, one a word; quote names with spaces."),
]
Keys = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(
        "--key", metavar="KEY", help="A paper by its citation key, or - for keys from standard input; repeatable."
    ),
]
CitedIn = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(
        "--cited-in",
        metavar="FILE",
        help="Papers that a manuscript cites: .tex, .aux, .bcf, Markdown (pandoc) or Typst; repeatable.",
    ),
]
WithLinks = Annotated[
    int, typer.Option("--with-links", metavar="N", min=0, help="Also what is at most N links away, in any direction.")
]
KeyPattern = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--key-pattern",
        metavar="PATTERN",
        help="Make keys that were never exported by this pattern, as in 'auth.lower + shorttitle(3, 3) + year'.",
    ),
]
Unicode = Annotated[
    bool, typer.Option("--unicode", help="In BibTeX and biblatex, keep letters as they are, for biber.")
]
Preprint = Annotated[
    bool, typer.Option("--preprint", help="Cite the version on arXiv, where there is one, as KEY-preprint.")
]
Append = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--append", metavar="FILE", help="Add to this file what it lacks, and leave the rest as it is."),
]
Output = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file whoever wrote it.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say how the query was read, and why each hit scored.")]
Semantic = Annotated[bool, typer.Option("--semantic", help="Find papers by what they mean, too; needs an extra.")]
ExplainReader = Annotated[bool, typer.Option("--explain-reader", help="Say which reader took each page, and why.")]
ExplainFacts = Annotated[bool, typer.Option("--explain-facts", help="Print every fact under its sentence.")]
Sources = Annotated[bool, typer.Option("--sources", help="List all values of each field, with who gives them.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 where something was found.")]
GoldFile = Annotated[str, typer.Argument(metavar="GOLD", help="A gold file: one JSON object a record, one a line.")]
GoldPages = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(
        metavar="[PATH]...", help="The pages of the gold file. [default: the seed pages]", show_default=False
    ),
]
EvalDetails = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--differences", metavar="FIELD", help="List what was missed and what is spurious in one field."),
]
Version = Annotated[bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)]
