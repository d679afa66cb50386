"""Settings of an artefact or an experiment: shares, values that are varied, widths, folds, steps, storage."""

from corpus_index.extract.specs.phrase import phrase_rule

SETTING_RULES = (
    phrase_rule(
        "share by rank", "ratio", "", r"\s+(?!(?:t|r|inter|for|requ|qu|lat)est)[a-z]+est(?:-\w+)?\b", printed=("%",),
        example="We train on the 80% lowest-loss tokens.", reads="ratio 80 %",
    ),
    phrase_rule(
        "share removed", "ratio", "",
        r"\s+(?:(?!higher\b|lower\b|more\b)\w+\s+)?(?:reduction|sparsity|masking|pruning|dropout)\b", printed=("%",),
        example="We prune it to 8/64 experts (87.5% expert reduction).", reads="ratio 8 /64; ratio 87.5 %",
    ),
    phrase_rule(
        "share sampled", "ratio", r"\b(?:an?|the|random)\s+$",
        r"\s+(?:random\s+)?(?:(?:sub)?sample|subset|split|held-?out|holdout)\b", printed=("%",),
        example="We have it rated given a 20% sample.", reads="ratio 20 %",
    ),
    phrase_rule(
        "share put in", "ratio", r"\b(?:with|when|if|under|using|inject\w*)\s+(?:only\s+|just\s+)?$",
        r"\s+(?:of\s+)?(?:fake|malicious|poison\w*|noisy|noise|corrupt\w*|label\w*|missing|mislabel\w*|compromised|"
        r"injected|training|Byzantine)\b", printed=("%",),
        example="We attack it given an injection with 1% fake users.", reads="ratio 1 %",
    ),
    phrase_rule(
        "value varied", "other",
        r"\b(?:levels?|ratios?|thresholds?|conditions|(?:(?:under|over|down|up|sub)?sampling|acceleration|noise|mask(?:ing)?|missing|dropout|corruption|"
        r"learning) "
        r"(?:rates?|factors?))(?: of| from| at|:)? ?\(?(?:\d[\d.]*[%x](?:,| and|, and| or) )*$",
        "", printed=("%", "x"),
        example="We mask given a threshold of 30%.", reads="other 30 %",
    ),
    phrase_rule(
        "preset rate", "other",
        r"\b(?:preset|fixed|given|threshold of|significance level of)\b[^,;]*$", "", printed=("%",),
        example="We report recall at a preset alarm rate of 1%.", reads="other 1 %",
    ),
    phrase_rule(
        "precision in bits", "other", "", r"\s{0,2}-(?P<noun>bit)s?\b(?!\s+error)", least=1,
        example="We store keys as 4-bit integers.", reads="other 4 bit",
    ),
    phrase_rule(
        "bits of a weight", "other", "",
        r"[\s-]+(?P<noun>bits?)[\s-]+per[\s-]+(?:weight|parameter|value|element|channel)s?\b",
        example="We store it at 3.25 bits per parameter.", reads="other 3.25 bits",
    ),
    phrase_rule(
        "width of a vector", "other", "",
        r"-(?P<noun>dim(?:ension(?:s|al)?)?|DoF|D(?= (?:vectors?|embeddings?|features?)))\b", least=5,
        example="We embed it as a 168-dimensional state.", reads="other 168 dimensional",
    ),
    phrase_rule(
        "parts of a system", "other", "",
        r"-(?P<noun>node|bus|qubit|neuron|expert|channel|antenna|camera|sensor|electrode|lead|robot|drone|agent|joint)\b(?!-)",
        least=2,
        example="We test it on a 189-bus system.", reads="other 189 bus",
    ),
    phrase_rule(
        "folds", "other", "", r"-fold\s+(?:stratified\s+)?(?:cross|CV\b)", "folds",
        example="We use 5-fold cross-validation.", reads="other 5 folds",
    ),
    phrase_rule(
        "steps of a run", "other", "",
        r"-(?P<noun>steps?|epochs?|iterations?)\b(?!-)", least=10,
        example="We stop a 20,000-step run early.", reads="other 20000 step",
    ),
    phrase_rule(
        "storage", "other", "", r"\s*(?P<noun>GB|MB|TB)\b",
        example="We run it in 390GB memory.", reads="other 390 GB",
    ),
    phrase_rule(
        "named quantity", "other",
        r"\b(?:resolving power|aspect ratio|batch size|temperature|"
        r"learning rate|scale|redshifts? z|budget)s?(?: of| =) $",
        r"(?=\s*(?:[.,;)]|$)|\s+(?:and|for|with|in|to|on|while|when|at|over|under|across|using|or)\b)(?P<noun>)",
        example="We train with a batch size of 512.", reads="other 512",
    ),
)  # fmt: skip
"""Rules for settings, in the order in which they are tried."""
