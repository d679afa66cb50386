"""docs/licences.md names every package that an installation brings, with the licence that the package says it has."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "licences.md"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {"": PROJECT["dependencies"], **PROJECT["optional-dependencies"]}
ROW = re.compile(r"^\| ([a-z0-9-]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_LONGEST = 60
"""Characters of a name of a licence; some packages give the whole text."""


def installed(name: str) -> Distribution | None:
    """The metadata of a package, `None` where it is not installed."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def licence(package: Distribution) -> str:
    """The licence that the metadata of a package names."""
    told = package.metadata
    (named,) = told.get_all("License") or [""]
    classified = [each.rpartition(" :: ")[2] for each in told.get_all("Classifier") or [] if each.startswith("License")]
    short = [named] if 0 < len(named) <= _LONGEST and "\n" not in named else []
    return str(next(iter([*(told.get_all("License-Expression") or []), *short, *classified]), "not said"))


def required(requirements: Iterable[str], extras: Iterable[str]) -> Iterator[Requirement]:
    """The requirements that hold here, with these extras."""
    for requirement in map(Requirement, requirements):
        if requirement.marker is None or any(requirement.marker.evaluate({"extra": each}) for each in extras):
            yield requirement


@cache
def brought() -> Mapping[str, set[str]]:
    """Every package that is needed, directly or by others, with the extras that bring it."""
    found: dict[str, set[str]] = {}
    for extra, requirements in EXTRAS.items():
        waiting = [] if extra == "test" else list(required(requirements, [""]))
        while waiting:
            requirement = waiting.pop()
            name = canonicalize_name(requirement.name)
            if extra not in found.setdefault(name, set()):
                found[name].add(extra)
                package = installed(name)
                waiting += required(package.requires or () if package else (), requirement.extras or {""})
    return found


def listed() -> dict[str, tuple[str, str]]:
    """The rows of the table: licence, and what brings the package."""
    return {name: (said, extras) for name, said, extras in ROW.findall(DOCUMENT.read_text(encoding="utf-8"))}


def by(extras: set[str]) -> str:
    """What brings a package, in words."""
    return "every installation" if "" in extras else ", ".join(f"`{each}`" for each in sorted(extras))


def test_the_table_is_what_the_packages_say(record_golden: bool) -> None:
    packages = {name: installed(name) for name in brought()}
    # Only who has every extra knows what all of them bring.
    if record_golden and None not in packages.values():
        lines = [f"| {name} | {licence(each)} | {by(brought()[name])} |" for name, each in packages.items() if each]
        head = DOCUMENT.read_text(encoding="utf-8").partition("| package |")[0]
        table = "\n".join(["| package | licence | brought by |", "| --- | --- | --- |", *sorted(lines)])
        DOCUMENT.write_text(f"{head}{table}\n", encoding="utf-8", newline="\n")
    rows = listed()
    for name, package in packages.items():
        assert name in rows, "install every extra, and record the table again"
        said, extras = rows[name]
        assert set(by(brought()[name]).split(", ")) <= set(extras.split(", "))
        assert package is None or said == licence(package)


@pytest.mark.parametrize("extra", [each for each in EXTRAS if each != "test"])
def test_what_is_asked_for_is_in_the_table(extra: str) -> None:
    for requirement in map(Requirement, EXTRAS[extra]):
        assert canonicalize_name(requirement.name) in listed()
