"""Names that something is evaluated on: `experiments on X`, `94% on X`, `On X, ...`, `boosts X accuracy`."""

import re

from corpus_index.extract.mentions.benchmark_candidates import Candidate
from corpus_index.extract.mentions.benchmark_enumerations import Enumeration
from corpus_index.extract.mentions.benchmark_surroundings import (
    ends_phrase,
    is_another_thing,
    is_lone_acronym,
    speaks_of_evaluation,
    used_as_data,
)
from corpus_index.extract.mentions.benchmark_word_shapes import is_plain_acronym, is_telling

_OUTCOME = (
    r"[Ee]xperiment\w*|[Ee]valuat\w+|[Tt]est(?:s|ed|ing)?|[Vv]alidat\w+|[Bb]enchmark\w*|[Rr]esults?|[Pp]erformance|"
    r"[Aa]ccurac\w+|[Ss]cor\w+|[Rr]ates?|state[- ]of[- ]the[- ]art|SOTA|[Oo]utperform\w*|[Aa]chiev\w+|"
    r"[Ii]mprov\w+|[Gg]ains?|"
    r"[Ss]urpass\w*|[Cc]ompar\w+|[Bb]aselines?|[Aa]blations?|[Ss]tud(?:y|ies)|[Rr]each\w*|[Ss]peed-?ups?|[Rr]eductions?|"
    r"[Ii]ncreas\w+|[Dd]ecreas\w+|[Dd]rops?|points?|[Dd]emonstrat\w+|[Aa]ssess\w*|[Mm]easure\w*|[Vv]erif\w+|"
    r"(?:F1|AUROC|AUC|BLEU|mAP|mIoU|WER|CER|FID|PSNR|AP|EER|SR)\b"
)
_OUTCOME_FIGURE = r"%|(?<![\w.])(?:\d{1,3}(?:,\d{3})*(?!\d)|(?=\d+\.\d)\d{4})(?:\.\d+)?(?:x|pp)?"
_NEAR = 120
_EVALUATED_ON = re.compile(
    rf"(?:\b(?:{_OUTCOME})\s*(?:[^.;:()]{{0,60}}?\s)?|(?:{_OUTCOME_FIGURE})\s?(?:[^.;:()]{{0,20}}?\s)?)"
    r"(?:\([^()]{0,40}\))?\)?\s*\b(?:on|across)\s+"
    r"(?:an?\s+(?:[a-z-]+\s+){0,2}(?:subset|split|part|portion|version|selection)\s+of\s+)?(?:both\s+)?(?:the\s+|our\s+)?"
    r"(?:(?!(?:a|an)\s)(?:[a-z][\w-]*|\d+)\s+){0,4}?(?:[A-Z]\w*'s\s+)?$"
)
_ACROSS = re.compile(r"\bacross\s+(?:the\s+)?$")
_ON = re.compile(r"\b[Oo]n\s+(?:the\s+|both\s+)?$")
_SCORE_BEHIND = re.compile(
    r"\s*(?:[,:=]|\(|by|from|to)\s*[~<>+-]?\d+(?:\.\d+)?\s*(?:%|points?|pp|\)|,|;|x\b|/|and\b|\.(?!\d))"
)
_RESTS_ON = re.compile(
    r"\b(?:train|tun|base|build|built|run|rel[iy]|depend|focus|ground|deploy|center|rest|host|execut|implement|develop|"
    r"instantiat|condition|integrat|work|operat|simulat|hinge|draw|inspir|leverag|attack|attent|impact|effect|light|emphas|"
    r"stud|survey|research|review|knowledge|information|pressure|dataset|paper|data|constraint|limit|influence|expan|"
    r"improv)\w*\s+(?:\w+\s+)?on\s+(?:the\s+|both\s+)?$"
)
_RESTS_FIRMLY = re.compile(
    r"\b(?:focus\w*|based|built|rel(?:y|ies|ied|ying)|depend\w*|grounded|conditioned|hing\w+|draws?|centere?d|emphasis|attention)\s+on\s+"
    r"(?:the\s+|both\s+)?$"
)
_OPENING = re.compile(r"^(?:[\w-]+,\s+)?[Oo]n\s+(?:the\s+|both\s+)?(?:[a-z][\w-]*\s+){0,3}?$")
_CLOSES_OPENING = re.compile(
    r"(?:\s+(?:[a-z][\w-]*\s+){0,6}?\([^()]*\)|\s*\([^()]*\))?(?:\s+[a-z][\w-]*){0,4}\s*(?:,|\bwe\b)"
)
_TASK_BEFORE = re.compile(
    r"\b(?:[Oo]n|[Ii]n|and|spanning|including|across|,)\s+(?:the\s+)?(?:[\w/-]+\s+){0,4}(?:reasoning|mathematics|math|science|QA|"
    r"coding|code|planning|knowledge|tasks?|understanding|environments?|benchmarks?|question answering|generation|"
    r"problems|retrieval|recognition|detection|classification|segmentation|navigation|manipulation|following|"
    r"summarization|translation|control|use|chat|dialogue|safety|factuality|estimation|prediction|forecasting|parsing|"
    r"extraction|captioning|editing|tracking)\s+\(\s*$"
)
_LIFTS = re.compile(
    r"\b(?:boost|improv|doubl|rais|increas|lift|push|bring|advanc|reduc|lower|preserv|maintain|retain)\w*\s+(?:the\s+)?$|\d\s?(?:%|points?)\s+(?:on\s+)?$"
)
_LIFTED = re.compile(
    r"\s+(?:(?:average|mean|overall|zero-shot|few-shot|[Tt]op-[15]|validation|test|linear)\s)?"
    r"(?:accuracy|performance|scores?|pass|results|success|F1|mAP|AUC|FID|WER|BLEU|mIoU|NDCG|perplexity)\b"
)
_FIGURE = r"[~+-]?\d[\d.]*\s?(?:%|points|pp)?\s(?:[A-Za-z-]+\s){0,2}?"
_FIGURE_ON = re.compile(rf"{_FIGURE}on\s(?:the\s)?(?P<name>[A-Z][\w'-]*\w)")
_FIGURE_ON_BEFORE = re.compile(r"(?:\d%?|%|points|pp)\s(?:[A-Za-z-]+\s){0,2}?on\s(?:the\s)?$")
_FIGURE_ON_BEHIND = re.compile(rf"(?:,|;|\s?and|,\sand)\s(?:[a-z]+\s){{0,3}}{_FIGURE_ON.pattern}")
_OPENING_ALONE = re.compile(r"^(?:[A-Z][a-z]+,\s)?On\s(?:the\s)?$")
_THEN_SCORES = re.compile(
    r",\s(?:[\w'-]+\s){1,6}?(?:achiev|reach|obtain|attain|scor|improv|outperform|boost|surpass|gain|rais|increas)\w*\s"
    r"(?:[^.;]|\.\d){0,60}(?<=\d)\s?(?:%|points)"
)
_LOST = re.compile(r"\b(?:points?|%|pp) of\s+$")
_LOST_BEHIND = re.compile(r"\s+(?:degradation|drop|loss|improvement|gain|accuracy)")


