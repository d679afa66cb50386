"""A leaderboard."""

from collections.abc import Sequence

from cli.console import blank, heading, put
from cli.layout import Piece
from cli.render.bars import bars
from cli.render.wording import titled
from corpus_index.domain.amounts import amount, comparison, result_line
from corpus_index.domain.board import Leaderboard, PlacedMention, PlacedResult, Ranking
from corpus_index.domain.facts import Trust

_TRUST = {Trust.OWN: "its own result", Trust.QUOTED: "quoted", Trust.SUMMARY: "claimed by a summary"}


def print_board(board: Leaderboard, limit: int | None) -> None:
    """Print rankings, then other numbers, then papers that name the benchmark without a number on it."""
    put((board.benchmark, "title"))
    for ranking in board.rankings:
        heading(_scale(ranking))
        width = max(len(amount(entry)) for entry in ranking.entries)
        for entry, bar in zip(ranking.entries[:limit], bars(ranking), strict=False):
            _print_result(f"{entry.rank:>3}. {amount(entry):>{width}}  ", _who(entry), entry, bar)
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


def _print_result(label: str, line: str, result: PlacedResult, bar: str = "") -> None:
    indent = " " * len(label) if len(label) > 2 else "    "
    start = f"{label}{bar}  " if bar else label
    put((line, "title" if len(label) > 2 else ""), trusted(result), indent=start, later=indent)
    put((result.key, "key"), *_year(result), (f" {place(result)}", "quiet"), indent=indent)
    put((f"“{result.evidence}”", "quiet"), indent=indent)


def _print_mention(mention: PlacedMention) -> None:
    put((mention.key, "key"), *_year(mention), *titled(mention.key, mention.title), indent="  ", later="    ")
    put((f"“{mention.evidence}”  {place(mention)}", "quiet"), indent="    ")


def _year(fact: PlacedResult | PlacedMention) -> list[str]:
    return [f" ({fact.year})"] if fact.year else []


def trusted(result: PlacedResult) -> Piece:
    """Say whose word a number is."""
    return f" · {_TRUST[result.trust]}", "good" if result.trust is Trust.OWN else "warning"


def place(fact: PlacedResult | PlacedMention) -> str:
    """Say where a fact stands: page, lines, code points."""
    lines = f"{fact.first_line}" if fact.first_line == fact.last_line else f"{fact.first_line}-{fact.last_line}"
    return f"{fact.page}:{lines} at {fact.start}-{fact.end}"
