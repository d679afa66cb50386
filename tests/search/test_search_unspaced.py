"""Words of writings without spaces are found within runs of characters, which the full-text index does not cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from searched_papers import SearchedPapers, searched_papers
from sqlite_utils import Database
from workbench import Workbench

from corpus_index.domain.unspaced import is_unspaced
from corpus_index.search import matching, search
from corpus_index.search.unspaced import escaped, found_literally
from corpus_index.store import open_store
from corpus_index.store.new_texts import read_new_texts
from corpus_index.store.pairs import set_apart

_PAPERS = (
    ("zh", "大规模语言模型的推理", "我们提出一种用于大规模语言模型的推测解码方法。它在GPT模型上更快。"),
    ("ja", "音声モデル", "本研究では、音声言語モデルを提案する。"),
    ("ko", "언어모델의 추론", "우리는 HanLM을 제안한다. 언어모델은 100%_정확도"),
    ("en", "Decoding", "We present a method for decoding of language models."),
)


@pytest.fixture(scope="module")
def index() -> Iterator[SearchedPapers]:
    with searched_papers(_PAPERS) as made:
        set_apart(Database(made.connection))
        yield made


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("语言模型", ("zh",)),
        ("推测解码", ("zh",)),
        ("gpt模型", ("zh",)),
        ("pt模型", ("zh",)),
        ("GPT", ("zh",)),
        ("gpt 解码", ("zh",)),
        ("HanLM", ("ko",)),
        ("title:GPT", ()),
        ("PT", ()),
        ("型", ("zh",)),
        ("モデル", ("ja",)),
        ("언어모델", ("ko",)),
        ('"大规模语言"', ("zh",)),
        ("语言 -推理", ()),
        ("推测 OR 音声", ("ja", "zh")),
        ("title:推测", ()),
        ("title:推理", ("zh",)),
        ("abstract:推理", ()),
        ("语言*", ("zh",)),
        ("0%_정확", ("ko",)),
        ("0__정확", ()),
        ("decoding 语言", ()),
        ("魚", ()),
    ],
)
def test_what_matches(index: SearchedPapers, query: str, keys: tuple[str, ...]) -> None:
    assert matching(index, query) == keys


def test_the_characters_are_marked(index: SearchedPapers) -> None:
    (hit,) = search(index, "语言模型").hits
    title, abstract = hit.snippets
    assert [title.text[start:end] for start, end in title.marks] == ["语言模型"]
    assert [abstract.text[start:end] for start, end in abstract.marks] == ["语言模型"]
    assert hit.score >= 1


def test_words_that_the_characters_touch_are_marked(index: SearchedPapers) -> None:
    (hit,) = search(index, "gpt").hits
    (abstract,) = hit.snippets
    assert [abstract.text[start:end] for start, end in abstract.marks] == ["GPT"]


def test_changed_and_removed_papers_leave_the_index_of_pairs(index: SearchedPapers) -> None:
    connection = index.connection
    connection.execute("BEGIN")
    try:
        connection.execute("UPDATE papers SET abstract = '新しい文章' WHERE key = 'ja'")
        read_new_texts(Database(connection))
        assert (matching(index, "新し"), matching(index, "本研究")) == (("ja",), ())
        connection.execute("DELETE FROM papers WHERE key = 'ja'")
        assert connection.execute("SELECT count(*) FROM papers_pairs").fetchone()[0] == len(_PAPERS) - 2
    finally:
        connection.execute("ROLLBACK")


@given(st.text("模型语言推測モ언aB%_ ", min_size=1, max_size=6))
def test_the_index_of_pairs_loses_nothing(index: SearchedPapers, text: str) -> None:
    if not is_unspaced(text):
        return
    found = found_literally(text, ("title", "abstract"))
    sql = "SELECT key FROM papers WHERE {} ORDER BY key"
    held = "(title LIKE ?1 ESCAPE '\\' OR abstract LIKE ?1 ESCAPE '\\')"
    scanned = index.connection.execute(sql.format(held), (f"%{escaped(text)}%",)).fetchall()
    assert index.connection.execute(sql.format(found.sql), found.values).fetchall() == scanned


def test_added_pages_are_found_by_their_latin_words(tmp_path: Path) -> None:
    bench = Workbench(tmp_path)
    with open_store(
        bench.index(bench.page("zh.txt", ("一种新方法", "我们在Zephyr-7B模型上测试了推测解码。")))
    ) as store:
        assert [hit.title for hit in search(store, "zephyr-7b 解码").hits] == ["一种新方法"]
