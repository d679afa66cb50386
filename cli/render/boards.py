"""A leaderboard."""

from collections.abc import Sequence

from cli.console import blank, heading, put
from cli.layout import Piece
from cli.render.facts import result_line
from cli.render.wording import titled
from corpus_index.domain.amounts import amount, comparison
from corpus_index.domain.board import Leaderboard, PlacedMention, PlacedResult, Ranking
from corpus_index.domain.facts import Trust

_TRUST = {Trust.OWN: "its own result", Trust.QUOTED: "quoted", Trust.SUMMARY: "claimed by a summary"}


def print_board(board: Leaderboard, limit: int | None) -> None:
    """Print rankings, then other numbers, then papers that name the benchmark without a number on it."""
    put((board.benchmark, "title"))
    for ranking in board.rankings:
        heading(_scale(ranking))
        width = max(len(amount(entry)) for entry in ranking.entries)
        for entry in ranking.entries[:limit]:
            _print_result(f"{entry.rank:>3}. {amount(entry):>{width}}  ", _who(entry), entry)
    _print_others("Changes, factors and costs on it", board.others[:limit])
    _print_others("Together with other benchmarks", board.joint[:limit])
    if board.mentions:
        heading("Named without a number")
        for mention in board.mentions[:limit]:
            _print_mention(mention)
    if board.similar:
        blank()
        put((f"see also: {', '.join(board.similar)}", "quiet"))


def _scale(ranking: Ranking) -> str:
    metric = ranking.metric or "score, no metric named"
    unit = f", {ranking.unit}" if ranking.unit else ""
    total = f" of {ranking.total:g}" if ranking.total else ""
    return f"{metric}{unit}{total}" + (" (lower is better)" if ranking.lower_is_better else "")


def _who(result: PlacedResult) -> str:
    baseline = f" ({comparison(result.baseline)})" if result.baseline else ""
    return (result.subject or "subject not named") + baseline


def _print_others(title: str, results: Sequence[PlacedResult]) -> None:
    if not results:
        return
    heading(title)
    for result in results:
        _print_result("  ", result_line(result), result)


def _print_result(label: str, line: str, result: PlacedResult) -> None:
    trust: Piece = (f" · {_TRUST[result.trust]}", "good" if result.trust is Trust.OWN else "warning")
    indent = " " * len(label) if len(label) > 2 else "    "
    put((line, "title" if len(label) > 2 else ""), trust, indent=label, later=indent)
    put((result.key, "key"), (f" {_place(result)}", "quiet"), indent=indent)
    put((f"“{result.evidence}”", "quiet"), indent=indent)


def _print_mention(mention: PlacedMention) -> None:
    put((mention.key, "key"), *titled(mention.key, mention.title), indent="  ", later="    ")
    put((f"“{mention.evidence}”  {_place(mention)}", "quiet"), indent="    ")


def _place(fact: PlacedResult | PlacedMention) -> str:
    lines = f"{fact.first_line}" if fact.first_line == fact.last_line else f"{fact.first_line}-{fact.last_line}"
    return f"{fact.page}:{lines} at {fact.start}-{fact.end}"
