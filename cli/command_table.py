"""Every command with its module and one line of help, so that `papers --help` and `papers search` import no other."""

from corpus_index.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """`module` holds a function `run`; `line` is the first line of its docstring (a test compares them)."""

    module: str
    line: str


SECTIONS: dict[str, dict[str, Entry]] = {
    "Find and read": {
        "search": Entry("cli.commands.search", "Find papers, the best match first, with the passages that matched."),
        "show": Entry("cli.commands.show", "Show all that is known about one paper, each fact with its evidence."),
        "list": Entry("cli.commands.list_papers", "List papers, all or those that match a query."),
        "links": Entry("cli.commands.links", "Show what a paper builds on and what builds on it, with the sentences."),
        "missing": Entry("cli.commands.missing", "List what several papers name or cite and no paper here is about."),
        "related": Entry("cli.commands.related", "Show the papers that are nearest to one, each with the reasons."),
        "browse": Entry("cli.commands.browse", "Search, read and mark papers on the whole screen."),
    },
    "Compare": {
        "bench": Entry("cli.commands.bench", "Rank what papers report on a benchmark, or list the benchmarks."),
        "models": Entry("cli.commands.models", "Show where models are introduced, used and compared."),
        "compare": Entry("cli.commands.compare", "Set the numbers of models, methods or papers side by side."),
        "check": Entry("cli.commands.check", "List contradictions, inferred titles and doubtful merges."),
    },
    "Use elsewhere": {
        "export": Entry("cli.commands.export", "Write papers as BibTeX, biblatex, RIS, CSL-JSON, CSV and others."),
        "cite": Entry("cli.commands.cite", "Format papers as a list of references, by any style of CSL."),
        "graph": Entry(
            "cli.commands.graph",
            "Write how papers are linked, for Graphviz, Gephi, Markdown, programs or as a picture.",
        ),
        "mcp": Entry("cli.commands.mcp", "Answer a program with a language model, by the Model Context Protocol."),
        "index": Entry("cli.commands.index", "Write the whole index as Markdown, INDEX.md."),
        "site": Entry("cli.commands.site", "Write the whole index as web pages that need no server."),
        "serve": Entry("cli.commands.serve", "Serve the site and the JSON of the commands to this machine."),
    },
    "Your own": {
        "set": Entry("cli.commands.set_field", "Correct a field of a paper, or say that you have read it."),
        "tag": Entry("cli.commands.tag", "Give a paper tags, or take tags away."),
        "note": Entry("cli.commands.note", "Write a note on a paper, in place of the one that it has."),
    },
    "Keep the index": {
        "add": Entry("cli.commands.add", "Read saved pages and store the papers in them."),
        "enrich": Entry("cli.commands.enrich", "Fill in what papers lack from lists of metadata."),
        "remove": Entry("cli.commands.remove", "Take pages or papers out of the index."),
        "merge": Entry("cli.commands.merge", "Make one paper of several, for good."),
        "split": Entry("cli.commands.split", "Make a paper of its own of some sources of a paper, for good."),
        "undo": Entry("cli.commands.undo", "Take back what the last command changed."),
        "reindex": Entry("cli.commands.reindex", "Make anew what searching ranks from, or choose the engine."),
        "rebuild": Entry("cli.commands.rebuild", "Extract, compare and link anew what is on the stored pages."),
        "backup": Entry("cli.commands.backup", "Copy the index to a file, also while others read and write it."),
        "repair": Entry("cli.commands.repair", "Make the index anew from what can be read of it."),
        "info": Entry("cli.commands.info", "Show where the index is and what it holds."),
        "completion": Entry(
            "cli.commands.completion", "Print a script that lets a shell complete commands, options and names."
        ),
    },
    "Look inside": {
        "why": Entry("cli.commands.why", "Say why two papers or records are one paper, or are not."),
        "parse": Entry("cli.commands.parse", "Read pages and print their records without storing anything."),
        "eval": Entry("cli.commands.evaluate", "Measure extraction against a gold file."),
    },
}

COMMANDS: dict[str, Entry] = {name: entry for section in SECTIONS.values() for name, entry in section.items()}
