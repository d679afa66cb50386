"""Lines that are a date and nothing else."""

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r?s(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_LEAD = r"(?:(?:published|submitted|posted|updated|released|added|date)(?:\s+on)?\s*:?\s*)?"

_FORMS = (
    rf"{_MONTH}\s+{_DAY}(?:\s*[-–]\s*(?:{_MONTH}\s+)?{_DAY})?(?:,?\s+{_YEAR})?",
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?(?:\s+{_YEAR})?",
    rf"{_MONTH},?\s+{_YEAR}",
    rf"{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?",
    r"\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d",
    rf"week\s+(?:of\s+{_MONTH}\s+{_DAY}|\d{{1,2}})(?:,?\s+{_YEAR})?",
    rf"{_YEAR}[-\s]?W\d{{1,2}}",
    rf"{_YEAR}年\d{{1,2}}月\d{{1,2}}日",
)
# A list of papers prints the number of comments behind the date.
_DATE = re.compile(rf"{_LEAD}(?:{_WEEKDAY},?\s+)?(?:{'|'.join(_FORMS)})(?:,?\s+{_WEEKDAY})?(?:\s+\d{{1,4}})?", re.I)


def is_date(line: str) -> bool:
    """Say whether the whole line is a date, a month or a week: `Jul 31`, `July 31, 2025`, `2025-07-31`, `Week 31`."""
    return len(line) <= 60 and _DATE.fullmatch(line) is not None
