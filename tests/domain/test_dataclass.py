"""Classes that are made without importing `dataclasses` behave as those that are made with it."""

import dataclasses
import pickle
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from corpus_index.domain import dataclass as light

Decorator = Callable[..., Callable[[type], type]]


def _classes(decorator: Decorator) -> SimpleNamespace:
    @decorator(frozen=True, slots=True)
    class Point:
        x: int
        y: int = 2

        @property
        def total(self) -> int:
            return self.x + self.y

    @decorator(frozen=True, slots=True, kw_only=True)
    class Named(Point):
        y: int = 5
        name: str | None = None

        def __str__(self) -> str:
            return f"<{self.name}>"

    @decorator(frozen=True, slots=True)
    class Other:
        x: int
        y: int = 2

    return SimpleNamespace(point=Point, named=Named, other=Other)


def _answer(call: Callable[[], Any]) -> Any:
    """What a call gives, without the difference between the two kinds of class."""
    try:
        return repr(call()).replace("<locals>.", "")
    except TypeError as error:
        return type(error)


CALLS: dict[str, Callable[[Any], Any]] = {
    "positions": lambda of: (of.point(1), of.point(1, 3), of.other(1)),
    "names": lambda of: (of.point(y=1, x=3), of.named(x=1, name="a"), of.named(1)),
    "text": lambda of: (str(of.point(1)), str(of.named(x=1, name="a"))),
    "property": lambda of: (of.point(1).total, of.named(x=1).total),
    "missing": lambda of: of.point(),
    "unknown": lambda of: of.point(1, z=3),
    "unknown for missing": lambda of: of.point(z=3),
    "too many": lambda of: of.point(1, 2, 3),
    "twice": lambda of: of.point(1, x=3),
    "by name only": lambda of: of.named(1, 2, "a"),
    "equal": lambda of: (of.point(1) == of.point(1, 2), of.point(1) == of.point(2), of.point(1) == of.other(1)),
    "not of one class": lambda of: (of.named(x=1, y=2) == of.point(1), of.point(1) == (1, 2)),
    "hash": lambda of: (len({of.point(1), of.point(1, 2), of.point(2)}), {of.named(x=1): 1}[of.named(x=1)]),
    "pattern": lambda of: (of.point.__match_args__, of.named.__match_args__),
    "slots": lambda of: (hasattr(of.point(1), "__dict__"), hasattr(of.named(x=1), "__dict__")),
    "fields": lambda of: [
        [(field.name, field.type, field.default, field.kw_only) for field in dataclasses.fields(each)]
        for each in (of.named, of.point, of.named(x=1))
    ],
    "replace": lambda of: (dataclasses.replace(of.point(1), x=3), dataclasses.replace(of.named(x=1), y=0)),
    "as a dict": lambda of: (dataclasses.asdict(of.named(x=1)), dataclasses.is_dataclass(of.point)),
    "field names": lambda of: [light.field_names(each) for each in (of.point, of.named, int)],
}
REFUSED = {"missing", "unknown", "unknown for missing", "too many", "twice", "by name only"}


@pytest.mark.parametrize("name", CALLS)
def test_behaves_as_the_real_one(name: str) -> None:
    given = _answer(lambda: CALLS[name](_classes(light.dataclass)))
    assert (given is TypeError) == (name in REFUSED)
    assert given == _answer(lambda: CALLS[name](_classes(dataclasses.dataclass)))


def test_replacing_is_that_of_the_real_one() -> None:
    named = _classes(light.dataclass).named(x=1, name="a")
    for changes in ({}, {"y": 3}, {"x": 2, "name": None}):
        assert light.replace(named, **changes) == dataclasses.replace(named, **changes)


def test_a_real_dataclass_may_inherit() -> None:
    point = _classes(light.dataclass).point
    real = dataclasses.make_dataclass("Real", [("z", int, 9)], bases=(point,), frozen=True)
    assert repr(real(1)) == "Real(x=1, y=2, z=9)"
    assert light.field_names(real) == ("x", "y", "z")


@light.dataclass(frozen=True, slots=True)
class _Kept:
    a: int
    b: tuple[str, ...] = ()


def test_goes_through_a_pipe() -> None:
    assert pickle.loads(pickle.dumps(_Kept(1, ("x",)))) == _Kept(1, ("x",))  # noqa: S301


def test_only_what_is_made_here_can_be_asked_for() -> None:
    with pytest.raises(TypeError, match="frozen"):
        light.dataclass(frozen=False, slots=True)
