"""A line to type in."""

from textual.widgets import Input

from cli.untrusted import clean


class Typed(Input):
    """Holds what is typed, pasted or given as its text, without what the terminal would obey."""

    def validate_value(self, value: str) -> str:
        """Replace what a terminal obeys."""
        return clean(value)
