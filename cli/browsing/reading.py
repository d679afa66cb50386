"""One paper, as `papers show` prints it."""

from contextlib import redirect_stdout
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from cli.console import Sheet
from cli.render.paper import print_paper
from corpus_index.domain.paper import Paper


class Reading(VerticalScroll):
    """A paper to scroll through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.close_paper", "back"),
        Binding("space", "app.mark", "mark"),
        Binding("e", "app.export", "export"),
        Binding("slash", "app.search", "search", key_display="/"),
        Binding("q", "app.leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._paper: Paper | None = None

    def compose(self) -> ComposeResult:
        """Make the widgets."""
        yield Static(markup=False)

    def open(self, paper: Paper | None) -> None:
        """Show a paper from its beginning, or nothing."""
        self._paper = paper
        self._print()
        self.scroll_home(animate=False)

    def on_resize(self, _: Resize) -> None:
        """Print it again for another width."""
        self._print()

    def _print(self) -> None:
        columns = self.scrollable_content_region.width
        if columns:
            self.query_one(Static).update(Text("") if self._paper is None else printed(self._paper, columns))


def printed(paper: Paper, columns: int) -> Text:
    """A paper as `papers show` prints it on a terminal of so many columns."""
    sheet = Sheet(columns)
    with redirect_stdout(sheet):
        print_paper(paper)
    return Text.from_ansi(sheet.getvalue())
