"""Numbers with their nouns."""


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: `1 paper`, `2 papers`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def titled(key: str, title: str) -> list[str]:
    """Give what follows a key: the title, unless it is the same (where it was inferred from one name)."""
    return [] if key == title else [f" · {title}"]
