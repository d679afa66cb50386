"""Links of lists and notes: which lead to papers, and what of them a record keeps."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.pages.fields.identifiers import identifier, identifiers
from corpus_index.pages.markdown.field_labels import known_words
from corpus_index.pages.markdown.inline import Link, links, plain
from corpus_index.pages.text.wording import bare

_PUBLISHERS = re.compile(
    r"(?:^|\.)(?:usenix\.org/(?:conference|system/files)|dl\.acm\.org|mlsys\.org|sigops\.org|ieee\.org|neurips\.cc|nips\.cc|"
    r"mlr\.press|jmlr\.org|aaai\.org|ijcai\.org|thecvf\.com|openreview\.net|springer\.com|sciencedirect\.com|nature\.com|"
    r"science\.org|pnas\.org|wiley\.com|tandfonline\.com|sagepub\.com|mdpi\.com|frontiersin\.org|semanticscholar\.org|"
    r"biorxiv\.org|medrxiv\.org|ssrn\.com|hal\.science|isca-speech\.org|isca-archive\.org|vldb\.org|iclr\.cc|icml\.cc|"
    r"aclanthology\.org|aclweb\.org|arxiv\.org|doi\.org|cambridge\.org|oup\.com|plos\.org|eprint\.iacr\.org|lrec-conf\.org)\b",
    re.IGNORECASE,
)
_PDF = re.compile(r"\.pdf(?:[?#]|$)", re.IGNORECASE)
_BADGE = re.compile(
    r"shields\.io|badge|star-history|visitor|contrib\.rocks|\.(?:png|jpe?g|gif|svg|webp)(?:[?#]|$)", re.I
)
# A page of a person or an organisation, and not of a project.
_PROFILE = re.compile(
    r"https?://(?:www\.)?(?:github|gitlab|huggingface|twitter|x)\.(?:com|co)/[^/?#]*/?$", re.IGNORECASE
)
_BETWEEN = " \t|·•,:;/()[]*–—-"
"""Signs between links."""
_NUMBERED = re.compile(r"(?:^|[/_-])(\d{2}(?:0[1-9]|1[0-2]))\.?(\d{5})(v\d{1,2})(?![\w.])")
_PRINTED = re.compile(
    r"\barxiv(?:\s{0,2}(?:id|number))?[\s:#\[]{1,3}(\d{4}\.\d{4,5}(?:v\d{1,2})?)(?!\d)", re.IGNORECASE
)


def is_generic(label: str) -> bool:
    """Say whether the words of a link are no title (`PDF`, `arXiv:2401.00001`, `🤗 Paper page`, `doi.org/10.1/x`)."""
    words = bare(label).replace("/", " ").replace("-", " ").split()
    return all(word in known_words("link_words") or not any(map(str.isalpha, word)) for word in words) or bool(
        re.match(r"\W*(?:(?:arxiv|doi)[\s:]+|(?:https?://)?(?:[a-z\d-]+\.)+[a-z]{2,}/)\S+\s*$", label, re.IGNORECASE)
    )


def is_of_a_paper(url: str) -> bool:
    """Say whether an address is that of a paper: by an identifier in it, by whose it is, or as a PDF."""
    if any(identifiers(url)):
        return True
    if not url.lower().startswith("http"):
        return bool(number_in_path(url) or _PDF.search(url))
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(_PUBLISHERS.search(f"{parts.netloc}{parts.path}") or _PDF.search(url))


def identifiers_of(url: str) -> list[PaperId]:
    """Give the identifiers that an address holds, also as the name of a page of the site."""
    number = identifier(number_in_path(url))
    return [value for value, _, _ in identifiers(url)] or ([number] if number else [])


def number_in_path(url: str) -> str:
    """Give the arXiv number that a page of a site is named after, often without its dot (`papers/240100001v2.html`)."""
    match = _NUMBERED.search(url) if not url.lower().startswith("http") else None
    return f"arXiv:{match[1]}.{match[2]}{match[3]}" if match else ""


def numbers_printed(text: str) -> list[str]:
    """Give the arXiv numbers that a line prints without a link (`arXiv 2401.00001`)."""
    return [f"arXiv:{number}" for number in _PRINTED.findall(text)]


def kept(found: Iterable[Link]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the identifiers and the addresses of a paper that its links say, each scheme's first identifier only.

    Addresses within the site of the list, badges, and profiles of people and organisations are left out.
    """
    seen: dict[Scheme, str] = {}
    ids: list[str] = []
    urls: list[str] = []
    for link in found:
        number = number_in_path(link.url)
        if number:
            ids.append(number)
        if not link.url.lower().startswith(("http://", "https://")) or _BADGE.search(link.url):
            continue
        named = [value for value, _, _ in identifiers(link.url)]
        if _PROFILE.match(link.url) or any(seen.setdefault(each.scheme, each.value) != each.value for each in named):
            continue
        urls.append(link.url)
    return tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(urls))


def links_in(texts: Iterable[str]) -> list[Link]:
    """Give the links of several texts in their order."""
    return [link for text in texts for link in links(text)]


def behind_links(text: str) -> str:
    """Give what stands behind the links to the parts of a paper that an item begins with (`[paper](...) | Title`)."""
    end = 0
    for link in links(text):
        if text[end : link.start].strip(_BETWEEN) or not is_generic(link.label):
            break
        end = link.end
    rest = text[end:].lstrip(_BETWEEN) if end else ""
    return rest if plain(rest) else text
