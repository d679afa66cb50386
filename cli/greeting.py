"""What `papers` says when it is called without a command."""

from __future__ import annotations

from cli.boundary import DONE
from cli.console import blank, finished, heading, put
from cli.database import open_to_read
from cli.layout import width_of
from cli.untrusted import clean
from corpus_index.domain.wording import counted
from corpus_index.search.examples import examples
from corpus_index.store import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from corpus_index.search.examples import Examples
    from corpus_index.store.read import Counts

_LONG = 44
_ALL_COMMANDS = "All commands: papers --help"


def greet(db: str | None = None) -> int:
    """Say what the index holds and what may be asked of it; of an empty one, how to fill it."""
    with open_to_read(db) as store:
        counts, questions, path = read.counts(store), examples(store), store.path
    put((str(path), "title"))
    put(_held(counts))
    heading("To try")
    _print_commands(_first_steps() if questions is None else _questions(questions))
    blank()
    put((_ALL_COMMANDS, "quiet"))
    return DONE


def _held(counts: Counts) -> str:
    return (
        f"{counted(counts.papers, 'paper')} on {counted(counts.pages, 'page')}: {counted(counts.models, 'model')}, "
        f"{counted(counts.benchmarks, 'benchmark')}, {counted(counts.results, 'result')}"
    )


def _first_steps() -> list[tuple[str, str]]:
    return [
        ("papers add FILE-OR-FOLDER", "pages that you saved: lists of papers, abstracts, .bib, feeds"),
        ("papers parse FILE", "what is read in a page, without storing anything"),
    ]


def _questions(of: Examples) -> list[tuple[str, str]]:
    board = [] if of.benchmark is None else [(f"papers bench {shell_word(of.benchmark)}", counted(of.scores, "score"))]
    return [
        (f"papers search {shell_word(of.query)}", "words, names, or a query"),
        (f"papers show {shell_word(of.key)}", of.title),
        *(board or [("papers list --sort added", "the newest first")]),
    ]


def _print_commands(commands: list[tuple[str, str]]) -> None:
    """Print what each command gives beside it, or below it where it is long."""
    widest = max((width_of(command) for command, _ in commands if width_of(command) <= _LONG), default=0)
    beside = " " * (widest + 4)
    for command, what in commands:
        start = f"  {clean(command)}".ljust(len(beside))
        if width_of(start) > len(beside):
            finished(f"{start}\n")
        put((what, "quiet"), indent=beside if width_of(start) > len(beside) else start, later=beside)


def shell_word(text: str) -> str:
    """Write a text as one word for a shell, without quotes where it needs none."""
    if text and all(char.isalnum() or char in "-_./:+" for char in text):
        return text
    return f'"{text}"' if not any(char in '"$`\\!' for char in text) else "'" + text.replace("'", "'\\''") + "'"
