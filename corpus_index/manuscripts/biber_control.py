"""Citations in the control file of biber (`.bcf`), which is XML."""

from collections.abc import Iterator

from lxml import etree

from corpus_index.errors import PapersError


def keys(text: str) -> Iterator[str]:
    """Read the keys that biblatex has noted; raises `PapersError` for what is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        raise PapersError("", "a control file of biber that is no whole XML", "run LaTeX again") from None
    for element in root.iter("{*}citekey"):
        key = (element.text or "").strip()
        # A set of entries is made of its members, which stand beside it.
        if key and element.get("type") != "set":
            yield key
