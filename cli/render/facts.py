"""The facts of a paper, each with the words of the page and their place."""

from collections.abc import Iterable

from cli.console import heading, put
from cli.layout import Piece
from corpus_index.domain.amounts import amount, comparison, spec_amount
from corpus_index.domain.facts import Fact, Result, Spec, Trust
from corpus_index.domain.paper import (
    Paper,
    SourcedBenchmarkMention,
    SourcedIntroduction,
    SourcedModelMention,
    SourcedResult,
    SourcedSpec,
)

_Sourced = SourcedIntroduction | SourcedModelMention | SourcedBenchmarkMention | SourcedResult | SourcedSpec


def print_facts(paper: Paper, numbers: dict[str, int]) -> None:
    """Print every fact under its heading; `numbers` are those of the paper's sources."""
    _print("Introduces", ((fact, _introduction(fact)) for fact in paper.introduces), numbers)
    _print("Numbers that describe it", ((fact, spec_line(fact)) for fact in paper.specs), numbers)
    _print("Results", ((fact, result_line(fact)) for fact in paper.results), numbers)
    _print("Models", ((fact, f"{fact.name} ({fact.role})") for fact in paper.models), numbers)
    _print("Benchmarks", ((fact, fact.name) for fact in paper.benchmarks), numbers)


def result_line(result: Result) -> str:
    """Say a result in one line: number, metric, benchmark, subject, baseline."""
    line = amount(result)
    if result.metric:
        line += f" {result.metric}"
    if result.benchmark:
        line += f" on {result.benchmark}"
    if result.subject:
        line += f", {result.subject}"
    return f"{line}, {comparison(result.baseline)}" if result.baseline else line


def spec_line(spec: Spec) -> str:
    """Say a specification in one line: number, attribute, subject."""
    number = spec_amount(spec)
    if spec.unit and spec.attribute.endswith(spec.unit):
        line = number.removesuffix(spec.unit) + spec.attribute
    else:
        line = f"{spec.attribute} {number}"
    return f"{line}, {spec.subject}" if spec.subject else line


def _introduction(fact: SourcedIntroduction) -> str:
    long = f" = {fact.long}" if fact.long else ""
    return f"{fact.name}{long} ({fact.kind})"


def _print(title: str, facts: Iterable[tuple[_Sourced, str]], numbers: dict[str, int]) -> None:
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
