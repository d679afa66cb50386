"""Fuzz one target, guided by coverage: `python -m tests.fuzz TARGET [--seconds 180] [--corpus FOLDER]`.

It needs `atheris` (pip install atheris), which has wheels for Linux. What ends a target, or takes longer than 10
seconds or 2 GB, is printed and written beside the corpus: put it into `tests/fuzz/kept/TARGET/` once it is mended, and
the suite runs it ever after. Without a target, the names of all are printed.
"""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).parent
for folder in (HERE.parent, HERE.parent.parent):
    sys.path.insert(0, str(folder))

_LONGEST_INPUT = 8192
_SECONDS_FOR_ONE = 10
_MEGABYTES = 2048


def main() -> None:
    """Read the arguments and run libFuzzer, which ends the process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", nargs="?")
    parser.add_argument("--seconds", type=int, default=180, help="how long (default: %(default)s)")
    parser.add_argument("--corpus", type=Path, default=Path(".fuzz"), help="where inputs grow (default: %(default)s)")
    asked = parser.parse_args()

    import atheris

    # What a text is compared with is worth trying.
    atheris.enabled_hooks.add("str")
    with atheris.instrument_imports(include=["corpus_index", "cli"], enable_loader_override=False):
        from fuzz.targets import TARGETS
    if asked.target not in TARGETS:
        sys.exit(f"targets: {' '.join(TARGETS)}")
    grown = asked.corpus / asked.target
    grown.mkdir(parents=True, exist_ok=True)
    kept = HERE / "kept" / asked.target
    options = {
        "max_total_time": asked.seconds,
        "max_len": _LONGEST_INPUT,
        "timeout": _SECONDS_FOR_ONE,
        "rss_limit_mb": _MEGABYTES,
        "artifact_prefix": f"{asked.corpus}/{asked.target}.",
        "print_final_stats": 1,
    }
    flags = [f"-{name}={value}" for name, value in options.items()]
    folders = [str(grown), *([str(kept)] if kept.is_dir() else [])]
    broken = asked.corpus / f"{asked.target}.broken"

    def tried(data: bytes) -> None:
        try:
            TARGETS[asked.target](data)
        except BaseException:
            # libFuzzer writes only what it stops itself, such as what takes too long.
            broken.write_bytes(data)
            raise

    atheris.Setup([sys.argv[0], *folders, *flags], tried)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
