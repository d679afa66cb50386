"""Author's pages, bare lists of abstracts, and AI summaries, with what varies on them."""

import pytest
from made_pages import LONG, OTHER, THIRD, found, reasons, split

from corpus_index.domain.record import RecordKind

PAIRS = [("Titles and Their Neighbours", LONG), ("Loaf: A Model of Bread", THIRD)]
IN_TURN = "\n".join(line for pair in PAIRS for line in pair)


@pytest.mark.parametrize(
    "heading", ["Publications", "PUBLICATIONS", "Selected Publications:", "📚 Publications (2)", "Recent papers"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n\n\n\n"])
def test_author_page(heading: str, gap: str) -> None:
    text = f"Jane Q. Doe\n{heading}\n{IN_TURN}\n".replace("\n", gap)
    read = split(text)
    assert read.reader == "author-page"
    assert found(text) == PAIRS
    for record in read.records:
        assert [author.text for author in record.authors] == ["Jane Q. Doe"]
        assert not record.authors_complete


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Ludwig van Beer", "Ludwig van Beer"),
        ("María-José O'Neill, PhD", "María-José O'Neill"),
        ("Jane Doe | Example University", "Jane Doe"),
        ("王小明", "王小明"),
        ("Welcome to My Homepage", None),
        ("Deep Learning Lab", None),
        ("research notes", None),
    ],
)
def test_owner_of_an_author_page(line: str, owner: str | None) -> None:
    read = split(f"{line}\nPublications\n{IN_TURN}")
    names = [author.text for record in read.records for author in record.authors]
    assert names == ([owner] * 2 if owner else [])


def test_author_page_ends_with_its_list() -> None:
    read = split(f"Jane Doe\nA biography.\nPublications\n{IN_TURN}\nTeaching\nIntroduction to Baking\n")
    assert len(read.records) == 2
    assert reasons(read) == {
        "Jane Doe": "the page's owner",
        "A biography.": "page header",
        "Publications": "heading",
        "Teaching\nIntroduction to Baking": "another section",
    }


def test_years_and_venues_are_no_titles() -> None:
    first, second = (title for title, _ in PAIRS)
    lines = ["2024", first, "NeurIPS 2024", LONG, "2023", second, "[PDF] [Code]", THIRD]
    assert found("\n".join(["Jane Doe", "Publications", *lines])) == PAIRS


@pytest.mark.parametrize("label", ["Abstract:", "Abstract: ", "ABSTRACT: ", "Abstract—", "Abstract. ", "Abstract :\t"])
@pytest.mark.parametrize("gap", ["\n", "\n\n\n\n\n", "\r\n\r\n", "\n  \n"])
def test_bare_list(label: str, gap: str) -> None:
    text = gap.join(label + abstract for abstract in (LONG, "Probably not.", THIRD))
    read = split(text)
    assert read.reader == "bare-abstracts"
    assert found(text) == [(None, LONG), (None, "Probably not."), (None, THIRD)]
    assert [read.page.text[record.start :][:8].casefold() for record in read.records] == ["abstract"] * 3


def test_label_on_its_own_line() -> None:
    read = split(f"Abstract\n{LONG}\n\nAbstract\n{THIRD}\n")
    assert [(record.start, record.abstract.text) for record in read.records] == [
        (0, LONG),
        (len(LONG) + 11, THIRD),
    ]


def test_a_word_that_begins_with_the_label_is_no_label() -> None:
    abstract = "Abstract-level reasoning is what we study. " + LONG
    assert found(f"Abstract:{abstract}\nAbstract:{THIRD}") == [(None, abstract), (None, THIRD)]


def test_more_of_an_abstract_only_where_sure() -> None:
    more = "The code of our method is available at https://example.org/code."
    assert found(f"Abstract:{LONG}\n{more}\n\nAbstract:{THIRD}") == [(None, f"{LONG}\n{more}"), (None, THIRD)]
    apart = split(f"Abstract:{LONG}\n\n\n{OTHER}\n\n\nAbstract:{THIRD}\n\nAbstract:{LONG}")
    assert len(apart.records) == 3
    assert reasons(apart) == {OTHER: "text without a title or label"}


def test_a_name_above_a_bare_list_is_not_its_author() -> None:
    read = split(f"Jane Doe\nAbstract:{LONG}\n\nAbstract:{THIRD}\n")
    assert [record.authors for record in read.records] == [(), ()]
    assert reasons(read) == {"Jane Doe": "page header"}


