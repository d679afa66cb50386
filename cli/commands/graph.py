"""`papers graph`."""

from pathlib import Path

from cli.boundary import DONE, NOTHING_FOUND
from cli.console import raw, say
from cli.database import open_to_read
from cli.options import Database, GraphAs, GraphFormat, OptionalQuery, Output, WithLinks
from cli.output_file import replace_file
from cli.subset import subset
from corpus_index.answer_files import as_text
from corpus_index.domain.wording import counted
from corpus_index.errors import PapersError
from corpus_index.export.graphs.mermaid import MOST_LINKS
from corpus_index.report.graph import graph

_ENDINGS = {".gv": GraphFormat.DOT, ".mmd": GraphFormat.MERMAID, **{f".{form}": form for form in GraphFormat}}


def run(
    query: OptionalQuery = None,
    *,
    form: GraphAs = None,
    with_links: WithLinks = 0,
    output: Output = None,
    db: Database = None,
) -> int:
    """Write how papers are linked, for Graphviz, Gephi, Markdown, programs or as a picture.

    \b
    All papers, or those that match the query or are given by their keys, as far
    as they are linked with each other. An arrow leads from the paper that names
    something to the paper that introduces it. The ending of --output says the
    format where --format does not; svg takes the extra graph (igraph).

    \b
    Examples:
      papers graph | head
      papers graph ARL-Tangram --with-links 1 --format mermaid
      papers graph 'model:Qwen*' --output qwen.graphml
    """
    chosen = form or _format_of(output)
    with open_to_read(db) as store:
        found = graph(store, subset(store, query or (), links=with_links).keys if query else None)
    if not found.edges:
        around = "; --with-links 1 adds the papers that they are linked to" if query and not with_links else ""
        say(f"papers: no links between these papers{around}", "quiet")
        return NOTHING_FOUND
    written = as_text(found, chosen.value)
    if output is None or output == "-":
        raw(written)
    else:
        replace_file(output, written)
        nodes, edges = counted(len(found.nodes), "paper"), counted(len(found.edges), "link")
        say(f"papers: {nodes} and {edges} written to {output}", "quiet")
    if chosen is GraphFormat.MERMAID and len(found.edges) > MOST_LINKS:
        links = f"{MOST_LINKS} links unless its setting maxEdges is raised, and these are {len(found.edges):,}"
        say(f"papers: Mermaid draws at most {links}; give a query for fewer")
    return DONE


def _format_of(output: str | None) -> GraphFormat:
    """Give the format that the ending of a file says; dot for what has none, and for standard output."""
    ending = Path(output or "").suffix.lower()
    if ending and ending not in _ENDINGS:
        raise PapersError(output or "", "has an ending of no format", f"give --format, or one of {', '.join(_ENDINGS)}")
    return _ENDINGS.get(ending, GraphFormat.DOT)
