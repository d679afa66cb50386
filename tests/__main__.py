"""The one test command: `python -m tests` runs ruff, mypy and pytest, and fails if any of them fails.

Arguments go to pytest. It works from the root of the checkout, on any system.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("pytest", "-n", "auto"),
)
"""Modules and their arguments; pytest uses all cores, and is last, so that its closing line ends a good run."""


def main(arguments: list[str]) -> int:
    """Run every check, whatever became of those before it, and return 1 where one failed."""
    failed = []
    for module, *options in CHECKS:
        more = arguments if module == "pytest" else []
        command = [sys.executable, "-m", module, *options, *more]
        sys.stdout.write(f"== {' '.join([module, *options, *more])}\n")
        sys.stdout.flush()
        if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
            failed.append(" ".join([module, *options]))
    if failed:
        sys.stderr.write(f"failed: {', '.join(failed)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
