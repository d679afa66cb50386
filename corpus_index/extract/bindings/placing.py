"""Which benchmark each number of a sentence belongs to."""

from collections.abc import Iterator
from dataclasses import replace

from corpus_index.extract.bindings.nearness import (
    beside_name,
    group_ahead,
    group_before,
    in_bracket_behind_name,
    on_name,
    over_all_before,
    under_opening,
)
from corpus_index.extract.bindings.no_benchmark import in_next_bracket, of_resources, on_unknown_name, without_name
from corpus_index.extract.bindings.pairing import (
    listed_before,
    paired_across_groups,
    paired_again,
    paired_in_order,
    paired_with_announced,
)
from corpus_index.extract.bindings.partial_lists import paired_in_part
from corpus_index.extract.bindings.sentence import Place, Sentence
from corpus_index.extract.bindings.standing import (
    announced_before,
    only_benchmark,
    own_benchmark,
    referred_back,
    told_further,
)
from corpus_index.extract.reading.rules import name_of

PLACE_RULES = (
    paired_in_order,
    paired_across_groups,
    paired_in_part,
    paired_with_announced,
    in_bracket_behind_name,
    in_next_bracket,
    beside_name,
    on_name,
    on_unknown_name,
    listed_before,
    paired_again,
    under_opening,
    referred_back,
    of_resources,
    own_benchmark,
    without_name,
    over_all_before,
    group_before,
    group_ahead,
    announced_before,
    told_further,
    only_benchmark,
)


def place(sentence: Sentence) -> Iterator[Place | None]:
    """Give each number of a sentence its place, in order; the figures of the sentence get theirs too.

    The rules are tried in their order, each on all figures before the next one, so that what stands next to a figure
    decides before what is only carried on to it.
    """
    sentence.places = [None] * len(sentence.figures)
    if sentence.figures and (sentence.groups or sentence.standing.holds):
        for rule in PLACE_RULES:
            for index, found in enumerate(sentence.places):
                if found is None:
                    where = rule(sentence, index)
                    sentence.places[index] = where and replace(where, rule=name_of(rule))
    for figure, where in zip(sentence.figures, sentence.places, strict=True):
        yield from [where] * (figure.end - figure.first)
