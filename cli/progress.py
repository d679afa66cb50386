"""How far reading is, on standard error, and only where a person looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cli.console import is_terminal
from cli.untrusted import clean
from corpus_index.domain.progress import Progress

_NAME = 48
"""Columns for a name beside the bar."""


@contextmanager
def shown_progress() -> Iterator[Progress | None]:
    """Give a function that shows (done, all, name of the source) as a bar, or `None` where nobody looks."""
    if not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(bar_width=20), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    # Standard output stays what it is: data may be on its way through it into a file.
    with Bar(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None)

        def show(done: float, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=_ending(name))

        yield show


@contextmanager
def shown_count(what: str) -> Iterator[Callable[[str, int], None] | None]:
    """Give a function that shows (name of the source, how many so far), or `None` where nobody looks."""
    if not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn

    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None, visible=False)

        def show(name: str, count: int) -> None:
            bar.update(task, visible=True, description=f"{count:,} {what}  {_ending(name)}")

        yield show


def _ending(name: str) -> str:
    """The end of a name, which tells files of one folder apart."""
    cleaned = clean(name)
    return cleaned if len(cleaned) <= _NAME else f"…{cleaned[1 - _NAME :]}"
