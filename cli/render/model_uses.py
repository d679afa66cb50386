"""One model or a few, with the evidence of each use."""

from collections.abc import Iterable, Sequence

from cli.console import blank, put
from cli.render.wording import titled
from corpus_index.domain.board import ModelUses, PlacedMention


def print_uses(uses: Iterable[ModelUses]) -> None:
    """Print who introduces a model, who uses it and who compares with it."""
    for number, use in enumerate(uses):
        if number:
            blank()
        put((use.name, "title"))
        _print_role("introduced by", use.introduced)
        _print_role("used by", use.base)
        _print_role("compared by", use.compared)


def _print_role(role: str, mentions: Sequence[PlacedMention]) -> None:
    if not mentions:
        return
    put((role, "heading"), indent="  ")
    for mention in mentions:
        put((mention.key, "key"), *titled(mention.key, mention.title), indent="    ", later="      ")
        place = f"{mention.page}:{mention.first_line} at {mention.start}-{mention.end}"
        put((f"“{mention.evidence}”  {place}", "quiet"), indent="      ")