def evaluated_on(found: Enumeration) -> tuple[Candidate, ...]:
    """`experiments on X`, `94% accuracy on X and Y`, `state of the art on a subset of X`.

    >>> benchmarks("We evaluate the method on VorleTrack and Tas-1K.")
    VorleTrack (evaluated on)
    Tas-1K (evaluated on)
    """
    near = found.before[-_NEAR:]
    if " on " not in near and "cross " not in near:
        return ()
    if (
        not _EVALUATED_ON.search(found.before)
        or _RESTS_FIRMLY.search(near)
        or (_ACROSS.search(found.before) and is_lone_acronym(found))
    ):
        return ()
    return used_as_data(found)


def opening_the_sentence(found: Enumeration) -> tuple[Candidate, ...]:
    """`On X, the model ...`.

    >>> benchmarks("On VorleTrack, the method halves the cost of a language model.")
    VorleTrack (opening the sentence)
    """
    return used_as_data(found) if _OPENING.search(found.before) and _CLOSES_OPENING.match(found.after) else ()


def scored_in_turn(found: Enumeration) -> tuple[Candidate, ...]:
    """`4.1% on A and 6.2% on X`: a capitalised word with a figure, beside a telling name with a figure.

    >>> benchmarks("The language model gains 4.1% on VorleTrack, 6.2% on Mergel and 1.8% on Tasmin.")
    VorleTrack (evaluated on)
    Mergel (scored in turn)
    Tasmin (scored in turn)
    """
    if not found.single or found.members[0].telling or not _FIGURE_ON_BEFORE.search(found.before):
        return ()
    if is_another_thing(found) or not ends_phrase(found):
        return ()
    behind = _FIGURE_ON_BEHIND.match(found.after)
    beside = (*_FIGURE_ON.finditer(found.before), *((behind,) if behind else ()))
    return found.members if any(is_telling(other["name"]) for other in beside) else ()


