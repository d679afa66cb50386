"""Where a work uses names of models, methods and data, for linking."""

from collections.abc import Callable, Mapping, Sequence

from corpus_index.domain.facts import Abbreviation, BenchmarkMention, Fact, Introduction, ModelMention, Term
from corpus_index.domain.work import FactRef, KnownRecord, NameUse, Work
from corpus_index.resolve.coinage import claims
from corpus_index.resolve.judging import facts_with_places


def name_uses(
    number: int,
    work: Work,
    records: Sequence[KnownRecord],
    fact_ids: Mapping[FactRef, int],
    sentence: Callable[[str, int, int], tuple[int, int]],
) -> list[NameUse]:
    """List what the work of this number introduces and mentions, without the facts that repeat another one.

    `records` are those that `work` was assembled from, `fact_ids` the numbers of their facts in the store, and
    `sentence` finds the sentence around a stretch of a text (`extract.sentence_around`). The title of a work whose
    pages print none is the name that it speaks of most, and counts as one.
    """
    uses = []
    for known in sorted(records, key=lambda known: known.id):
        for ref, fact in facts_with_places(known):
            judgement = work.judgements[ref]
            if judgement.repeats is None and isinstance(fact, (Introduction, ModelMention, BenchmarkMention, Term)):
                context = _context(known, fact, sentence)
                long = long_form(fact, known.facts.abbreviations)
                use = NameUse(
                    work=number,
                    field=ref.field,
                    name=fact.name,
                    kind=fact.kind if isinstance(fact, Introduction) else None,
                    role=fact.role if isinstance(fact, ModelMention) else None,
                    trust=judgement.trust,
                    long=long,
                    fact_id=fact_ids[ref],
                    context=context,
                    claimed=claims(fact.name, long, work.title, context),
                )
                uses.append(use)
    return uses


def long_form(
    fact: Introduction | ModelMention | BenchmarkMention | Term, abbreviations: Sequence[Abbreviation]
) -> str | None:
    """Give the long form that the record of a fact pairs with its name."""
    if isinstance(fact, Introduction) and fact.long:
        return fact.long
    return next((each.long for each in abbreviations if each.short == fact.name), None)


def _context(known: KnownRecord, fact: Fact, sentence: Callable[[str, int, int], tuple[int, int]]) -> str:
    title, abstract = known.record.title, known.record.abstract
    if title and title.start <= fact.start < title.end:
        return title.text
    start, end = sentence(abstract.text, fact.start - abstract.start, fact.end - abstract.start)
    return abstract.text[start:end]
