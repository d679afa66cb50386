"""Lists of titles and abstracts in turn: Daily Papers with all that varies on them."""

import pytest
from made_pages import LONG, OTHER, THIRD, found, reasons, split

PAPERS = [("Titles and Their Neighbours", LONG), ("What Is Worth a Look?", OTHER), ("Loaf: A Model of Bread", THIRD)]
HEADER = "Daily Papers\n\nby AK and the research community\n\n"


def listing(papers: list[tuple[str, str]], header: str = HEADER, between: str = "") -> str:
    """A page with these papers."""
    return header + "".join(f"{title}\n\n{abstract}\n\n{between}" for title, abstract in papers)


@pytest.mark.parametrize(
    "header",
    [
        "",
        HEADER,
        HEADER + "Jul 31\n\n",
        HEADER + "July 31, 2025\n\n",
        HEADER + "2025-07-31\n\n",
        HEADER + "Thu, 31 Jul 2025\n\n",
        HEADER + "Week 31\n\n",
        "new\n\nGet trending papers in your email inbox once a day!\n\nSubscribe\n\n" + HEADER + "Sep 1\n\n",
        "Models\nDatasets\nSpaces\nPricing\nLog In\nSign Up\n" + HEADER,
        "Some Site\n\nNobody Knows This Line\n\n" + HEADER + "Aug 12\n\n",
        "Daily Papers\n\n",
        "\n\n\n   \n",
    ],
)
def test_any_header(header: str) -> None:
    assert found(listing(PAPERS, header)) == PAPERS


@pytest.mark.parametrize(
    "between",
    [
        "  • 12 authors\n·\nOct 3, 2025 2\n\n",
        "1 author\n\n",
        "3 authors · Jul 31, 2025\n\n",
        "45\n\n1.2k\n\n",
        "Submitted by\n\nsomebody\n\n",
        "\n\n\n\n\n",
        "----------\n\n",
        "View arXiv page\n\nView PDF\n\nUpvote\n\n23\n\n",
        "https://example.org/abs/1\n\n",
    ],
)
def test_lines_between_papers_are_in_no_record(between: str) -> None:
    assert found(listing(PAPERS, between=between)) == PAPERS


@pytest.mark.parametrize("break_", ["\r\n", "\r", "\n\n", "\n \t\n"])
def test_line_ends(break_: str) -> None:
    assert found(listing(PAPERS).replace("\n", break_)) == PAPERS


def test_spans_count_windows_line_ends() -> None:
    read = split(listing(PAPERS).replace("\n", "\r\n"))
    assert read.records[0].start == len("Daily Papers\r\n\r\nby AK and the research community\r\n\r\n")


@pytest.mark.parametrize(
    "title",
    [
        "Bread",
        "Search",
        "Why?",
        "Loaf: A Model: of Bread",
        "3D",
        "#Tags for Bread",
        "1 + 1 = 2",
        "No More Kneading.",
        "We Should Knead Less and Wait More, Said the Baker.",
        "Proving, Resting, Baking: Three Lives of a Loaf",
        "Learning to bake in the age of ovens. An empirical study of large loaves in the kitchens of the world today",
        "パンの研究",
        "🍞 Loaf",
        "$\\alpha$-Bread and (almost) nothing else",
        "Copyright in Recipes: What Is Left of It",
        "Results of the Great Bake Off 2024",
        "July Is Too Hot for Dough",
    ],
)
def test_odd_titles(title: str) -> None:
    papers = [PAPERS[0], (title, OTHER), PAPERS[2]]
    assert found(listing(papers)) == papers
    assert found(listing(papers, header="")) == papers


@pytest.mark.parametrize(
    "abstract",
    [
        "Probably not.",
        "We show that bread rises.",
        "We show that J. Baker's Equivariant Torsion Vanishes for Compact Loaves.",
        "This paper is withdrawn. We found a mistake in the oven.",
        "We obtain the best possible bounds for the number of loaves in a basket of bounded size",
        "Can a loaf left in a warm place for as long as a year or so grow to be as big as the room it is in, or no?",
        "面包会发酵。我们研究了二百个面包。",
    ],
)
def test_short_abstracts(abstract: str) -> None:
    papers = [PAPERS[0], ("A Short Note on Bread", abstract), PAPERS[2]]
    assert found(listing(papers)) == papers


def test_short_abstract_comes_first() -> None:
    papers = [("A Short Note on Bread", "We show that bread rises."), *PAPERS]
    assert found(listing(papers, between="Oct 3, 2025 2\n\n")) == papers


def test_second_paragraph_belongs_to_the_abstract() -> None:
    whole = f"{LONG}\n\nThe code of our method is available at https://example.org/code."
    papers = [("Titles and Their Neighbours", whole), *PAPERS[1:]]
    assert found(listing(papers)) == papers
    papers = [("Titles and Their Neighbours", f"{LONG}\n\n{OTHER}"), *PAPERS[1:]]
    assert found(listing(papers)) == papers


