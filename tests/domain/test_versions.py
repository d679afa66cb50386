"""Which versions of a work its records print."""

import random

import pytest

from corpus_index.domain.version import versions_of

_ARXIV = {"arxiv": "2401.00001"}
_DOI = {"doi": "10.1145/1.2"}
_PREPRINT = ("preprint", "arXiv", 2024, _ARXIV)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], []),
        ([(None, 2024, _ARXIV)], []),
        ([("ACL", 2024, {}), ("acl", None, {})], []),
        ([("arXiv cs.CL", 2024, _ARXIV), ("ACL", 2025, {})], [_PREPRINT, ("published", "ACL", 2025, {})]),
        ([("ACL", 2025, _ARXIV | _DOI)], [_PREPRINT, ("published", "ACL", 2025, _DOI)]),
        ([(None, 2024, _ARXIV | _DOI), ("ACL", 2025, _DOI)], [_PREPRINT, ("published", "ACL", 2025, _DOI)]),
        ([("bioRxiv", 2023, _DOI), ("Cell", 2024, {"doi": "10.1016/3"})],
         [("preprint", "bioRxiv", 2023, _DOI), ("published", "Cell", 2024, {"doi": "10.1016/3"})]),
        ([("Cell", 2024, {"doi": "10.1016/3"}), ("Cell", 2024, {"doi": "10.1016/4"})],
         [("published", "Cell", 2024, {"doi": "10.1016/3"}), ("published", "Cell", 2024, {"doi": "10.1016/4"})]),
    ],
)  # fmt: skip
def test_versions(
    records: list[tuple[str | None, int | None, dict[str, str]]],
    expected: list[tuple[str, str | None, int | None, dict[str, str]]],
) -> None:
    for seed in range(2):
        found = versions_of(random.Random(seed).sample(records, len(records)))  # noqa: S311
        assert [(each.kind.value, each.venue, each.year, each.ids) for each in found] == expected
