"""Patterns such as `*.txt`, which shells of Windows leave to programs."""

import os
from glob import glob
from pathlib import Path


def expanded(paths: list[str], *, shell_expands: bool = os.name != "nt") -> list[str]:
    """Replace patterns by the files that fit, sorted, where the shell has not done so.

    What is the name of a file is no pattern, and a pattern that nothing fits stays, to be reported as missing.
    """
    if shell_expands:
        return paths
    found: list[str] = []
    for path in paths:
        is_pattern = any(sign in path for sign in "*?[") and not Path(path).exists()
        matches = sorted(glob(path)) if is_pattern else []  # noqa: PTH207  a pattern may be absolute
        found.extend(matches or [path])
    return found
