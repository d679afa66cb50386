"""A search that explains itself."""

from cli.console import blank, put
from cli.render.hits import print_hits
from corpus_index.domain.explanation import Explanation, ReadTerm, Why
from corpus_index.domain.hit import SearchAnswer
from corpus_index.domain.wording import counted

_TIERS = {"whole": "the whole query", "part": "a part of the query"}


def print_explained(answer: SearchAnswer, explanation: Explanation) -> None:
    """Print how the query was read, then each hit with what its score is made of."""
    put(("read as ", "heading"), explanation.read or "nothing")
    for term in explanation.terms:
        put(_line(term), indent="  ", later="    ")
    if explanation.also:
        put(f"also looked for: {', '.join(explanation.also)}", indent="  ", later="    ")
    if explanation.passed_over:
        words = ", ".join(explanation.passed_over)
        put(f"too common to count in papers with a part: {words}", indent="  ", later="    ")
    if explanation.newest:
        some = f"only the newest {explanation.newest:,} papers that match were ranked, by titles and names first"
        put(f"{some}; papers reindex --engine tantivy ranks all", indent="  ", later="    ")
    if answer.hits:
        blank()
    why = {each.key: each for each in explanation.why}
    print_hits(answer, lambda hit, indent: _print_why(why[hit.key], hit.score, indent))


def _line(term: ReadTerm) -> str:
    sign, out = ("-", ", left out") if term.left_out else ("", "")
    return f"{sign}{term.text}: {term.asks}{out}; {counted(term.papers, 'paper')}"


def _print_why(why: Why, score: float, indent: str) -> None:
    if why.both:
        near = f"by meaning {_place(why.both.meaning)}"
        near += "" if why.both.likeness is None else f" (likeness {why.both.likeness:.2f})"
        said = f"score {score}: by words {_place(why.both.words)}, {near}"
        put((said, "quiet"), indent=indent, later=f"{indent}  ")
        if why.both.words is None:
            return
    tier = f"the query is {why.named_by}" if why.named_by else _TIERS[why.tier]
    lacks = f", without {', '.join(why.lacks)}" if why.lacks and why.tier == "part" else ""
    lacks = f", by {', '.join(why.authors)}" if why.authors else lacks
    said = "by words" if why.both else f"score {score}"
    put((f"{said}: {tier}{lacks}; relevance {why.relevance:.2f}", "quiet"), indent=indent, later=f"{indent}  ")
    parts = [(share.score, f"{share.text}, in {', '.join(share.columns)}") for share in why.shares]
    parts += [
        (why.typed, "words as they were typed"),
        (why.neighbours, "words next to each other"),
        (why.cited, "papers that build on it"),
    ]
    for points, what in parts:
        if points:
            put((f"{points:6.2f} {what}", "quiet"), indent=f"{indent}  ", later=f"{indent}         ")


def _place(rank: int | None) -> str:
    return "not among the first" if rank is None else f"number {rank}"
