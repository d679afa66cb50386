"""Phrases around a number that say which property of an artefact or a set-up it gives."""

import re
from dataclasses import dataclass

_ON = r"(?:(?:only|just|a|the|full|mere|simply|about|around|over|more than|under|approximately|up to|nearly)\s+)*$"
_MAKERS = r"(?:NVIDIA\s+|AMD\s+|Nvidia\s+|Ascend\s+|Google\s+|Intel\s+)?(?:[A-Z]+\d+\w*\s+|TPU\s+)?"
_SAMPLES = r"(?P<noun>samples?|examples?|instances|problems|demonstrations|trajectories|images|pairs|prompts)\b"
_CONTEXT = (
    r"\b(?:context (?:length|window|size)s?\b[^.;]*\b(?:to|of|at|than|up to)|sequences (?:longer than|up to|of)|"
    r"inputs? (?:up to|of)|extend\w*[^.;]*\bto)\s*(?:up to\s*)?$"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A number gives `attribute` where the text right before and right after it match.

    Without a `unit`, the group `noun` behind the number names it. `scaled` asks for a magnitude (`256k`).
    """

    attribute: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    unit: str | None = None
    scaled: bool = False


def _rule(attribute: str, before: str, after: str, unit: str | None = None, *, scaled: bool = False) -> Rule:
    return Rule(attribute, re.compile(before, re.IGNORECASE), re.compile(after), unit, scaled)


RULES = (
    _rule("active parameters", "", r"(?:\s+|-)(?:active|activated)(?:\s+|-)param", "parameters"),
    _rule(
        "total parameters", "", r"(?:\s+|-)(?:total\s+|trainable\s+)?param(?:eter)?s?\b(?!\s+models)", "parameters",
        scaled=True,
    ),
    _rule("native context length", r"\bnative\s*$", r"(?:-token)?\s+context", "tokens"),
    _rule("context length", _CONTEXT, r"\s*(?:tokens?\b|$|[.,;)]|while|and|context)", "tokens", scaled=True),
    _rule(
        "context length", "", r"[\s-]*(?:tokens?\s+|token-)?(?:context (?:length|window)|contexts?\b)", "tokens",
        scaled=True,
    ),
    _rule("context length", r"\bat\s*$", r"\s+tokens\b", "tokens", scaled=True),
    _rule("window size", "", r"(?:-|\s+)tokens?\s+(?:sliding\s+)?(?:attention\s+)?window", "tokens"),
    _rule("window size", r"\bwindow (?:size )?of\s*$", r"(?:\s+tokens)?", "tokens"),
    _rule(
        "training tokens",
        rf"\b(?:\w*train\w*|corpus|data)\b[^.;]*\b(?:on|over|with|of|using)\s*{_ON}",
        r"\s+(?:\w+\s+){0,2}tokens\b",
        "tokens",
    ),
    _rule(
        "layers", "",
        r"(?:\s+(?:total|transformer|hidden|convolutional|encoder|decoder|[A-Z]{2,5}))?(?:\s+|-)layers?\b", "layers",
    ),
    _rule("hardware", "", rf"\s+(?:x\s+)?{_MAKERS}(?P<noun>[GTNC]PUs?|cores|H100s?|A100s?|accelerators)\b"),
    _rule("hardware", r"(?:\bGPUs?\s*\(|\bVRAM of\s|memory of\s)$", r"\s*(?P<noun>GB|TB|MB)\b"),
    _rule("hardware", "", r"\s*(?P<noun>GB|TB)\s+(?:of\s+)?(?:VRAM|RAM|GPU memory)"),
    _rule(
        "training cost",
        rf"\b(?:within|in|for|after an?|takes?|took|requir\w+)\s+{_ON}",
        r"[\s-]*(?P<noun>hours?|days?|weeks?|minutes?|GPU[- ]hours|GPU[- ]days)\b"
        r"(?=\s*(?:on|of|\.|,|fine-tuning|train|pre-?train|using|with|$))",
    ),
    _rule(
        "training samples",
        rf"\b(?:train\w*|fine-?tun\w*|distill\w*|learn\w*|RLVR|RL|SFT)\b(?:\s+[\w-]+){{0,3}}?\s+(?:on|"
            rf"with|using|from)\s+{_ON}",
        rf"(?:-|\s+)(?:of these\s+)?(?:[\w-]+\s+){{0,5}}?{_SAMPLES}",
    ),
    _rule("training samples", rf"\b(?:using|with)\s+(?:only|just)\s+{_ON}", rf"\s+(?:[\w-]+\s+){{0,2}}?{_SAMPLES}"),
    _rule("training samples", rf"\bsubset of {_ON}", rf"\s+(?:[\w-]+\s+){{0,2}}?{_SAMPLES}"),
    _rule("training samples", r"\binto\s*$", r"\s+(?:training)\s+(?:instances|samples|examples)\b", "samples"),
    _rule(
        "training samples", "",
        rf"\s+(?:[\w-]+\s+){{0,2}}(?:training|labell?ed|annotated|fine-tuning)\s+(?:[\w-]+\s+){{0,2}}?{_SAMPLES}",
    ),
    _rule("layers", "", r"\s+(?:[Tt]ransformer|residual|encoder|decoder|convolutional)\s+blocks\b", "blocks"),
    _rule("training samples", r"\bat\s*$", r"\s+(?P<noun>samples per class)\b"),
    _rule("ratio", "", r"\s+(?:[a-z]+est)(?:-\w+)?\b", "%"),
    _rule("ratio", "", r"\s+\w+\s+(?:reduction|sparsity)\b", "%"),
    _rule("other", r"\b(?:preset|threshold of|significance level of)\b[^,;]*$", "", "%"),
    _rule("other", "", r"-(?P<noun>bit)\b"),
    _rule("other", "", r"(?:-length\s+\w+|\s+generation length)", "tokens"),
    _rule("other", "", r"\s+tokens\b", "tokens"),
    _rule("other", "", r"\s*(?P<noun>GB|MB|TB)\b"),
)  # fmt: skip
