"""Libraries in JavaScript that are carried along: unchanged, with their versions and licences."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

import corpus_index.site

VENDOR = Path(corpus_index.site.__file__).parent / "assets" / "vendor"
AXE = Path(__file__).parent / "axe-core"
LIBRARIES = {
    VENDOR / "d3-dispatch.min.js": ("3.0.2", "5afe071dad74c14cd580f540c9ec85b0755eed78b7f9ed3e9f63b989fc41aa4b"),
    VENDOR / "d3-force.min.js": ("3.0.1", "ed05b52ecfe280d753ebab954e4e1f24097952480a9d277be55b6ba297bf4a9b"),
    VENDOR / "d3-quadtree.min.js": ("3.0.2", "6bd9974b3efdf9c22942a6fb9a5a027ee39f81a6c27b09a3444c9e911796f439"),
    VENDOR / "d3-timer.min.js": ("3.0.2", "f6b80ed73b21d01658db60d1c04adb88adc70f885346ae07d59ed69ba0348849"),
    VENDOR / "minisearch.js": ("7.2.0", "4e02b9fa52f244c377d737c7d06cda6bce967d137254e8532d6c79f68469bef3"),
    AXE / "axe.min.js": ("4.14.1", "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"),
}
"""Their versions and SHA-256, as npm has them; minisearch.js is without the name of its source map."""


@pytest.mark.parametrize("file", LIBRARIES, ids=lambda file: file.name)
def test_a_library_is_the_version_that_it_is_said_to_be(file: Path) -> None:
    version, digest = LIBRARIES[file]
    content = file.read_bytes()
    assert sha256(content).hexdigest() == digest
    own = re.search(r"\bv(\d+\.\d+\.\d+)\b", content[:200].decode())
    assert own is None or own[1] == version


def test_every_library_stands_in_the_licences_with_its_version() -> None:
    carried = {*VENDOR.glob("*.js"), *AXE.glob("*.js")}
    assert carried == LIBRARIES.keys()
    licences = (VENDOR / "LICENSES.txt").read_text(encoding="utf-8")
    for file, (version, _) in LIBRARIES.items():
        assert file.parent == AXE or f"{file.name} {version}" in licences
    assert licences.count("Copyright ") == 2
    assert "Mozilla Public License, version 2.0" in (AXE / "LICENSE").read_text(encoding="utf-8")
