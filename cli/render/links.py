"""Links between papers."""

from cli.console import put
from corpus_index.domain.link import LinkKind, PaperLink


def print_link(key: str, link: PaperLink) -> None:
    """Print a link of the paper `key`: who names whom, by what name, how sure, and the sentence that does."""
    naming, introducing = (key, link.key) if link.direction == "out" else (link.key, key)
    role = f" as {link.role}" if link.role else ""
    meets = f" · {link.via}{role}"
    if link.kind is LinkKind.IDENTIFIER:
        meets = f" · cites {link.via}"
    elif link.kind is LinkKind.FAMILY:
        meets += f", of one family with {link.to}"
    elif link.via != link.to:
        meets += f", which is {link.to}"
    meets += f" · confidence {link.confidence:.2f}"
    put((naming, "key"), " → ", (introducing, "key"), meets, indent="  ", later="    ")
    put((f"“{link.evidence}” {link.record} {link.start}-{link.end}", "quiet"), indent="    ", later="    ")
