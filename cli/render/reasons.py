"""Why records are one paper, or are not."""

from cli.console import put
from corpus_index.domain.why import Pairing, Reasons
from corpus_index.domain.wording import counted


def print_reasons(reasons: Reasons) -> None:
    """Print the verdict, and under it the pairs of records with their penalties."""
    both = ", ".join(dict.fromkeys((reasons.a, reasons.b)))
    verdict = "one paper" if reasons.one_paper else "not one paper; most alike are"
    put((both, "key"), (f": {verdict}", "heading"))
    if not reasons.pairs and not reasons.left_out:
        put(("a single record", "quiet"), indent="  ")
    for pair in reasons.pairs:
        _print_pair(pair, parted=pair.same and not reasons.one_paper)
    if reasons.left_out:
        left = f"{counted(reasons.left_out, 'further record')} not compared: papers why takes names of records, too"
        put((left, "quiet"), indent="  ")


def _print_pair(pair: Pairing, *, parted: bool) -> None:
    put(pair.a, (" and ", "quiet"), pair.b, indent="  ", later="    ")
    if pair.decided is not None:
        put((f"you said that they are {'' if pair.decided else 'not '}one paper", "warning"), indent="    ")
    elif not pair.met:
        put(("nothing in common by which they would be compared", "quiet"), indent="    ")
    if parted:
        put(("one belongs to a better match, which contradicts the other", "warning"), indent="    ")
    put(f"score {pair.score:.2f}", (", one paper above 0.50" if not pair.same else "", "quiet"), indent="    ")
    if pair.shared:
        put(("both give ", "quiet"), ", ".join(pair.shared), indent="    ", later="      ")
    for penalty in pair.penalties:
        put((f"-{penalty.weight:.2f} ", "quiet"), penalty.name, indent="    ", later="      ")