def opening_before_a_score(found: Enumeration) -> tuple[Candidate, ...]:
    """`On X, the method reaches 71%`, for a name of two or more capitalised words.

    >>> benchmarks("On Mergel Tasmin, our method reaches 71% accuracy.")
    Mergel Tasmin (opening before a score)
    """
    name = found.members[0].name
    if not found.single or " " not in name or not _OPENING_ALONE.search(found.before):
        return ()
    return found.members if _THEN_SCORES.match(found.after) else ()


def beside_its_score(found: Enumeration) -> tuple[Candidate, ...]:
    """`on X, 90.8%`, `on X (0.73)`, `on X by 2.8 points`.

    >>> benchmarks("The language model leads overall; on VorleTrack (73.1%) by far.")
    VorleTrack (beside its score)
    """
    if not _ON.search(found.before) or not _SCORE_BEHIND.match(found.after) or is_another_thing(found):
        return ()
    return tuple(m for m in found.members if m.telling or m.listed)


def on_a_telling_name(found: Enumeration) -> tuple[Candidate, ...]:
    """`replicates on X`: whatever is done on a name that is no acronym, in a sentence that speaks of outcomes.

    >>> benchmarks("The finding replicates on VorleTrack, with higher accuracy.")
    VorleTrack (on a telling name)
    """
    if found.in_title or not _ON.search(found.before) or _RESTS_ON.search(found.before) or not ends_phrase(found):
        return ()
    if not speaks_of_evaluation(found) or is_another_thing(found):
        return ()
    return tuple(m for m in found.members if m.listed or (m.telling and not is_plain_acronym(m.name)))


def in_a_bracket_behind_the_task(found: Enumeration) -> tuple[Candidate, ...]:
    """`on question answering (X)`, `gains in coding (X, Y)`.

    >>> benchmarks("It gains 4.0% over the baseline in general reasoning (DIZOR).")
    DIZOR (in a bracket behind the task)
    """
    head, closed, _ = found.after.partition(")")
    if not closed or "(" in head or not _TASK_BEFORE.search(found.before) or not speaks_of_evaluation(found):
        return ()
    return tuple(m for m in found.members if m.telling or not found.single)


def lifted(found: Enumeration) -> tuple[Candidate, ...]:
    """`boosts X accuracy`, `three points of X degradation`.

    >>> benchmarks("It boosts Vor-24K accuracy of language models.")
    Vor-24K (lifted)

    A figure may stand before it.

    >>> benchmarks("The language model attains 84.4% VorleTrack top-1 accuracy.")
    VorleTrack (lifted)
    """
    lifts = _LIFTED.match(found.after) and _LIFTS.search(found.before)
    lost = _LOST_BEHIND.match(found.after) and _LOST.search(found.before)
    if not lifts and not lost:
        return ()
    return tuple(m for m in found.members if m.telling and (lost or m.listed or not is_plain_acronym(m.name)))


EVALUATION_RULES = (
    evaluated_on,
    opening_the_sentence,
    scored_in_turn,
    opening_before_a_score,
    beside_its_score,
    on_a_telling_name,
    in_a_bracket_behind_the_task,
    lifted,
)
