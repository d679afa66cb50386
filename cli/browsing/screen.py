"""The program that fills the screen."""

import time
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Input, OptionList, Static
from textual.worker import get_current_worker

from cli.browsing.finding import Found, Listed, found
from cli.browsing.hits import Hits
from cli.browsing.reading import Reading
from cli.browsing.typed import Typed
from cli.browsing.writing import Writing
from cli.commands.export import run as export
from cli.untrusted import clean
from corpus_index.domain.wording import counted
from corpus_index.errors import PapersError
from corpus_index.store import open_store, read

_PAUSE = 0.06
"""Seconds without another letter before a search begins."""

_THEME = "ansi-dark"
"""The terminal's own colours and background only; `screen.tcss` chooses those that are legible on a light one too."""


class Query(Typed):
    """What is searched for, as it is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down,enter", "app.to_list", "to the papers", key_display="↓")]


class Browser(App[tuple[str, ...] | None]):
    """Search at the top, what it finds on the left, and the paper on the right; on a narrow screen one of the two."""

    CSS_PATH = "screen.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012  as textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+q", "leave", "quit", priority=True),
    ]

    def __init__(self, db: str | None, path: str, query: str = "") -> None:
        super().__init__()
        self._db = db
        self._path = path
        self._query = query
        self._marks: dict[str, Listed] = {}
        self._found = Found((), "")
        self._said = ""
        self._only_marked = False
        self.theme = _THEME

    def compose(self) -> ComposeResult:
        """Make the widgets."""
        yield Query(self._query, placeholder="search", compact=True, select_on_focus=False)
        yield Static(id="status", markup=False)
        with Horizontal():
            yield Hits()
            yield Reading()
        yield Footer()

    def on_mount(self) -> None:
        """Begin with what is asked for, or the newest papers."""
        self.query_one(Query).focus()
        self._find(self._query)

    @on(Input.Changed, "Query")
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value)

    @work(thread=True, exclusive=True)
    def _find(self, query: str) -> None:
        """Search in a thread of its own, so that one may type on; what was typed since then takes its place."""
        worker = get_current_worker()
        time.sleep(_PAUSE)
        if worker.is_cancelled:
            return
        try:
            answer = found(self._path, query)
        except PapersError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self._say, str(error))
            return
        if not worker.is_cancelled:
            self.call_from_thread(self._show, answer)

    def _show(self, answer: Found) -> None:
        self._found = answer
        self._only_marked = False
        self.query_one(Hits).fill(answer.papers, self._marks)
        self._say(answer.said)
        if not answer.papers:
            self.query_one(Reading).open(None)

    def _say(self, what: str) -> None:
        marks = f" · {len(self._marks)} marked" if self._marks else ""
        self._said = what
        self.query_one("#status", Static).update(clean(what) + marks)

    @on(OptionList.OptionHighlighted)
    def _preview(self) -> None:
        listed = self.query_one(Hits).listed
        if listed is None:
            return
        try:
            with open_store(self._path) as store:
                self.query_one(Reading).open(read.paper(store, listed.key))
        except PapersError as error:
            self._say(str(error))

    def action_to_list(self) -> None:
        """From the search to the list."""
        self.query_one(Hits).focus()

    @on(OptionList.OptionSelected)
    def _read(self) -> None:
        self.screen.add_class("reading")
        self.query_one(Reading).focus()

    def action_search(self) -> None:
        """To the search."""
        self.screen.remove_class("reading")
        self.query_one(Query).focus()

    def action_close_paper(self) -> None:
        """From the paper to the list."""
        self.screen.remove_class("reading")
        self.query_one(Hits).focus()

    def action_mark(self) -> None:
        """Mark the highlighted paper, or take its mark away."""
        hits = self.query_one(Hits)
        if hits.listed is None:
            return
        key = hits.listed.key
        if self._marks.pop(key, None) is None:
            self._marks[key] = hits.listed
        hits.mark(key, self._marks)
        self._say(self._said)

    def action_marked(self) -> None:
        """Show the marked papers alone, or all that were found again."""
        self._only_marked = bool(self._marks) and not self._only_marked
        papers = tuple(self._marks.values()) if self._only_marked else self._found.papers
        self.query_one(Hits).fill(papers, self._marks)

    def action_export(self) -> None:
        """Write the marked papers, or the highlighted one, to a file."""
        listed = self.query_one(Hits).listed
        keys = list(self._marks) or ([listed.key] if listed else [])

        def write(file: str | None) -> None:
            if file is not None:
                self._write(keys, file)

        if keys:
            self.push_screen(Writing(counted(len(keys), "paper")), write)

    def _write(self, keys: list[str], file: str) -> None:
        try:
            with redirect_stderr(StringIO()) as said:
                export(keys=keys, append=str(Path(file).expanduser()), db=self._db)
        except PapersError as error:
            self.notify(clean(str(error)), severity="error", markup=False)
        else:
            self.notify(said.getvalue().strip(), markup=False)

    def action_leave(self) -> None:
        """End, with what is marked."""
        self.exit(tuple(self._marks))

    def action_interrupt(self) -> None:
        """End, with nothing."""
        self.exit(None)
