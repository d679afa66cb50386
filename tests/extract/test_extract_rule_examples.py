"""Every extraction rule says in its docstring what it catches, with an example that holds."""

import doctest
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from rule_examples import EXAMPLES

import corpus_index.extract
from corpus_index.extract.reading.rules import name_of

MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(corpus_index.extract.__path__, "corpus_index.extract.")
]


def examples() -> Iterator[doctest.DocTest]:
    """All docstrings of the extraction modules that have examples."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    for module in MODULES:
        for found in finder.find(module, module.__name__, globs=dict(EXAMPLES)):
            if found.examples:
                yield found


def rules() -> Iterator[tuple[ModuleType, Callable[..., Any]]]:
    """All functions that a module lists under a name that ends in RULES."""
    for module in MODULES:
        for name, value in vars(module).items():
            if name.endswith("RULES") and isinstance(value, tuple):
                yield from ((module, rule) for rule in value if inspect.isfunction(rule))


@pytest.mark.parametrize(
    "example", list(examples()), ids=lambda example: example.name.removeprefix("corpus_index.extract.")
)
def test_example(example: doctest.DocTest) -> None:
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(example, out=report.append)
    assert not report, "".join(report)


@pytest.mark.parametrize(("module", "rule"), list(rules()), ids=lambda value: getattr(value, "__name__", ""))
def test_rule_has_an_example_that_it_makes(module: ModuleType, rule: Callable[..., Any]) -> None:
    assert ">>>" in (rule.__doc__ or ""), f"{module.__name__}.{rule.__name__} shows no example"
    shown = rule.__doc__ or ""
    assert name_of(rule) in shown.partition(">>>")[2], f"no example of {rule.__name__} is made by it"
