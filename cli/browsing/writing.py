"""Where the marked papers are to be written."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from cli.browsing.typed import Typed

_FILE = "marked.bib"


class Writing(ModalScreen[str | None]):
    """Asks for the name of a file; gives it, or nothing where the person goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "back")]

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what

    def compose(self) -> ComposeResult:
        """Make the widgets."""
        with Vertical():
            yield Label(f"Add {self._what} as BibTeX to this file, which may be new:", markup=False)
            yield Typed(_FILE, compact=True, select_on_focus=True)
            yield Label("Enter writes, Escape goes back.", classes="quiet")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the name."""
        if event.value.strip():
            self.dismiss(event.value.strip())
