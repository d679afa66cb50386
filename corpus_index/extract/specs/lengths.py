"""Numbers of tokens and layers: context, windows, training data, depth."""

from corpus_index.extract.specs.phrase import ABOUT, phrase_rule

_LONGEST = 10**8
"""More tokens than this are data and no context."""

LENGTH_RULES = (
    phrase_rule(
        "native context", "native context length", r"\bnative\s*$",
        r"(?:-token)?\s+context(?:[\s-](?:length|window|size)s?)?", "tokens",
        example="We present Larkspur with a native 32k context length.", reads="native context length 32000 tokens",
    ),
    phrase_rule(
        "context extended to", "context length",
        r"\b(?:context (?:length|window|size)s?\b[^.;]*\b(?:to|of|at|from|than|up to)|sequences (?:longer than|up to|"
        r"of)|"
        rf"inputs? (?:up to|of)|extend\w*[^.;]*\bto)\s*{ABOUT}",
        r"\s*(?:tokens?\b|(?=$|[.,;)]|while|and|context))", "tokens", scaled=True, most=_LONGEST,
        topic=r"\bcontext(?:[\s-](?:length|window|size)s?)?\b",
        example="We extend its context window to 256k.", reads="context length 256000 tokens",
    ),
    phrase_rule(
        "tokens of context", "context length", "",
        r"[\s-]*(?:tokens?\s+|token-)?(?:context(?:s|[\s-](?:length|window|size)s?)?\b|(?:requests?|inputs?|"
        r"sequences?)\b)",
        "tokens", scaled=True,
        example="Our model supports a 128K-token context window.", reads="context length 128000 tokens",
    ),
    phrase_rule(
        "tokens of a sequence", "context length", "",
        r"-token\s+(?:sequences?|inputs?|prompts?|documents?|contexts?)\b", "tokens", least=1000,
        example="We run it on 131,072-token sequences.", reads="context length 131072 tokens",
    ),
    phrase_rule(
        "length of context", "context length", "",
        r"[\s-]*(?:tokens?[\s-]+(?:of\s+)?)?context[\s-](?:length|window|size)s?\b|"
        r"\s+tokens?\s+of\s+context\b", "tokens",
        least=64,
        example="We run an encoder with 512 context length.", reads="context length 512 tokens",
    ),
    phrase_rule(
        "at a length", "context length", rf"\b(?:at|with) (?:\d+[KkM]?(?:/|, | and |, and ))*{ABOUT}",
        r"\s+tokens\b", "tokens", scaled=True, most=_LONGEST,
        example="We measure it at 5K/9K tokens.", reads="context length 5000 tokens; context length 9000 tokens",
    ),
    phrase_rule(
        "token window", "window size", "", r"(?:-|\s+)tokens?\s+(?:sliding\s+)?(?:attention\s+)?window", "tokens",
        example="We use a 128-token sliding window.", reads="window size 128 tokens",
    ),
    phrase_rule(
        "time window", "window size", "",
        r"[\s-]*(?P<noun>ms|milliseconds?|s|sec|seconds?|minutes?|min|hours?|days?|frames?)(?:-long|\s+long)?\s+"
        r"(?:\w+\s+)?windows?\b",
        example="We average over a 10 ms window.", reads="window size 10 ms",
    ),
    phrase_rule(
        "window of", "window size", r"\bwindow (?:size |length )?of\s*$", r"(?:\s+tokens)?", "tokens",
        example="We use an attention window size of 512 tokens.", reads="window size 512 tokens",
    ),
    phrase_rule(
        "trained on tokens", "training tokens",
        rf"\b(?:\w*train\w*|corpus|data)\b[^.;]*\b(?:on|over|with|of|using)\s*{ABOUT}",
        r"\s+(?:\w+\s+){0,2}(?:tokens|words)\b", "tokens", scaled=True,
        example="Our model is pre-trained on 27 billion tokens.", reads="training tokens 27000000000 tokens",
    ),
    phrase_rule(
        "tokens of a corpus", "training tokens", "",
        r"-tokens?\b(?=[^.;]{0,60}?\b(?:(?:pre-?)?training|mixture)\b)", "tokens", scaled=True,
        least=10**7,
        example="We train it on a 372M-token mixture.", reads="training tokens 372000000 tokens",
    ),
    phrase_rule(
        "training tokens", "training tokens", "", r"\s+(?:pre-?)?training\s+tokens\b", "tokens", scaled=True,
        example="Our run takes 20B training tokens.", reads="training tokens 20000000000 tokens",
    ),
    phrase_rule(
        "layers", "layers", "",
        r"(?:(?:-|\s+)(?:total|transformer|hidden|convolutional|encoder|decoder|residual|attention|[A-Z]{2,5}))?"
        r"(?:\s+|-)layers?\b|\s+(?:[Tt]ransformer|residual|encoder|decoder|convolutional)\s+blocks\b", "layers",
        example="Our network has 49 total layers.", reads="layers 49 layers",
    ),
    phrase_rule(
        "length of texts", "other", "", r"(?:-length\s+\w+|\s+generation length)", "tokens",
        example="We decode 2K-length prompts.", reads="other 2000 tokens",
    ),
    phrase_rule(
        "tokens", "other",
        r"\b(?:with|of|into|only|averag\w+|requiring|using|uses|has|fixed)\s+(?:(?:only|just|about|around|up to|at "
        r"most|as few as)\s+|\d+,?\s+(?:or|and|to)\s+)*$",
        r"\s+(?:(?!more\b|fewer\b|less\b|trillion\b)[a-z]+\s+)?tokens\b", "tokens",
        example="We compress a page into 64 tokens.", reads="other 64 tokens",
    ),
)  # fmt: skip
"""Rules for tokens and layers, in the order in which they are tried."""
