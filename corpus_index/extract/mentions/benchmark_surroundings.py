"""What the words around a name say: that its sentence evaluates, that the name ends a phrase, that it is no data."""

import re

from corpus_index.extract.mentions.benchmark_candidates import Candidate
from corpus_index.extract.mentions.benchmark_enumerations import Enumeration
from corpus_index.extract.mentions.benchmark_name import NOUN
from corpus_index.extract.mentions.benchmark_word_shapes import is_plain_acronym

_EVALUATION = re.compile(
    r"\b(?:[Ee]xperiment|[Ee]valuat|[Tt]est(?:s|ed|ing)?\b|[Aa]ccurac|[Rr]esults?\b|[Pp]erform|[Aa]chiev|[Oo]utperform|"
    r"[Ss]tate[- ]of[- ]the[- ]art|SOTA|[Ss]cor(?:e|ing)|F1\b|BLEU|mAP|AUC|AUROC|mIoU|WER\b|PSNR|[Vv]alidat|"
    r"[Bb]enchmark|"
    r"[Cc]ompar|[Ii]mprov|[Dd]emonstrat|[Aa]ssess|[Ss]urpass|[Rr]each|[Ee]rror|[Ff]ound|[Oo]btain|"
    r"[Ss]how(?:s|n|ed|ing)?\b|[Rr]eport|[Ee]ffective)|%"
)
_PHRASE_END = re.compile(
    r"\s*(?:$|[.,;:)(]|(?:and|or|but|with|by|for|in|at|to|under|using|show\w*|demonstrat\w+|indicat\w+|reveal\w*|"
    r"confirm\w*|validat\w+|verif\w+|suggest\w*|achiev\w+|yield\w*|while|where|which|that|from|when|as|compared|"
    r"respectively|after|without|is|are|was|were|has|have|we|over|than|it|its|via|within|against|relative|despite|because|"
    r"since|if|across|up|only|through|during|among|between|except|including|such|whose|who|whereas|plus|"
    r"(?:\d|zero|few|one|five)-shot|classification|segmentation|detection|recognition|tasks?|generation|reasoning|"
    rf"translation|{NOUN})\b)"
)
_SETS_BEHIND = re.compile(r"\s+(?:[a-z-]+\s+){0,2}(?:data\s?sets|benchmarks|corpora|tasks|problems)\b")
_THING_BEFORE = re.compile(
    r"\b(?:robots?|platforms?|devices?|boards?|GPUs?|CPUs?|chips?|processors?|models?|LLMs?|backbones?|networks?|"
    r"testbeds?|vehicles?|drones?|satellites?|telescopes?|supercomputers?|clusters?)\s+$"
)
_THINGS_LISTED = re.compile(
    r"\b(?:selectors|methods|models|LLMs|baselines|classifiers|algorithms|techniques|approaches|systems|frameworks|optimizers|"
    r"metrics|networks|encoders|tools|losses)\s*(?:\(|:|,?\ssuch as|,?\sincluding)\s*(?:e\.g\.,?\s*)?$"
)
_MADE_ON = re.compile(
    r"\b(?:grown|fabricated|deposited|adsorbed|mounted|coated|printed|implemented|deployed|hosted|prototyped|executed)\s+on\s+"
    r"(?:the\s+|an?\s+)?$"
)
_OTHER_THING = re.compile(
    r"(?:\s*\([^()]{1,20}\))?\s+"
    r"(?:(?!(?:over|against|than|with|by|for|and|or|using|via|across|under|in|on|to|from|of|between|among|where|while|when)\s)"
    r"[a-z-]+\s+)?(?:GPUs?|CPUs?|TPUs?|hardware|devices?|models?|LLMs?|backbones?|architectures?|machines?|servers?|SoCs?|conferences?|workshops?|"
    r"robots?|platforms?|kernels?|networks?|chips?|accelerators?|processors?|phones?|systems?|clusters?|agents?|"
    r"frameworks?|loss|series|nodes?|layers?|attention|polic(?:y|ies)|languages?|baselines?|methods?|algorithms?|"
    r"simulat\w+|signals?|detectors?|boards?|drones?|manipulators?|arms?|circuits?|protocols?|cells?|surfaces?|substrates?|"
    r"films?|features?|embeddings?|metrics?|scores?|ind(?:ex|ices)|classifiers?)\b|-\d+B"
)


_APPOSED_THING = re.compile(
    r"\s*,\s+(?:an?|the|our)\s+(?:(?!bench|data|corp|suite|test|task|challeng)[\w-]+\s+){0,5}"
    r"(?:model|method|framework|system|simulator|agent|policy|platform|network|architecture|backbone|approach|algorithm|tool|"
    r"engine|library|(?:\w+-)?(?:LLM|MLLM|VLM|LVLM|VLA))(?:,|\.|\s(?:for|that|which|of|by|with|from|trained|based)\b)"
)
"""Behind a name, what says that it is no data: `, a strong language model for ...`."""


def speaks_of_evaluation(found: Enumeration) -> bool:
    """Say whether the sentence speaks of experiments, results or measures."""
    return bool(_EVALUATION.search(found.before) or _EVALUATION.search(found.after))


def is_another_thing(found: Enumeration) -> bool:
    """Say whether the noun behind is one of what is no data: devices, models, methods, signals."""
    return bool(_OTHER_THING.match(found.after) or (found.single and _APPOSED_THING.match(found.after)))


def lists_other_things(found: Enumeration) -> bool:
    """Say whether the noun before a list is one of what is no data: `feature selectors (X, Y)`, `models such as X`."""
    return bool(_THINGS_LISTED.search(found.before))


def is_lone_acronym(found: Enumeration) -> bool:
    """Say whether capitals that no list knows stand alone, as what tasks, scripts and modalities are called does."""
    return found.single and not found.members[0].listed and is_plain_acronym(found.members[0].name)


def ends_phrase(found: Enumeration) -> bool:
    """Say whether nothing behind the name makes it an attribute of something else."""
    return bool(_PHRASE_END.match(found.after))


def used_as_data(found: Enumeration) -> tuple[Candidate, ...]:
    """Keep what can be a data set after `on`: telling names, and capitalised ones beside them."""
    if (
        is_another_thing(found)
        or _MADE_ON.search(found.before)
        or (_THING_BEFORE.search(found.before) and not any(m.listed for m in found.members))
        or not any(m.telling or m.listed for m in found.members)
    ):
        return ()
    last = found.members[-1]
    shouted = last.listed and len(last.name) > 4 and last.name.isupper()
    if found.single and not last.listed and is_plain_acronym(last.name) and _SETS_BEHIND.match(found.after):
        return ()
    ordinary = not last.telling or (is_plain_acronym(last.name) and not last.listed)
    if ordinary and not shouted and not ends_phrase(found):
        return ()
    return tuple(m for m in found.members if m.telling or m.listed or not found.single)
