"""What an artefact runs on, and what making it takes."""

from corpus_index.extract.specs.phrase import ABOUT, phrase_rule

_MAKERS = r"(?:(?:NVIDIA|Nvidia|AMD|Ascend|Google|Intel|Cloud)\s+)?(?:(?:[A-Z]{1,4}\d+\w*|Tesla|RTX|TPU|Xeon)\s+){0,2}"

RESOURCE_RULES = (
    phrase_rule(
        "processor hours", "training cost", "",
        r"[\s-]*(?:[A-Z]\d+0\w*\s+|NVIDIA\s+)?(?P<noun>(?:GPU|TPU|CPU|[HAV]\d00)[\s-]?(?:hours?|days?|hrs))\b",
        example="Our run costs 300 GPU hours.", reads="training cost 300 GPU hours",
    ),
    phrase_rule(
        "processors", "hardware", r"(?<!RTX )(?<!GTX )(?<!GeForce )(?<!Tesla )(?<!Titan )$",
        rf"\s*(?:x\s+)?{_MAKERS}(?:\d+\s?GB\s+)?(?P<noun>[GTNC]PUs?|(?:[CG]PU |CUDA |Cuda )?cores|[HAV]\d00s?|"
        rf"accelerators|"
        rf"FPGAs)\b(?!-)",
        most=10**6,
        example="We train it on 8 NVIDIA A100 GPUs.", reads="hardware 8 GPUs",
    ),
    phrase_rule(
        "memory of a processor", "hardware", r"(?:\bGPUs?\s*\(|\bGPUs?(?: \w+)? with |\bVRAM of\s|memory of\s)$",
        r"\s*(?P<noun>GB|TB|MB)\b",
        example="We train on 4 GPUs (48 GB each).", reads="hardware 4 GPUs; hardware 48 GB",
    ),
    phrase_rule(
        "working memory", "hardware", "",
        r"[\s-]*(?P<noun>GB|TB|MB)\s+(?:of\s+)?(?:VRAM|RAM|GPU memory|(?:\w+\s+)?GPUs?)\b",
        example="Our model fits in 24 GB of VRAM.", reads="hardware 24 GB",
    ),
    phrase_rule(
        "chip technology", "hardware", "",
        r"[\s-]*(?P<noun>nm)\s+(?:[\w-]+\s+){0,3}(?:CMOS|process|technology|node|FinFET)\b",
        example="We implement it in a 28 nm CMOS process.", reads="hardware 28 nm",
    ),
    phrase_rule(
        "clock", "hardware", "",
        r"\s*(?P<noun>[MG]Hz)\s+(?:clock|operating|frequency|processor|CPU)\b",
        example="Our accelerator runs at a 200 MHz clock.", reads="hardware 200 MHz",
    ),
    phrase_rule(
        "power of a machine", "hardware", "",
        r"[\s-]*(?P<noun>[kMG]?W)\s+(?:[\w-]+\s+){0,2}(?:cluster|server|data cent(?:er|re)|machine|GPUs?)\b",
        example="We deploy it on a 130 kW cluster.", reads="hardware 130 kW",
    ),
    phrase_rule(
        "time of training", "training cost",
        rf"\b(?:within|in|for|after an?|takes?|took|requir\w+|only)\s+{ABOUT}",
        r"[\s-]*(?P<noun>hours?|days?|weeks?|minutes?)\b"
        r"(?:\s*(?:of (?:\w+\s+)?(?:re)?training|fine-tuning|(?:pre-?)?train\w*)|"
        r"(?=\s*on (?:an?|one|two|four|eight|\d|the|consumer|NVIDIA)))",
        example="We train it within 24 hours on a desktop.", reads="training cost 24 hours",
    ),
    phrase_rule(
        "training within", "training cost",
        rf"\b(?:re|fine-|pre-?)?(?:train|tun)\w*\b[^,;]*\b(?:within|in|for|takes?)\s+{ABOUT}",
        r"[\s-]*(?P<noun>hours?|days?|weeks?|minutes?)\b",
        example="Our models are trained for 3 days.", reads="training cost 3 days",
    ),
)  # fmt: skip
"""Rules for hardware and cost, in the order in which they are tried."""
