"""Time of whole processes, against `python -c pass` on the same machine at the same moment.

    python bench/cold_start.py [--runs N] [--target RATIO]

Each round runs every command once, so that a busy moment hits all of them; what is printed are medians of the rounds
and medians of the ratios within a round. Output goes into a pipe. Nothing is stored: the index is a temporary one.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BASELINE = "python -c pass"
PROGRAM = [sys.executable, "-c", "from cli.main import run; run()"]
COMMANDS: dict[str, list[str]] = {
    BASELINE: [sys.executable, "-c", "pass"],
    "import typer": [sys.executable, "-c", "import typer"],
    'papers search "speculative decoding"': [*PROGRAM, "search", "speculative decoding"],
    "papers search --json attention": [*PROGRAM, "search", "--json", "attention"],
    "papers show MiMo-V2-Flash": [*PROGRAM, "show", "MiMo-V2-Flash"],
    "papers list": [*PROGRAM, "list"],
    "papers --help": [*PROGRAM, "--help"],
}
MEASURED = 'papers search "speculative decoding"'


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Run a process to its end and give the time on the wall."""
    started = time.perf_counter()
    subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - started


def rounds(runs: int) -> dict[str, list[float]]:
    """Time every command `runs` times, in turn, after one run that fills the caches of the disk."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PAPERS_DB": str(Path(folder) / "papers.db"), "PYTHONPATH": str(ROOT)}
        seeds = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
        subprocess.run([*PROGRAM, "add", *seeds], env=environment, cwd=ROOT, capture_output=True, check=True)
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for number in range(runs + 1):
            for name, command in COMMANDS.items():
                taken = seconds(command, environment)
                if number:
                    times[name].append(taken)
        return times


def main() -> int:
    """Print the table; exit with 1 where the target is missed."""
    parser = argparse.ArgumentParser(description="Time of whole processes against `python -c pass`.")
    parser.add_argument("--runs", type=int, default=21, help="rounds (default: 21)")
    parser.add_argument("--target", type=float, help="largest ratio of a plain search that is accepted")
    given = parser.parse_args()
    times = rounds(given.runs)
    print(f"{'':40}{'median ms':>10}{'ratio':>8}")
    ratios = {}
    for name, taken in times.items():
        ratios[name] = statistics.median(one / of for one, of in zip(taken, times[BASELINE], strict=True))
        print(f"{name:40}{statistics.median(taken) * 1000:>10.1f}{ratios[name]:>8.2f}")
    return 1 if given.target and ratios[MEASURED] > given.target else 0


if __name__ == "__main__":
    sys.exit(main())
