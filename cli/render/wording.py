"""Papers in one line."""


def titled(key: str, title: str) -> list[str]:
    """Give what follows a key: the title, unless it is the same (where it was inferred from one name)."""
    return [] if key == title else [f" · {title}"]
