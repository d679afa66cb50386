"""How far the upgrade of an index is, told to whoever asked for it: it happens wherever an index is opened."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from corpus_index.domain.progress import Progress

    Shown = Callable[[], AbstractContextManager[Progress | None]]
    """Gives what is called while an upgrade is going on, which counts steps."""

shown: "Shown | None" = None
"""How upgrades of this process are shown; nobody sees them where it is `None`."""


def show_upgrades(how: "Shown") -> None:
    """Let every upgrade of an index in this process be shown so from now on."""
    global shown  # noqa: PLW0603  as logging has one place for a process
    shown = how
