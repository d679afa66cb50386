"""Law: whatever the text, extraction gives facts that read back at their address, and the same ones each time."""

from hypothesis import given, settings
from hypothesis import strategies as st
from made_abstracts import record

from corpus_index.domain.facts import Fact
from corpus_index.extract import facts_of

WORDS = """
we propose GridNet a framework on AIME'24 & 25 and MATH500 reaching 94.4% \\% $\\times$ 2.6x from 10% to 20% by up to
respectively , . ( ) Llama-3.1-8B and 70B Instruct models QwQ-32B 309B parameters 49 of 658 problems (GMU) Gated
Memory Unit outperforms GPT-4 $42 +3.7 points -42\\% https://a.org/b. 5:1 ratio 8/128 pruning AIME24/25 X-1.5B/7B
""".split()  # noqa: SIM905
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(
    abstract=TEXTS, title=st.one_of(st.none(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join))
)
def test_every_fact_reads_back(abstract: str, title: str | None) -> None:
    raw = record(abstract, title)
    page = f"{title}\n\n{abstract}" if title else abstract
    facts = facts_of(raw)
    every: list[Fact] = [*facts.introduces, *facts.models, *facts.benchmarks, *facts.results, *facts.specs]
    every += [*facts.urls, *facts.abbreviations, *facts.terms]
    for fact in every:
        assert page[fact.start : fact.end] == fact.evidence
        assert fact.evidence
    assert facts == facts_of(raw)
