"""The list of papers that were found."""

from collections.abc import Collection, Iterable
from typing import ClassVar

from rich.table import Column, Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from cli.browsing.finding import Listed
from cli.untrusted import clean

_MARK = "● "


class Hits(OptionList):
    """Papers, a title and a key each; marked ones have a dot."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "read"),
        Binding("space", "app.mark", "mark"),
        Binding("m", "app.marked", "marked"),
        Binding("e", "app.export", "export"),
        Binding("slash", "app.search", "search", key_display="/"),
        Binding("escape", "app.search", show=False),
        Binding("q", "app.leave", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)
        self._titles: dict[str, str] = {}

    def fill(self, papers: Iterable[Listed], marked: Collection[str]) -> None:
        """Show these papers, the first of them highlighted."""
        self._titles = {paper.key: paper.title for paper in papers}
        self.set_options(Option(self._line(key, marked), id=key) for key in self._titles)
        self.highlighted = 0 if self._titles else None

    def mark(self, key: str, marked: Collection[str]) -> None:
        """Show whether a paper is marked."""
        if key in self._titles:
            self.replace_option_prompt(key, self._line(key, marked))

    @property
    def listed(self) -> Listed | None:
        """The highlighted paper."""
        option = self.highlighted_option
        return None if option is None or option.id is None else Listed(option.id, self._titles[option.id])

    def _line(self, key: str, marked: Collection[str]) -> Table:
        line = Table.grid(Column(width=len(_MARK)), Column(ratio=1))
        line.add_row(Text(_MARK if key in marked else "", "bold green"), Text(clean(self._titles[key]), "bold"))
        line.add_row("", Text(clean(key)))
        return line
