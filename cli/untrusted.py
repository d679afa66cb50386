"""Text of pages made harmless for a terminal: a page must not move the cursor, change colours or reorder a line."""

_REPLACED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
"""Control characters, with the ESC that begins every escape sequence, and half characters."""
_UNSEEN = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
"""Characters that reorder text or cannot be seen."""
_BLANK = "[\t\n\u2028\u2029\r]+"
_ESCAPED_IN_JSON = f"[\x7f-\x9f\u2028\u2029\ud800-\udfff{_UNSEEN}]"


def clean(text: str) -> str:
    """Write `text` on one line: line ends become spaces, control characters `�`, and invisible marks are left out."""
    if text.isprintable():
        return text
    # Imported here, because most text needs it not and importing takes milliseconds.
    import re

    return re.sub(f"[{_UNSEEN}]", "", re.sub(_REPLACED, "\ufffd", re.sub(_BLANK, " ", text)))


def clean_json(text: str) -> str:
    """Escape in JSON what JSON allows and a terminal obeys; the decoded value stays the same."""
    if text.isprintable():
        return text
    import re

    return re.sub(_ESCAPED_IN_JSON, lambda match: escaped_in_json(match[0]), text)


def escaped_in_json(char: str) -> str:
    """Write a character as JSON does in ASCII."""
    code = ord(char)
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + ((code - 0x10000) >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
