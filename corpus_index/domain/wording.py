"""Numbers with their nouns, in everything that is written for people."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number with its noun: `1 paper`, `2 papers`; give the `plural` of nouns that take more than an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def shortened(text: str, most: int = 60) -> str:
    """Cut a text that a person typed or pasted to what a message has room for."""
    return text if len(text) <= most else text[: most - 1] + "…"
