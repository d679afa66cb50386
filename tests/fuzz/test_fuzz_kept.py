"""What fuzzing found stays mended: every target holds its laws on the inputs that are kept, and on parts of them."""

from pathlib import Path

import pytest
from fuzz.targets import TARGETS

KEPT = Path(__file__).parent / "kept"
INPUTS = sorted(path for path in KEPT.rglob("*") if path.is_file())


def test_every_input_has_a_target() -> None:
    assert {path.parent.name for path in INPUTS} <= set(TARGETS)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_targets_hold_on_what_is_kept(path: Path) -> None:
    data = path.read_bytes()
    third = len(data) // 3
    for part in (data, data[:third], data[third:], data[:third] + data[2 * third :], data[::-1]):
        TARGETS[path.parent.name](part)
