"""The facts of a paper, each with the words of the page and their place."""

from collections.abc import Iterable

from cli.console import heading, put
from cli.layout import Piece
from corpus_index.domain.amounts import result_line, spec_line
from corpus_index.domain.facts import Fact, Trust
from corpus_index.domain.paper import Paper, SourcedFact, SourcedIntroduction


def print_facts(paper: Paper, numbers: dict[str, int]) -> None:
    """Print every fact under its heading; `numbers` are those of the paper's sources."""
    _print("Introduces", ((fact, _introduction(fact)) for fact in paper.introduces), numbers)
    _print("Numbers that describe it", ((fact, spec_line(fact)) for fact in paper.specs), numbers)
    _print("Results", ((fact, result_line(fact)) for fact in paper.results), numbers)
    _print("Models", ((fact, f"{fact.name} ({fact.role})") for fact in paper.models), numbers)
    _print("Benchmarks", ((fact, fact.name) for fact in paper.benchmarks), numbers)


def _introduction(fact: SourcedIntroduction) -> str:
    long = f" = {fact.long}" if fact.long else ""
    return f"{fact.name}{long} ({fact.kind})"


def _print(title: str, facts: Iterable[tuple[SourcedFact, str]], numbers: dict[str, int]) -> None:
    listed = list(facts)
    if not listed:
        return
    heading(title)
    for fact, line in listed:
        put(line, *_trust(fact.trust), _evidence(fact, numbers[fact.record]), indent="  ", later="      ")


def _evidence(fact: Fact, number: int) -> Piece:
    return f" “{fact.evidence}” [{number}] {fact.start}-{fact.end}", "quiet"


def _trust(trust: Trust) -> list[Piece]:
    if trust is Trust.SUMMARY:
        return [(" (claimed by a summary)", "warning")]
    return [(" (quoted)", "warning")] if trust is Trust.QUOTED else []
