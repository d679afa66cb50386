"""What each source says of a paper."""

from collections.abc import Iterable

from cli.console import heading, put
from corpus_index.domain.wording import shortened
from corpus_index.report.sources import FieldSources

_MOST = 200


def print_sources(fields: Iterable[FieldSources]) -> None:
    """Print a heading a field, and each value with its sources; what the paper shows is marked."""
    for field in fields:
        heading(field.field)
        for value in field.values:
            mark = ("* ", "key") if value.shown else ("  ", "")
            text = shortened(" ".join(value.value.split()), _MOST) or "none"
            put(mark, text, (f"  {', '.join(value.sources)}", "quiet"), indent="  ", later="    ")
    put(("* is what the paper shows", "quiet"))
