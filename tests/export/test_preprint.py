"""Preprint and published version are one work, and both can be cited."""

from dataclasses import replace

from made_papers import FULL

from corpus_index.domain.publication import FAMILIES
from corpus_index.export.preprint import preprint

_BOTH = replace(
    FULL,
    year=2025,
    ids={"arxiv": "2401.01234", "doi": "10.1234/a"},
    urls=("https://arxiv.org/abs/2401.01234", "https://publisher.example/a"),
    aliases=("old",),
    publication={"booktitle": "Pebbles", "pages": "1–9", "eprintclass": "cs.CL", FAMILIES: "Le Roe"},
)


def test_the_preprint_has_a_key_year_and_address_of_its_own() -> None:
    cited = preprint(_BOTH)
    assert (cited.key, cited.year, cited.venue, cited.ids) == (
        f"{_BOTH.key}-preprint",
        2024,
        None,
        {"arxiv": "2401.01234"},
    )
    assert cited.urls == ("https://arxiv.org/abs/2401.01234",)
    assert cited.aliases == ()
    assert cited.publication == {"eprintclass": "cs.CL", FAMILIES: "Le Roe"}
    assert (cited.title, cited.authors, cited.abstract) == (_BOTH.title, _BOTH.authors, _BOTH.abstract)


def test_a_paper_without_a_number_stays_as_it_is() -> None:
    published = replace(_BOTH, ids={"doi": "10.1234/a"})
    assert preprint(published) is published
