"""An encoder for tests: words of one meaning by a short list, and no model."""

import math
from collections.abc import Sequence

MEANINGS = (("car", "automobile", "vehicle"), ("physician", "doctor"), ("river", "stream"), ("stone", "rock"))


class MadeEncoder:
    """Counts the words of each meaning; text of no meaning lies apart from all of them."""

    name = "made"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, text: str) -> Sequence[float]:
        """How often each meaning is in the text, and a little of something else, to length 1."""
        self.encoded.append(text)
        words = [word.strip(".,").lower().removesuffix("s") for word in text.split()]
        counts = [*(float(sum(word in meaning for word in words)) for meaning in MEANINGS), 0.1]
        length = math.sqrt(sum(count * count for count in counts))
        return [count / length for count in counts]
