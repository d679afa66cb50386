"""What a core install adds to an empty virtual environment, in megabytes, the largest packages first.

    python bench/install_size.py [--limit MB]

Bytecode is counted, as pip compiles what it installs. Needs a package index. Nothing is kept.
"""

import argparse
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHOWN = 12
MB = 1e6


def size(path: Path) -> int:
    """Bytes of all files under `path`, or of the file itself."""
    if path.is_file():
        return path.stat().st_size
    return sum(each.stat().st_size for each in path.rglob("*") if each.is_file() and not each.is_symlink())


def added() -> dict[str, int]:
    """Bytes that the install adds to each folder of packages that is new or grew, by name."""
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "venv"
        venv.create(environment, with_pip=True)
        before = {path: size(path) for path in packages(environment)}
        program = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        command = [str(program), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(ROOT)]
        subprocess.run(command, check=True)
        grown = {path.name: size(path) - before.get(path, 0) for path in packages(environment)}
    return {name: bytes_ for name, bytes_ in grown.items() if bytes_}


def packages(environment: Path) -> list[Path]:
    """What lies in the folder of installed packages."""
    (found,) = environment.rglob("site-packages")
    return sorted(found.iterdir())


def main() -> int:
    """Print the table; exit with 1 where the limit is passed."""
    parser = argparse.ArgumentParser(description="What a core install adds to an empty virtual environment.")
    parser.add_argument("--limit", type=float, metavar="MB", help="most that is accepted")
    given = parser.parse_args()
    grown = added()
    for name in sorted(grown, key=lambda name: -grown[name])[:SHOWN]:
        print(f"{name:40}{grown[name] / MB:>8.1f}")
    total = sum(grown.values()) / MB
    print(f"{'all':40}{total:>8.1f} MB")
    return 1 if given.limit and total > given.limit else 0


if __name__ == "__main__":
    sys.exit(main())