def test_page_cut_in_a_sentence() -> None:
    for length in (60, 120, 250):
        text = THIRD[:length].rstrip()
        assert found(listing([*PAPERS[:2], ("Loaf: A Model of Bread", text)])) == [
            *PAPERS[:2],
            ("Loaf: A Model of Bread", text),
        ]


def test_page_cut_below_a_title() -> None:
    read = split(listing(PAPERS[:2]) + "Loaf: A Model of Bread\n")
    assert len(read.records) == 2
    assert reasons(read)["Loaf: A Model of Bread"] == "below the last paper"


def test_what_is_passed_over_has_a_reason() -> None:
    read = split("Subscribe\n\n" + HEADER + "Jul 31\n\n" + listing(PAPERS, "", "3 authors\n\n") + "© 2025 A Site\n")
    assert reasons(read) == {
        "Subscribe": "menu line",
        "Daily Papers\n\nby AK and the research community": "page header",
        "Jul 31": "date",
        "3 authors": "number of authors, votes or comments",
        "© 2025 A Site": "legal notice",
    }


def test_a_line_of_authors_names_the_authors() -> None:
    text = listing([(f"{title}\nJane Doe, Ludwig van Beer and J.-P. Sartre", abstract) for title, abstract in PAPERS])
    read = split(text)
    assert found(text) == PAPERS
    assert [author.text for author in read.records[0].authors] == ["Jane Doe", "Ludwig van Beer", "J.-P. Sartre"]
    assert read.records[0].authors_complete
    some = split(text.replace(" and J.-P. Sartre", ", et al."))
    assert [author.text for author in some.records[0].authors] == ["Jane Doe", "Ludwig van Beer"]
    assert not some.records[0].authors_complete


def test_labels_under_titles_are_no_part_of_the_abstract() -> None:
    labelled = [(title, f"Abstract: {abstract}") for title, abstract in PAPERS]
    assert found(listing(labelled, header="")) == PAPERS


@pytest.mark.parametrize("button", ["Subscribe", "Sign Up", "Log In"])
@pytest.mark.parametrize("header", ["new\n\nGet trending papers in your email inbox!\n\n", HEADER, ""])
def test_button_run_together_with_the_first_title(button: str, header: str) -> None:
    text = listing(PAPERS, header + button)
    assert found(text) == PAPERS
    assert any(button in passed and reason == "menu line" for passed, reason in reasons(split(text)).items())


@pytest.mark.parametrize("title", ["SubscribeBench: A Model of Bread", "ShareGPT in the Kitchen"])
def test_names_that_begin_with_a_button(title: str) -> None:
    papers = [PAPERS[0], (title, OTHER)]
    assert found(listing(papers)) == papers


def numbers(text: str) -> list[list[str]]:
    """The identifiers of each record."""
    return [[f"{printed.id.value}{printed.id.version or ''}" for printed in each.ids] for each in split(text).records]


@pytest.mark.parametrize(
    "form",
    [
        "{t}\n\narXiv:2001.0000{n}v2\n\n{a}\n\n",
        "{t}\n\n2001.0000{n}v2{a}\n\n",
        "{t}\n\narXiv:2001.0000{n}v2 {a}\n\n",
        "{t}\n\n{a}\n\nhttps://arxiv.org/abs/2001.0000{n}v2\n\n",
        "arXiv:2001.0000{n}v2 [cs.CL] 6 Jan 2020\n\n{t}\n\n{a}\n\n",
        "{t}\n{a}\n2001.0000{n}v2\n\n",
    ],
)
@pytest.mark.parametrize("break_", ["\n", "\r\n"])
def test_identifiers_on_lines_and_run_together(form: str, break_: str) -> None:
    text = "".join(form.format(t=title, a=abstract, n=n) for n, (title, abstract) in enumerate(PAPERS))
    assert found(text.replace("\n", break_)) == PAPERS
    assert numbers(text.replace("\n", break_)) == [[f"2001.0000{n}v2"] for n in range(3)]


def test_an_identifier_between_two_papers_may_be_of_either() -> None:
    (first, one), (second, two) = PAPERS[:2]
    assert numbers(f"{first}\n\n{one}\n\n2001.00001\n\n{second}\n\n{two}\n") == [[], []]
    assert numbers(f"{first}\n{one}\n2001.00001\n\n{second}\n{two}\n") == [["2001.00001"], []]
    assert numbers(f"{first}\n{one}\n\n2001.00001\n{second}\n{two}\n") == [[], ["2001.00001"]]


