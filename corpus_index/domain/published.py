"""When a work came out: a year (`2024`) or a month (`2024-05`), as texts that can be compared as far as both go."""


def is_before(one: str | None, other: str | None) -> bool:
    """Tell whether `one` is surely before `other`; a year is not before a month in it, nor anything before `None`."""
    if one is None or other is None:
        return False
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def month_of_arxiv(number: str) -> str:
    """Give the month in which arXiv gave out this number (`2405.00001`, `math/0607619`)."""
    digits = number.rpartition("/")[2]
    century = "19" if digits >= "91" else "20"
    return f"{century}{digits[:2]}-{digits[2:4]}"
