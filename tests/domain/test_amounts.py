"""Numbers read as people write them."""

import pytest

from corpus_index.domain.amounts import amount, number, spec_amount
from corpus_index.domain.facts import Bound, Result, ResultKind, Spec


@pytest.mark.parametrize(
    ("value", "text"),
    [(74.0, "74"), (43.33, "43.33"), (-42.0, "-42"), (0.9, "0.9"), (3.09e11, "309000000000"), (1e22, "1e+22")],
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"value": 2.6, "unit": "x", "kind": ResultKind.FACTOR, "bound": Bound.UP_TO}, "up to 2.6x"),
        ({"value": 3.7, "unit": "points", "kind": ResultKind.CHANGE, "bound": Bound.ABOUT}, "about +3.7 points"),
        ({"value": -42.0, "unit": "%", "kind": ResultKind.CHANGE}, "-42%"),
        ({"value": 3.0, "value_high": 13.0, "unit": "%", "kind": ResultKind.CHANGE}, "+3 to +13%"),
        ({"value": 49.0, "total": 658.0, "unit": "problems", "kind": ResultKind.COUNT}, "49 of 658 problems"),
        ({"value": 42.0, "unit": "USD", "kind": ResultKind.COST}, "$42"),
        ({"value": 74.0, "kind": ResultKind.SCORE}, "74"),
    ],
)
def test_amounts(values: dict[str, object], text: str) -> None:
    assert amount(Result(evidence="", start=0, end=0, **values)) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (309e9, "parameters", "309B parameters"),
        (256000, "tokens", "256k tokens"),
        (1.5e12, "tokens", "1.5T tokens"),
        (131072, "tokens", "131072 tokens"),
        (36, None, "36"),
        (5, ":1", "5:1"),
    ],
)
def test_specifications(value: float, unit: str | None, text: str) -> None:
    spec = Spec(evidence="", start=0, end=0, subject=None, attribute="", value=value, unit=unit)
    assert spec_amount(spec) == text
