"""What the examples in the docstrings of extraction rules call: text in, one short line for each fact out.

Every line ends with the names of the rules that made the fact, as `papers parse --explain-facts` shows them.
"""

import sys
from collections.abc import Iterable, Mapping

from made_abstracts import record

from corpus_index.domain.facts import Fact
from corpus_index.extract import Explained, explain
from corpus_index.extract.bindings.placing import PLACE_RULES
from corpus_index.extract.reading.rules import name_of


def introduces(abstract: str, title: str | None = None) -> None:
    """Print what a text introduces: name, kind, rules."""
    read = explain(record(abstract, title))
    _print(read, ((fact, f"{fact.name}, {fact.kind}") for fact in read.facts.introduces))


def models(abstract: str, title: str | None = None) -> None:
    """Print the models of a text: name, role, rules."""
    read = explain(record(abstract, title))
    _print(read, ((fact, f"{fact.name}, {fact.role}") for fact in read.facts.models))


def benchmarks(abstract: str, title: str | None = None) -> None:
    """Print the benchmarks of a text: name, rules."""
    read = explain(record(abstract, title))
    _print(read, ((fact, fact.name) for fact in read.facts.benchmarks))


def results(abstract: str, title: str | None = None) -> None:
    """Print the results of a text: bound, value, unit, kind, benchmark, subject, rules."""
    read = explain(record(abstract, title))
    _print(
        read,
        (
            (
                fact,
                " ".join(
                    filter(
                        None,
                        (
                            fact.bound,
                            f"{fact.value:g}" + (f" to {fact.value_high:g}" if fact.value_high is not None else ""),
                            f"of {fact.total:g}" if fact.total is not None else "",
                            fact.unit,
                            fact.kind,
                            f"on {fact.benchmark}" if fact.benchmark else "",
                            f"by {fact.subject}" if fact.subject else "",
                            f"against {fact.baseline}" if fact.baseline else "",
                        ),
                    )
                ),
            )
            for fact in read.facts.results
        ),
    )


def places(abstract: str, title: str | None = None) -> None:
    """Print where the results of a text belong: value, benchmark, and of the rules the one that placed it."""
    shown = {name_of(rule) for rule in PLACE_RULES}
    read = explain(record(abstract, title))
    for fact in read.facts.results:
        rule = next((rule for rule in read.rules.get(fact, ()) if rule in shown), "no rule")
        sys.stdout.write(f"{fact.value:g}{f' on {fact.benchmark}' if fact.benchmark else ''} ({rule})\n")


def readings(abstract: str, title: str | None = None) -> None:
    """Print how the numbers of a text are read: bound, value, unit, kind, and the rule that reads it."""
    read = explain(record(abstract, title))
    for fact in read.facts.results:
        high = f"to {fact.value_high:g}" if fact.value_high is not None else None
        line = " ".join(filter(None, (fact.bound, f"{fact.value:g}", high, fact.unit, fact.kind)))
        sys.stdout.write(f"{line} ({read.rules[fact][0]})\n")


def metrics(abstract: str, title: str | None = None) -> None:
    """Print what the numbers of a text measure: value, metric."""
    for fact in explain(record(abstract, title)).facts.results:
        sys.stdout.write(f"{fact.value:g}: {fact.metric}\n")


def specs(abstract: str, title: str | None = None) -> None:
    """Print the specifications in a text: attribute, value, unit, rules."""
    read = explain(record(abstract, title))
    _print(read, ((fact, f"{fact.attribute} {fact.value:.12g} {fact.unit or ''}".strip()) for fact in read.facts.specs))


def _print(read: Explained, lines: Iterable[tuple[Fact, str]]) -> None:
    rules: Mapping[Fact, tuple[str, ...]] = read.rules
    for fact, line in lines:
        sys.stdout.write(f"{line} ({'; '.join(rules.get(fact, ()))})\n")


EXAMPLES = {each.__name__: each for each in (introduces, models, benchmarks, results, places, readings, metrics, specs)}
