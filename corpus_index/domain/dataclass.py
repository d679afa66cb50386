"""`dataclass(frozen=True, slots=True)` of the standard library without its import, for what a search is made of.

Importing the real one takes as long as starting Python, and making a class with it as long as importing a module. The
decorator here makes classes that behave alike, but leaves it to type checkers, which see the real one, that nothing is
assigned to an object. Who asks for the fields of a class (`dataclasses.fields` and `replace`, pydantic) gets the real
ones.
"""

__all__ = ["dataclass", "field_names", "replace"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import dataclass, replace
    from typing import Any
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> object:
        """Make a class of a plan, an annotated class; see `dataclasses.dataclass`."""
        if not (frozen and slots):
            raise TypeError("only frozen classes with slots are made here")
        return lambda plan: _made(plan, kw_only)

    def replace(of: object, **changes: object) -> object:
        """Copy an object with other values in some fields; see `dataclasses.replace`."""
        return type(of)(**{**_values(of), **changes})


def field_names(of: type) -> tuple[str, ...]:
    """Names of the fields of any dataclass, in their order; of another class none."""
    fields = vars(of).get("__dataclass_fields__", ())
    return tuple(vars(of)["_by_name"] if isinstance(fields, _OfRealOne) else fields)


def _made(plan: type, kw_only: bool) -> type:
    own = plan.__annotations__
    # What the name of a field stands for in the plan is its default.
    rest = {name: value for name, value in vars(plan).items() if name not in {*own, "__dict__", "__weakref__"}}
    by_name = getattr(plan, "_by_name", {}) | dict.fromkeys(own, kw_only)
    made = {
        "__init__": _init,
        "__repr__": _repr,
        "__eq__": _eq,
        "__hash__": _hash,
        **rest,
        "__qualname__": plan.__qualname__,
        "__slots__": tuple(name for name in own if name not in getattr(plan, "_by_name", ())),
        "__match_args__": tuple(name for name, only in by_name.items() if not only),
        "__dataclass_fields__": _OfRealOne("__dataclass_fields__", plan, kw_only),
        "__dataclass_params__": _OfRealOne("__dataclass_params__", plan, kw_only),
        "_by_name": by_name,
        "_defaults": getattr(plan, "_defaults", {}) | {name: vars(plan)[name] for name in own if name in vars(plan)},
    }
    return type(plan)(plan.__name__, plan.__bases__, made)


class _OfRealOne:
    """An attribute that the class has once the real decorator has worked on its plan."""

    def __init__(self, name: str, plan: type, kw_only: bool) -> None:
        self._name, self._plan, self._kw_only = name, plan, kw_only

    def __get__(self, _: object, __: type) -> "Any":
        if self._name not in vars(self._plan):
            from dataclasses import dataclass

            dataclass(frozen=True, kw_only=self._kw_only)(self._plan)
        return vars(self._plan)[self._name]


def _init(self: "Any", /, *values: "Any", **named: "Any") -> None:
    names = self.__match_args__
    if not named and len(values) == len(names) == len(self._by_name):
        # As below, for the plainest way to make one: a search makes many.
        for name, value in zip(names, values, strict=True):
            setattr(self, name, value)
        return
    placed = dict(zip(names, values, strict=False)) if values else {}
    given = {**self._defaults, **placed, **named}
    if given.keys() != self._by_name.keys() or len(placed) < len(values) or (placed and placed.keys() & named.keys()):
        raise TypeError(f"{type(self).__name__} takes {', '.join(self._by_name)}")
    for name, value in given.items():
        setattr(self, name, value)


def _values(of: "Any") -> "dict[str, Any]":
    return {name: getattr(of, name) for name in of._by_name}  # noqa: SLF001  a class of this module


def _repr(self: "Any") -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in _values(self).items())})"


def _eq(self: "Any", other: object) -> bool:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: "Any") -> int:
    return hash(tuple(_values(self).values()))
