"""Papers made by hand for the tests of export."""

from dataclasses import replace

from attacks import LATEX

from corpus_index.domain.facts import ArtefactKind, Role, Trust
from corpus_index.domain.paper import Paper, SourcedBenchmarkMention, SourcedIntroduction, SourcedModelMention
from corpus_index.domain.publication import FAMILIES, PROTECTED

EMPTY = Paper(
    key="nobody-untitled",
    aliases=(),
    title="A Study of Something",
    title_inferred=False,
    authors=(),
    authors_complete=False,
    year=None,
    ids={},
    urls=(),
    abstract=None,
    summaries=(),
    records=(),
    introduces=(),
    models=(),
    benchmarks=(),
    results=(),
    specs=(),
    links=(),
    conflicts=(),
    publication={},
)

FULL = replace(
    EMPTY,
    key="chen2024-tinybox",
    title="TinyBox: Café Reasoning with LLMs at 50% of the Cost",
    authors=("Zoë Chen", "Łukasz Nowak", "The TinyBox Team"),
    authors_complete=True,
    year=2024,
    venue="Conference on Boxes & Crates",
    ids={"arxiv": "2401.01234v2", "doi": "10.1234/a_b%c"},
    urls=("https://example.org/tiny_box?a=1&b=%20#top",),
    abstract="We present TinyBox, which is ≥ 2× faster at 50\\% of the cost & keeps $O(n^2)$.",
    introduces=(
        SourcedIntroduction(
            name="TinyBox",
            kind=ArtefactKind.MODEL,
            evidence="TinyBox",
            start=0,
            end=7,
            record="page.txt#0",
            trust=Trust.OWN,
        ),
    ),
    models=(
        SourcedModelMention(
            name="TinyBox",
            role=Role.INTRODUCED,
            evidence="TinyBox",
            start=0,
            end=7,
            record="page.txt#0",
            trust=Trust.OWN,
        ),
    ),
    benchmarks=(
        SourcedBenchmarkMention(name="GSM8K", evidence="GSM8K", start=9, end=14, record="page.txt#0", trust=Trust.OWN),
    ),
)


def hostile(text: str, number: int) -> Paper:
    """A paper with `text` in every place that a page fills."""
    return replace(
        FULL,
        key=f"hostile-{number}",
        title=text,
        authors=(text, "Jane Roe"),
        authors_complete=False,
        abstract=text,
        urls=(text,),
        ids={"arxiv": text, "doi": text},
        venue=text,
        introduces=tuple(replace(fact, name=text) for fact in FULL.introduces),
        publication={PROTECTED: text, FAMILIES: text, "note": text, "genre": text},
    )


HOSTILE = tuple(hostile(text, number) for number, text in enumerate(LATEX))
