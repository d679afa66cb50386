"""Words of writings without spaces are found within runs of characters, which the full-text index does not cut."""

from collections.abc import Iterator

import pytest
from searched_papers import SearchedPapers, searched_papers

from corpus_index.search import matching, search

_PAPERS = (
    ("zh", "大规模语言模型的推理", "我们提出一种用于大规模语言模型的推测解码方法。它在GPT模型上更快。"),
    ("ja", "音声モデル", "本研究では、音声言語モデルを提案する。"),
    ("ko", "언어모델의 추론", "우리는 언어모델을 제안한다. 100%_정확도"),
    ("en", "Decoding", "We present a method for decoding of language models."),
)


@pytest.fixture(scope="module")
def index() -> Iterator[SearchedPapers]:
    with searched_papers(_PAPERS) as made:
        yield made


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("语言模型", ("zh",)),
        ("推测解码", ("zh",)),
        ("gpt模型", ("zh",)),
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
