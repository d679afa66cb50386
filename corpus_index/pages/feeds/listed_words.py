"""Whether what a listing shows of a paper is its authors' abstract, or what somebody wrote below it.

On pages with votes anybody's words can stand first: comments, announcements, a machine's summary.
"""

import re

from corpus_index.pages.text.prose import is_scholarly

_SHORTEST = 500
_CHAT = re.compile(
    r"https?://|\b(?:today(?!['’]s)|excited (?:to|about)|happy to|thanks?(?! to\b)|please|check (?:it )?out|you|your|"
    r"our latest|tl;?dr|project page|hi|hello|releasing|announc\w+)\b|"
    r"^\W*(?:introducing|code|webpage|paper|abstract from)\b|[!\u2190-\u2bff\U0001f300-\U0001faff]",
    re.IGNORECASE,
)
"""Words and signs of posts: greetings, calls, links, arrows and pictures."""
_WHERE = re.compile(r"\b(?:available|accessible|released|found)\b[^.]{0,40}?\s(?:at|in|on|via):? https?://\S+")
"""Where authors say that their code is, which is no call."""
_OWN = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_LOST = re.compile(r"[^\W\d_] [,.:;](?=\s|$)|\b(?:[Ww]e \w+(?: that)?|includes?|following|contributions?): [A-Z]")
"""What is left of a post whose markup is lost: a blank behind a word in bold, and a list without its bullets."""


def reads_like_an_abstract(text: str, shortest: int = _SHORTEST) -> bool:
    """Say whether a text is an abstract by its words, and no comment or announcement."""
    return len(text) >= shortest and is_scholarly(text) and not _CHAT.search(_WHERE.sub("", text))


def is_its_authors_abstract(text: str) -> bool:
    """Say whether a text from where anybody may write is an abstract whose authors speak of their own work."""
    told = _WHERE.sub("", text)
    return reads_like_an_abstract(text) and bool(_OWN.search(told)) and not _LOST.search(told)
