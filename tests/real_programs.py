"""Programs that read what is exported, run for real; a test that needs one is skipped where it is absent."""

import shutil
import subprocess
from pathlib import Path

import pytest


def program(name: str) -> str:
    """Where a program is; skips the test where it is absent."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[bytes]:
    """Run a program that must succeed in `folder`."""
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=600, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")[-3000:]
    return done
