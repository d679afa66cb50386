"""Years of publication in dates of any form, and in arXiv's numbers."""

import re

_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_NUMBER = re.compile(r"(?:[a-z-]+(?:\.[A-Z]{2})?/)?(\d\d)(?:0[1-9]|1[0-2])(?:\.\d{4,5}|\d{3})")
_FIRST_YEAR = 91


def year_of_number(number: str) -> int | None:
    """Give the year of the first version of a paper on arXiv, which its number begins with."""
    dated = _NUMBER.match(number)
    if not dated:
        return None
    year = int(dated[1])
    return year + (1900 if year >= _FIRST_YEAR else 2000)


def year_in(*dates: object) -> int | None:
    """Give the first year (1500 to 2099) that one of the dates names, in their order."""
    for date in dates:
        found = _YEAR.search(str(date)) if isinstance(date, (str, int, float)) else None
        if found:
            return int(found[1])
    return None
