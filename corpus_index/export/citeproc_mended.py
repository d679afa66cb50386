"""Where citeproc-py (0.9) prints another thing than a style says: mended in the classes of the library."""

from functools import cache

from citeproc import model

_LAST_PAGE = "_format_last_page"


@cache
def mend() -> None:
    """Mend the library, once in a process.

    It cuts the last page of a range by that of another length (`1-29` as `1-9`), and writes given names as initials
    where a style says `initialize="false"`.
    """
    last_page, initials = getattr(model.FormatNumber, _LAST_PAGE), model.Name.initialize

    def whole_last_page(self: model.FormatNumber, first: str, last: str) -> str:
        return last if len(first) != len(last) else str(last_page(self, first, last))

    def given_names(self: model.Name, given: str, mark: str, context: object) -> str:
        return given if self.get("initialize") == "false" else str(initials(self, given, mark, context))

    setattr(model.FormatNumber, _LAST_PAGE, whole_last_page)
    model.Name.initialize = given_names
