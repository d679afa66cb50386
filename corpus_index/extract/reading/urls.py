"""URLs as they are printed."""

import re
from collections.abc import Iterator

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'{}|\\^`\[\]]+", re.IGNORECASE)


def urls(text: str) -> Iterator[tuple[int, int]]:
    """Give the positions of URLs in order, without the punctuation of the sentence around them."""
    if "//" not in text and "ww." not in text.casefold():
        return
    for match in _URL.finditer(text):
        url = match[0].rstrip(".,;:!?*")
        while url.endswith(")") and url.count("(") < url.count(")"):
            url = url[:-1].rstrip(".,;:!?")
        if "." in url[4:]:
            yield match.start(), match.start() + len(url)
