"""Benchmarks whose name alone says so: `XBench`, `X-Eval`, `XQA`; and names with a score each."""

import re
from collections.abc import Iterator

from corpus_index.extract.mentions.benchmark_name import BenchmarkName, canonical
from corpus_index.extract.mentions.benchmark_vocabulary import lengthened
from corpus_index.extract.mentions.benchmark_word_shapes import is_refused, is_telling
from corpus_index.extract.mentions.benchmark_words import Says, words_that_say
from corpus_index.extract.reading.numbers import has_digit
from corpus_index.extract.reading.rules import name_of
from corpus_index.extract.reading.text import Text

_ENDING_IN_BENCH = re.compile(r"(?<![\w-])[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2}\sBench(?:\s?v?\d(?:\.\d)?)?(?![\w-])")
_SMALL_AND_BENCH = re.compile(
    r"(?<![\w/.@-])(?!(?:micro|macro|nano|mini|test|work|auto|meta|sub|super|pre|cross|multi|non|self|optical|on|off|re|wet|dry|"
    r"lab|hot|to|in|the)-)[a-z]{2,12}-bench(?![\w-])(?!\.\w)"
)
_ADDRESS = re.compile(r"://\S+$")
_BRACKET = re.compile(r"\([^()]{6,300}\)")
_NAME_AND_SCORE = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][\w-]*(?:\s[A-Z][\w-]*)?)(?:[:\s]\s?|\s?=\s?)[+-]?\d{1,3}\.\d+\s?%?(?=\s*[,;)]|\s+and\b)"
)


def named_like_a_benchmark(text: Text) -> Iterator[BenchmarkName]:
    """Names that end as benchmarks' names do.

    >>> benchmarks("TrebleBench and Chess-Eval are hard.")
    TrebleBench (named like a benchmark)
    Chess-Eval (named like a benchmark)
    """
    for word in words_that_say(text.clean, Says.SHAPED):
        if (
            word.start
            and text.clean[word.start - 1] == "/"
            and "://" in text.clean[max(0, word.start - 80) : word.start]
        ):
            continue
        name = BenchmarkName(canonical(word.text), word.start, word.end, name_of(named_like_a_benchmark))
        yield lengthened(text.clean, name)


def small_letters_and_bench(text: Text) -> Iterator[BenchmarkName]:
    """A name in small letters with `-bench` behind it, which is no kind of bench.

    >>> benchmarks("It holds across vorle-bench, unlike on a micro-bench.")
    vorle-bench (small letters and bench)
    """
    if "-bench" not in text.clean:
        return
    for match in _SMALL_AND_BENCH.finditer(text.clean):
        name = canonical(match[0])
        yield BenchmarkName(name, match.start(), match.end(), name_of(small_letters_and_bench))


def ending_in_bench(text: Text) -> Iterator[BenchmarkName]:
    """Capitalised words and `Bench` apart from them.

    >>> benchmarks("The agent passes Vorle Tas Bench.")
    Vorle Tas Bench (ending in bench)
    """
    if " Bench" not in text.clean:
        return
    for match in _ENDING_IN_BENCH.finditer(text.clean):
        if not is_refused(match[0].split()[0]):
            yield BenchmarkName(canonical(match[0]), match.start(), match.end(), name_of(ending_in_bench))


def scored_in_a_bracket(text: Text) -> Iterator[BenchmarkName]:
    """Two or more names with a score each, in one bracket; one of them must tell by its shape.

    >>> benchmarks("It gains on all of them (TasBo 56.7, Vorle 34.2, and Merg 48.0).")
    TasBo (scored in a bracket)
    Vorle (scored in a bracket)
    Merg (scored in a bracket)
    """
    for bracket in _BRACKET.finditer(text.clean) if has_digit(text.clean) else ():
        if "." not in bracket[0]:
            continue
        pairs = [pair for pair in _NAME_AND_SCORE.finditer(text.clean, *bracket.span()) if not is_refused(pair["name"])]
        if len(pairs) < 2 or not any(is_telling(pair["name"]) for pair in pairs):
            continue
        for pair in pairs:
            name = canonical(pair["name"])
            yield BenchmarkName(name, pair.start("name"), pair.end("name"), name_of(scored_in_a_bracket))


SHAPE_RULES = (named_like_a_benchmark, small_letters_and_bench, ending_in_bench, scored_in_a_bracket)
