"""Identifiers in addresses and in running text."""

import pytest

from corpus_index.pages.fields.identifiers import identifier, identifiers


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("https://link.springer.com/article/10.1234/s1-020-1", "10.1234/s1-020-1"),
        ("https://link.springer.com/chapter/10.1234/978-3_2?error=x", "10.1234/978-3_2"),
        ("https://www.biorxiv.org/content/10.1101/2020.01.02.573901v1?rss=1", "10.1101/2020.01.02.573901"),
        ("https://www.biorxiv.org/content/10.1101/641381v2.full.pdf", "10.1101/641381"),
        ("https://www.medrxiv.org/content/10.1101/2020.03.01.20001v3.full", "10.1101/2020.03.01.20001"),
        ("https://doi.org/10.1234/v2", "10.1234/v2"),
    ],
)
def test_dois_in_addresses(address: str, value: str) -> None:
    found = identifier(address)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It goes on from https://arxiv.org/abs/2401.00001v2.", ["2401.00001"]),
        ("(https://arxiv.org/pdf/2401.00001v3.pdf)", ["2401.00001"]),
        ("as shown [arXiv:2401.00002 [cs.CL]]", ["2401.00002"]),
        ("in arXiv 2401.00003 and in arXiv preprint 2401.00004", ["2401.00003", "2401.00004"]),
        (
            "on arXiv.org:2401.00003, on [arXiv:/2401.00004], as arXiv e-print 2401.00005",
            ["2401.00003", "2401.00004", "2401.00005"],
        ),
        ("arXiv:2401.00001, 2401.00002v1 and 2401.00003", ["2401.00001", "2401.00002", "2401.00003"]),
        ("arXiv:\n2401.00004 and https://arxiv.org/abs/\n2401.00005", ["2401.00004", "2401.00005"]),
        ("as Bub says in 2401.00006v1 [quant-ph]", ["2401.00006"]),
        (
            "see hep-th/9901001, math.QA/0404446v2 and [cs/0604017,math/0412202]",
            ["hep-th/9901001", "math/0404446", "cs/0604017", "math/0412202"],
        ),
        ("http://www.arxiv.org/math.MG/0512058", ["math/0512058"]),
        ("https://openalex.org/W2741809807, https://api.openalex.org/works/w7", ["W2741809807", "W7"]),
        (f"https://www.semanticscholar.org/paper/On-Birds/{'0a' * 20}", ["0a" * 20]),
        (f"https://openalex.org/A5023888391 and semanticscholar.org/paper/{'0a' * 21}", []),
        ("(DOI: 10.1016/S0140-6736(20)30183-5), a trial", ["10.1016/s0140-6736(20)30183-5"]),
        ("https://doi.org/10.1016%2FS0140-6736(20)30183-5 now", ["10.1016/s0140-6736(20)30183-5"]),
        ("2401.00001 metres, 4U 1785-248, SAXJ1808.43658, 9272.5105 MHz", []),
        ("On 2401.00001 samples from arXiv, 2402.00001 of them new", []),
        ("arxiv:2401.000011 or arXiv:2413.00001 or viXra:0911.0025", []),
        ("10.0.0.0/8, 10.1145 g/kg, version 10.11/45", []),
        ("and/0412202, path/math/0412202, math/1312202, math/04122021, hep-th/0413001", []),
    ],
)
def test_identifiers_in_text(text: str, values: list[str]) -> None:
    assert [each.value for each, _, _ in identifiers(text)] == values
    for each, start, end in identifiers(text):
        assert each.value.rpartition("/")[2].casefold() in text[start:end].casefold()
