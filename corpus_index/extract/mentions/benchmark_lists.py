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
    r"(?:e\.g\.,?\s*|i\.e\.,?\s*|including\s+)?(?:the\s+)?$"
)
_NO_BENCHMARK_BEHIND = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:GPUs?|CPUs?|TPUs?|hardware|devices?|models?|LLMs?|"
    r"backbones?|architectures?|machines?|servers?|robots?|"
    r"platforms?|kernels?|networks?|chips?|accelerators?|processors?|phones?|systems?|clusters?|agents?|framework|loss|"
    r"\d+B|series|nodes?|layers?|attention|policy|languages?|baselines?|methods?|algorithms?)\b|-\d+B"
)
_NEXT_ITEM = re.compile(
    r"\s*(?:\([^()]{0,40}\))?\s*(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)(?:the\s+)?(?:[a-z-]+\s+)"
    r"?$"
)
_IN_BRACKET = re.compile(
    r"\b(?:[Oo]n|in|and)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}(?:reasoning|mathematics|"
    r"math|science|QA|coding|code|planning|knowledge|tasks?|"
    r"understanding|benchmarks?|question answering|generation|problems|retrieval|"
    r"recognition|detection|classification|segmentation)\s+\(\s*$"
)
_COUNTED = re.compile(
    r"\s+\([\d,.]+[KkM]?\s+(?:\w+\s+)?(?:questions|samples|problems|examples|"
    r"tasks|images|instances|queries)\b"
)


def evaluated_on(text: Text, taken: list[tuple[int, int]]) -> Iterator[BenchmarkName]:
    """Give distinctive names that a sentence evaluates something on; `taken` are names of models and methods."""
    for start, end in text.sentences:
        if start < text.body:
            continue
        last: Name | None = None
        for token in tokens(text.clean, start, end):
            if not _can_name(text, token, taken):
                continue
            before = text.clean[start : token.start]
            listed = last is not None and _NEXT_ITEM.fullmatch(text.clean[last.end : token.start])
            if listed or _is_object(before, text.clean[token.end : end]):
                yield BenchmarkName(canonical(token.text), token.start, token.end)
                last = token


def _can_name(text: Text, token: Name, taken: list[tuple[int, int]]) -> bool:
    if not is_distinctive(token.text) or _NO_BENCHMARK_BEHIND.match(text.clean[token.end : token.end + 60]):
        return False
    return not any(low <= token.start < high for low, high in taken)


def _is_object(before: str, after: str) -> bool:
    if _BENCHMARKS_ARE.search(before):
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
