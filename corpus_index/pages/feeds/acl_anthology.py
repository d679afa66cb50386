"""The ACL Anthology's own XML: volumes of papers."""

from collections.abc import Iterator

from corpus_index.domain.publication import TYPE
from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.xml_elements import Element, first_text, inside, name_of, text
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "acl-anthology"
_FIELDS = {"volume": "journal-volume", "number": "journal-issue", "location": "address", "isbn": "isbn"}


def sniff(sheet: Sheet) -> Fit:
    """Fit a collection of volumes with papers."""
    root = sheet.xml
    if root is None or name_of(root) not in ("collection", "volume"):
        return Fit(0.0, "it is no file of the ACL Anthology")
    count = sum(1 for _ in _papers(root))
    return Fit(0.95, f"{count} papers of the ACL Anthology") if count else Fit(0.0, "its volumes hold no papers")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read the papers of all volumes; the front matter of a volume is no paper."""
    assert sheet.xml is not None  # noqa: S101  sniffed before
    for volume, paper in _papers(sheet.xml):
        yield _entry(sheet.xml, volume, paper)


def _papers(root: Element) -> Iterator[tuple[Element, Element]]:
    for volume in [root] if name_of(root) == "volume" else inside(root, "volume"):
        for paper in inside(volume, "paper"):
            yield volume, paper


def _entry(root: Element, volume: Element, paper: Element) -> Entry:
    address = first_text(paper, "url")
    number = address if address and "/" not in address else _number(root, volume, paper)
    doi = first_text(paper, "doi")
    return Entry(
        title=first_text(paper, "title"),
        authors=tuple(map(_name, inside(paper, "author"))),
        year=year_in(first_text(paper, "year"), first_text(volume, "meta", "year"), first_text(volume, "year")),
        venue=first_text(volume, "meta", "booktitle") or first_text(volume, "booktitle"),
        ids=tuple(filter(None, (f"https://aclanthology.org/{number}" if number else "", f"doi:{doi}" if doi else ""))),
        urls=(address,) if "/" in address else (),
        abstract=first_text(paper, "abstract"),
        key=first_text(paper, "bibkey"),
        publication=publication.details(_published(volume, paper)),
    )


def _published(volume: Element, paper: Element) -> Iterator[tuple[str, str]]:
    about = next(inside(volume, "meta"), volume)
    journal = first_text(about, "journal-title")
    kind = "article" if journal or volume.get("type") == "journal" else "inproceedings"
    yield TYPE, kind
    yield from publication.container(kind, journal or first_text(about, "booktitle"), first_text(about, "publisher"))
    for name, element in _FIELDS.items():
        yield name, first_text(about, element)
    yield "pages", first_text(paper, "pages")
    yield "month", publication.month(first_text(about, "month"))
    yield "language", first_text(paper, "language")
    yield "editor", publication.names(map(_name, inside(about, "editor")) if kind == "inproceedings" else ())


def _number(root: Element, volume: Element, paper: Element) -> str:
    """Put an identifier together as the Anthology does: `P00-1001`, since 2020 `2020.acl-main.1`."""
    collection, part, place = root.get("id", ""), volume.get("id", ""), paper.get("id", "")
    if not (collection and part and place.isdigit()):
        return ""
    if collection[0].isdigit():
        return f"{collection}-{part}.{place}"
    wide = collection.startswith("W") or collection in ("C69", "D19")
    return f"{collection}-{part}{int(place):02d}" if wide and len(part) > 1 else f"{collection}-{part}{int(place):03d}"


def _name(author: Element) -> str:
    parts = [first_text(author, part) for part in ("first", "last")]
    return " ".join(filter(None, parts)) or text(author)


READER = entries_reader(_NAME, sniff, entries)
