"""Benchmarks that no list knows, by where they stand: `experiments on A, B, and C`, `94% on A`, `A (857 questions)`."""

import re
from collections.abc import Iterator

from corpus_index.extract.mentions.benchmark_name import BenchmarkName, canonical
from corpus_index.extract.reading.names import Name, is_distinctive, tokens
from corpus_index.extract.reading.text import Text

_EVALUATED_ON = re.compile(
    r"\b(?:[Ee]xperiment\w*|[Ee]valuat\w+|[Tt]est(?:s|ed|ing)?|[Vv]alidat\w+|"
    r"[Bb]enchmark\w*|[Rr]esults?|[Pp]erformance|"
    r"[Aa]ccuracy|[Ss]cores?|[Rr]ates?|state-of-the-art|SOTA|[Oo]utperform\w*|[Aa]chiev\w+|[Ii]mprov\w+|[Gg]ains?|"
    r"points?|demonstrat\w+|F1|AUROC|BLEU|mAP|WER|%|\d)\s*(?:[^.;:()]{0,40}?\s)?\)?\s*\bon\s+"
    r"(?:the\s+|both\s+|our\s+)?(?:(?:[a-z][\w-]*|\d+)\s+){0,4}?$"
)
_OPENS = re.compile(r"^(?:[\w-]+,\s+)?[Oo]n\s+(?:the\s+|both\s+)?(?:[a-z][\w-]*\s+){0,3}?$")
_BENCHMARKS_ARE = re.compile(
    r"\b(?:benchmarks?|datasets?|test sets?)(?:[\w\s,-]{0,40})?\s*(?:\(|:|"
    r",?\s+(?:including|such as|namely|i\.e\.,|e\.g\.,)\s+)"
    r"(?:e\.g\.,?\s*|i\.e\.,?\s*|including\s+)?(?:the\s+)?$|"
    r"\b(?:two|three|four|five|six|seven|eight|\d+)\s+(?:[\w-]+\s+){0,4}(?:benchmarks|datasets|test sets),\s+$"
)
_NO_BENCHMARK_BEHIND = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:GPUs?|CPUs?|TPUs?|hardware|devices?|models?|LLMs?|"
    r"backbones?|architectures?|machines?|servers?|robots?|"
    r"platforms?|kernels?|networks?|chips?|accelerators?|processors?|phones?|systems?|clusters?|agents?|framework|loss|"
    r"\d+B|series|nodes?|layers?|attention|policy|languages?|baselines?|methods?|algorithms?)\b|-\d+B"
)
_NEXT_ITEM = re.compile(
    r"\s*(?:\([^()]{0,40}\))?\s*(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)(?:the\s+(?:[a-z-]+\s+)?)?$"
)
_IN_BRACKET = re.compile(
    r"\b(?:[Oo]n|in|and|spanning|including)\s+(?:the\s+)?(?:[\w/-]+\s+){0,4}(?:reasoning|mathematics|"
    r"math|science|QA|coding|code|planning|knowledge|tasks?|"
    r"understanding|environments?|benchmarks?|question answering|generation|problems|retrieval|"
    r"recognition|detection|classification|segmentation)\s+\(\s*$"
)
_LIFTS = re.compile(r"\b(?:boost|improv|doubl|rais|increas|lift)\w*\s+(?:the\s+)?$")
_NAME_AND_SCORE = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][\w-]*(?:\s[A-Z][\w-]*)?)[:\s]\s?\d{1,3}\.\d+\s?%?(?=\s*[,;)]|"
    r"\s+and\b)"
)
_COUNTED = re.compile(
    r"\s+\([\d,.]+[KkM]?\s+(?:\w+\s+)?(?:questions|samples|problems|examples|"
    r"tasks|images|instances|queries)\b"
)


def evaluated_on(text: Text, taken: list[tuple[int, int]], known: list[BenchmarkName]) -> list[BenchmarkName]:
    """Give distinctive names that a sentence evaluates something on, and those in one list with a known benchmark.

    `taken` are names of models, methods and abbreviations, which are none.
    """
    found = list(_scored(text, taken))
    for start, end in text.sentences:
        if start < text.body:
            continue
        last = -1
        waiting: list[Name] = []
        for token in tokens(text.clean, start, end):
            here = next((name for name in (*known, *found) if name.start <= token.start < name.end), None)
            if here is None and not _can_name(text, token, taken):
                waiting = []
                continue
            listed = last >= 0 and _NEXT_ITEM.fullmatch(text.clean[last : token.start])
            if here or listed or _is_object(text.clean[start : token.start], text.clean[token.end : end]):
                found += [_benchmark(name) for name in waiting if _opens_list(text.clean[start : waiting[0].start])]
                waiting = []
                if here is None:
                    found.append(_benchmark(token))
                last = max(token.end, here.end if here else 0)
            elif not waiting or _NEXT_ITEM.fullmatch(text.clean[waiting[-1].end : token.start]):
                waiting.append(token)
            else:
                waiting = [token]
    return found


def _benchmark(name: Name) -> BenchmarkName:
    return BenchmarkName(canonical(name.text), name.start, name.end)


def _opens_list(before: str) -> bool:
    return bool(
        re.search(
            (
                r"(?:\b[Oo]n|\b[Aa]cross|\b(?:benchmarks?|datasets?)[,:]?|"
                r"\(|\bas|\bincluding)\s*(?:the\s+)?(?:[a-z]+\s+)"
                r"?$"
            ),
            before,
        )
    )


def _scored(text: Text, taken: list[tuple[int, int]]) -> Iterator[BenchmarkName]:
    """`(AIME24 56.7, Minerva 34.2, and OlympiadBench 48.0)`: two or more names with a score each, in one bracket."""
    for bracket in re.finditer(r"\([^()]+\)", text.clean):
        pairs = list(_NAME_AND_SCORE.finditer(text.clean, *bracket.span()))
        if len(pairs) < 2:
            continue
        for match in pairs:
            if not any(low <= match.start("name") < high for low, high in taken):
                yield BenchmarkName(canonical(match["name"]), match.start("name"), match.end("name"))


def _can_name(text: Text, token: Name, taken: list[tuple[int, int]]) -> bool:
    if not is_distinctive(token.text) or _NO_BENCHMARK_BEHIND.match(text.clean[token.end : token.end + 60]):
        return False
    return not any(low <= token.start < high for low, high in taken)


def _is_object(before: str, after: str) -> bool:
    if _BENCHMARKS_ARE.search(before):
        return True
    if re.search(r"\b(?:points?|%|pp) of\s+$", before) and re.match(
        r"\s+(?:degradation|drop|loss|improvement|gain|accuracy)", after
    ):
        return True
    if _LIFTS.search(before) and re.match(r"\s+(?:accuracy|performance|scores?|pass|results)\b", after):
        return True
    if _IN_BRACKET.search(before):
        return bool(re.match(r"[^()]*\)", after)) and "(" not in after.partition(")")[0]
    if _OPENS.search(before):
        return bool(
            _COUNTED.match(after)
            or re.match(
                (
                    r"(?:\s+(?:benchmark|dataset|task|test set))?(?:\s+[a-z][\w-]*){0,6}(?:\s+\([^()]*\))?(?:,|"
                    r"\s+and\b)"
                ),
                after,
            )
        )
    return bool(_EVALUATED_ON.search(before[-140:]))