@pytest.mark.parametrize(
    "works",
    [
        ["[1] Jane Doe. Rolls. 2010. doi:10.1234/rolls", "[2] R. Roe. Bread. arXiv:1901.00001"],
        ["1. Jane Doe. Rolls. doi:10.1234/rolls", "2. R. Roe. Bread. arXiv:1901.00001"],
        ["Doe, J. and Roe, R. (2010). Rolls. doi:10.1234/rolls", "Roe, R. Bread. Baker, 2019. arXiv:1901.00001"],
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
def test_references_below_an_abstract(works: list[str], gap: str) -> None:
    section = "".join(f"{line}\n" for line in ("References", *works))
    text = listing(PAPERS, between=section).replace("\n", gap)
    assert found(text) == PAPERS
    for record in split(text).records:
        assert [reference.span.text for reference in record.references] == works
        assert [[each.value for each in reference.ids] for reference in record.references] == [
            ["10.1234/rolls"],
            ["1901.00001"],
        ]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("label", ["Abstract: ", "Abstract\n"])
@pytest.mark.parametrize("names", ["Jane Doe, Ludwig van Beer", "Ron Roe"])
def test_one_paper_with_a_label_is_enough(gap: str, label: str, names: str) -> None:
    text = f"A Note on Bread\n{names}\n{label}We show that bread rises.\n".replace("\n", gap)
    assert found(text) == [("A Note on Bread", "We show that bread rises.")]
    assert [author.text for author in split(text).records[0].authors] == names.split(", ")


def test_a_paper_of_one_author_among_others() -> None:
    one, other = PAPERS[0], ("Toast Is All You Need", "We study toast. It is good.")
    text = f"My notes\n\n{one[0]}\nJane Doe, Ron Roe\nAbstract: {one[1]}\n\n{other[0]}\nJim Poe\nAbstract: {other[1]}\n"
    assert found(text) == [one, other]
    assert [[author.text for author in record.authors] for record in split(text).records] == [
        ["Jane Doe", "Ron Roe"],
        ["Jim Poe"],
    ]
    assert split(text).records[1].authors_complete


def test_a_short_title_below_a_line_of_the_page_is_no_author() -> None:
    text = f"Toast and Its Friends.\n\nCrispy Toast\n\nAbstract: {LONG}\n\n{PAPERS[1][0]}\n\nAbstract: {OTHER}\n"
    assert found(text)[0] == ("Crispy Toast", LONG)


def test_a_pasted_page_of_one_paper_with_fields_around_it() -> None:
    text = (
        "Computer Science > Bread and Butter\n\narXiv:2001.00001 (cs)\n\n[Submitted on 1 Jan 2020 (v1), last "
        f"revised 3 Jan 2020 (this version, v2)]\n\n{PAPERS[0][0]}\n\nJane Doe, Ron Roe\n\nView PDF\n\n"
        f"Abstract:{LONG}\n\n"
        "Comments:\t12 loaves\nSubjects:\tBread and Butter (cs.BB)\nCite as:\tarXiv:2001.00001 [cs.BB]\n"
        "\t(or arXiv:2001.00001v2 [cs.BB] for this version)\n\thttps://doi.org/10.48550/arXiv.2001.00001\n"
    )
    assert found(text) == [PAPERS[0]]
    assert numbers(text) == [["2001.00001"]]
    assert reasons(split(text))["Computer Science > Bread and Butter"] == "field of the site"
    names = [author.text for author in split(text).records[0].authors]
    assert names == ["Jane Doe", "Ron Roe"]


def test_a_pasted_listing_with_numbered_papers() -> None:
    papers = [*PAPERS[:2], ("Toast at Home", "We show that toast can be made at home.")]
    text = (
        "Bread and Butter\nAuthors and titles for recent submissions\n\nShowing new listings for Friday, 3 Jan 2020\n\n"
    )
    text += "".join(
        f"[{n}] arXiv:2001.0000{n} [pdf, html, other]\nTitle: {title}\nJane Doe, Ron Roe\nComments: 12 loaves\n"
        f"Subjects: Bread and Butter (cs.BB)\n{abstract}\n\n"
        for n, (title, abstract) in enumerate(papers, 1)
    )
    assert found(text) == papers
    assert numbers(text) == [["2001.00001"], ["2001.00002"], ["2001.00003"]]
    assert {author.text for record in split(text).records for author in record.authors} == {"Jane Doe", "Ron Roe"}


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("摘要：", "本文研究了面包的发酵过程，提出了一种新的方法来测量面团的体积。实验结果表明，该方法优于现有方法。"),
        ("【要旨】", "本研究ではパンの膨らみを測定する新しい手法を提案する。実験の結果、提案手法は高い精度を示した。"),
        ("초록: ", "본 연구에서는 빵이 부푸는 정도를 측정하는 새로운 방법을 제안한다. 실험 결과 정확도가 높았다."),
        ("Résumé : ", "Nous étudions la levée du pain et proposons une mesure. Elle marche sur trois jeux de données."),
        ("Аннотация: ", "Мы изучаем подъём хлеба и предлагаем новый метод. Он точнее прежних."),
    ],
)
def test_labels_of_other_languages(label: str, text: str) -> None:
    told = [("A B", text), ("C D", text)]
    assert found("\n\n".join(f"{title}\n{label}{text}" for title, _ in told)) == told
    assert found("\n\n".join(f"{label}{text}" for _ in told)) == [(None, text)] * 2
