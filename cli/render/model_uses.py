"""One model or a few, with the evidence of each use, its results and its family."""

from collections.abc import Iterable, Sequence

from cli.console import blank, put
from cli.render.boards import place, trusted
from cli.render.wording import titled
from corpus_index.domain.amounts import result_line
from corpus_index.domain.board import Kin, ModelProfile, PlacedMention, PlacedResult


def print_profiles(profiles: Iterable[ModelProfile]) -> None:
    """Print who introduces a model, who uses it and compares with it, what it reaches, and its family."""
    for number, profile in enumerate(profiles):
        if number:
            blank()
        put((profile.name, "title"))
        _print_role("introduced by", profile.introduced)
        _print_role("used by", profile.base)
        _print_role("compared by", profile.compared)
        _print_results(profile.results)
        _print_kin("made from", profile.bases)
        _print_kin("made into", profile.derived)
        if profile.variants:
            put(("same family", "heading"), indent="  ")
            put(", ".join(profile.variants), indent="    ")


def _print_role(role: str, mentions: Sequence[PlacedMention]) -> None:
    if not mentions:
        return
    put((role, "heading"), indent="  ")
    for mention in mentions:
        put((mention.key, "key"), *titled(mention.key, mention.title), indent="    ", later="      ")
        put((f"“{mention.evidence}”  {place(mention)}", "quiet"), indent="      ")


def _print_results(results: Sequence[PlacedResult]) -> None:
    if results:
        put(("results", "heading"), indent="  ")
    for result in results:
        put(result_line(result), trusted(result), indent="    ", later="      ")
        put((result.key, "key"), (f" {place(result)}  “{result.evidence}”", "quiet"), indent="      ")


def _print_kin(what: str, kin: Sequence[Kin]) -> None:
    if kin:
        put((what, "heading"), indent="  ")
    for one in kin:
        put(one.name, (" in ", "quiet"), (one.key, "key"), indent="    ", later="      ")
