"""Laws: whatever the text, extraction gives facts that read back at their address, the same ones in whatever order."""

import random

import pytest
from gold_records import seed_records
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


def test_order_of_records_does_not_matter() -> None:
    records = [known.record for known in seed_records()]
    in_order = {id(each): facts_of(each) for each in records}
    random.shuffle(records)
    assert all(facts_of(each) == in_order[id(each)] for each in records)


LONG = {
    "digits": "1234567890" * 100_000,
    "numbers": "12.5% " * 160_000,
    "open brackets": "(" * 1_000_000,
    "nested brackets": "(a" * 250_000 + ")b" * 250_000,
    "one long word": "a" * 1_000_000,
    "capitals and hyphens": "A-" * 500_000,
    "formulas": "$\\" * 500_000,
    "nothing but spaces": " " * 1_000_000,
    "a name again and again": "AIME24, Quill-7B and " * 50_000,
}


@pytest.mark.parametrize("name", LONG)
def test_no_text_is_too_long(name: str) -> None:
    for fact in facts_of(record(LONG[name], LONG[name])).results:
        assert fact.evidence
