"""Rules: small functions that find or read one thing, and are known by their name."""

from collections.abc import Callable
from functools import cache
from typing import Any


@cache
def name_of(rule: Callable[..., Any]) -> str:
    """Give the name by which a rule is shown: that of its function, in words (`after_verbs`: after verbs)."""
    return rule.__name__.strip("_").replace("_", " ")