@pytest.mark.parametrize(
    ("summary", "abstract"),
    [
        ("🤖 AI Summary", "📝 Abstract"),
        ("AI Summary", "Abstract"),
        ("✨ AI summary:", "📄 Abstract:"),
        ("Summary", "Abstract"),
        ("TL;DR", "ABSTRACT"),
        ("## AI-generated summary", "## Abstract"),
        ("**Summary**", "**Original abstract**"),
        ("AI Summary\n", "Abstract\n"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\r\n\r\n"])
def test_summary_and_abstract(summary: str, abstract: str, gap: str) -> None:
    read = split(gap.join([summary, OTHER, abstract, LONG]))
    assert read.reader == "ai-summary"
    assert [(record.kind, record.abstract.text, record.summarises) for record in read.records] == [
        (RecordKind.SUMMARY, OTHER, 1),
        (RecordKind.ABSTRACT, LONG, None),
    ]
    assert not read.skipped


def test_abstract_before_summary_and_labels_in_the_line() -> None:
    read = split(f"Abstract: {LONG}\n\nTL;DR: {OTHER}\n")
    assert [(record.kind, record.abstract.text, record.summarises) for record in read.records] == [
        (RecordKind.ABSTRACT, LONG, None),
        (RecordKind.SUMMARY, OTHER, 0),
    ]


def test_several_papers_with_titles_and_other_sections() -> None:
    parts = ["🤖 AI Summary", OTHER, "📝 Abstract", LONG, "🔑 Keywords", "bread, titles", "Share"]
    read = split("\n".join(["Titles and Their Neighbours", *parts, "Loaf: A Model of Bread", *parts]))
    assert [record.title.text if record.title else None for record in read.records] == [
        "Titles and Their Neighbours",
        None,
        "Loaf: A Model of Bread",
        None,
    ]
    assert [record.summarises for record in read.records] == [1, None, 3, None]
    assert set(reasons(read).values()) == {"another section", "menu line"}


def test_a_summary_in_points() -> None:
    points = "• It finds titles\n• It finds abstracts\n• It loses nothing"
    read = split(f"AI Summary\n{points}\nAbstract\n{LONG}\n")
    assert [record.abstract.text for record in read.records] == [points, LONG]


def test_wrapped_text_is_one_paragraph() -> None:
    words, lines = LONG.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 72:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    wrapped = "\n".join(lines)
    assert found(f"Daily Papers\n\nTitles\n\n{wrapped}\n\nBread\n\n{THIRD}\n") == [
        ("Titles", wrapped),
        ("Bread", THIRD),
    ]


@pytest.mark.parametrize(
    "form",
    [
        "2001.0000{n}Abstract:{a}\n\n",
        "2001.0000{n}\nAbstract: {a}\n\n",
        "Abstract: {a}\n2001.0000{n}\n\n",
        "2001.0000{n}{a}\n\n",
        "arXiv:2001.0000{n} {a}\n\n",
    ],
)
def test_identifiers_in_a_bare_list(form: str) -> None:
    text = "".join(form.format(a=abstract, n=n) for n, abstract in enumerate((LONG, OTHER, THIRD)))
    read = split(text)
    assert read.reader == "bare-abstracts"
    assert [record.abstract.text for record in read.records] == [LONG, OTHER, THIRD]
    assert [[printed.id.value for printed in record.ids] for record in read.records] == [
        [f"2001.0000{n}"] for n in range(3)
    ]


def test_one_identifier_run_together_with_the_next_abstract() -> None:
    read = split(f"Abstract:{LONG}\n\n2001.00001{OTHER}\n\nAbstract:{THIRD[:90]}")
    assert [record.abstract.text for record in read.records] == [LONG, OTHER, THIRD[:90].strip()]
    assert [len(record.ids) for record in read.records] == [0, 1, 0]


def test_identifiers_and_references_beside_a_summary() -> None:
    works = "References\n[1] Jane Doe. Rolls. 2010.\n[2] R. Roe. Bread. 2011.\n"
    read = split(f"Titles and Bread\narXiv:2001.00001\nAI Summary\n{OTHER}\nAbstract\n2001.00001{LONG}\n{works}")
    summary, abstract = read.records
    assert summary.title is not None
    assert (summary.title.text, abstract.abstract.text) == ("Titles and Bread", LONG)
    assert [len(record.ids) for record in read.records] == [1, 1]
    assert [reference.span.text[:3] for reference in abstract.references] == ["[1]", "[2]"]
