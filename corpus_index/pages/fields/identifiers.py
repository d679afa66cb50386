"""Identifiers in running text, in URLs and in fields of their own, normalised.

Forms: arXiv's (arxiv.org/help/arxiv_identifier), the DOI Handbook's, the ACL Anthology's (aclanthology.org/info/ids),
OpenReview's forum ids, and the numbers of PubMed, PubMed Central, OpenAlex and Semantic Scholar.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from corpus_index.domain.identifier import PaperId, Scheme

PREFIXES = {
    Scheme.ARXIV: "arXiv:",
    Scheme.DOI: "doi:",
    Scheme.OPENREVIEW: "https://openreview.net/forum?id=",
    Scheme.ACL: "https://aclanthology.org/",
    Scheme.PUBMED: "PMID:",
    Scheme.PMC: "",
    Scheme.OPENALEX: "https://openalex.org/",
    Scheme.SEMANTIC_SCHOLAR: "https://www.semanticscholar.org/paper/",
}
"""What makes a bare identifier one that can be told from other words."""
# Since 2015 a month has numbers of five digits.
_NEW = r"(?:(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5})"
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    "funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|"
    "q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con"
)
_OLD = rf"(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/\d{{7}}"
_ARXIV = rf"(?P<arxiv>{_NEW}|{_OLD})(?P<version>v\d{{1,3}})?(?:\.pdf|\.html)?"
_NAMED = r"\barxiv(?:\.org)?(?:[:.,]?\s(?:e-?print|preprint|number|no\.?|id))?(?:[:.]?\s?|:?/)"
# Without "arXiv" only the old numbers, in front of which their archive stands, and those with a version are sure.
_BARE = (
    r"(?<![\w/.:-])(?P<bare>[a-z-]{2,8}(?:\.[A-Z]{2})?/(?:9[1-9]|0[0-7])(?:0[1-9]|1[0-2])\d{3}(?:v\d{1,2})?(?![\w/])|"
    rf"{_NEW}v\d{{1,2}}(?![\w.]*\d))"
)
# DOIs of the nineties may hold a number of the form `<21::AID-CVDE21>`.
_DOI = r"(?P<doi>10\.\d{4,9}(?:\.\d+)*(?:/|%2F)[^\s\"<>{}|\\^`\u00a0]{1,200}(?:<\d{1,6}::[\w-]{1,30}>[\w.;-]{1,20})?)"
_ACL = r"(?P<acl>[A-Z]\d{2}-\d{4}|\d{4}\.[a-z0-9]+(?:-[a-z0-9]+)+\.\d{1,4})"
_ANYWHERE = re.compile(
    rf"(?:arxiv\.org/(?:abs|pdf|html|e-print)/\s?|{_NAMED}|huggingface\.co/papers/|"
    rf"alphaxiv\.org/(?:abs|overview)/|10\.48550/arxiv\.){_ARXIV}(?![\w.]*\d)|{_BARE}"
    rf"|(?:(?:dx\.)?doi\.org/|/doi/(?:[a-z]{{2,9}}/)?|springer\.com/(?:article|chapter|book)/|rxiv\.org/content/|\bdoi:?\s*|(?<![\w./])){_DOI}"
    rf"|openreview\.net/(?:forum|pdf|attachment)\?id=(?P<openreview>[\w-]{{5,30}})"
    rf"|(?:aclanthology\.org/|aclweb\.org/anthology/(?:[A-Z]/[A-Z]\d\d/)?|aclanthology\.info/papers/){_ACL}"
    rf"|(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|\bPMID:?\s*)0*(?P<pubmed>[1-9]\d{{0,8}})(?!\d)"
    rf"|\b(?P<pmc>PMC[1-9]\d{{3,8}})\b"
    rf"|openalex\.org/(?:works/)?(?P<openalex>W[1-9]\d{{0,11}})(?!\d)"
    rf"|semanticscholar\.org/paper/(?:[^/\s]{{1,200}}/)?(?P<s2>[0-9a-f]{{40}})(?![0-9a-f])",
    re.IGNORECASE,
)
_MORE = re.compile(rf"(?:\s*(?:[,;&]|\band\b))+\s*(?P<arxiv>{_NEW})(?P<version>v\d{{1,3}})?(?![\w.]*\d)")
_WHOLE = {
    Scheme.ARXIV: re.compile(rf"(?:arxiv:\s?)?{_ARXIV}", re.IGNORECASE),
    Scheme.ACL: re.compile(_ACL),
}
_USUAL = re.compile(rf"arXiv:(?P<arxiv>{_NEW})(?P<version>v\d{{1,3}})?")
_ARXIV_DOI = re.compile(rf"10\.48550/arxiv\.{_ARXIV}", re.IGNORECASE)
# What publishers' addresses have behind a DOI.
_VIEW = re.compile(r"/(?:abstract|full|e?pdf|epub|html|meta|references|summary)$", re.IGNORECASE)
# The version of a preprint of bioRxiv or medRxiv in its address.
_VERSION = re.compile(r"(?<=\d)v\d{1,2}(?:\.(?:full|abstract|article|supplementary)[\w.-]{0,30})?$")
_REGISTERED = ("https://doi.org/10.", "https://arxiv.org/abs/")
_TRAILING = ".,;:!?'\"*"


def identifiers(text: str) -> Iterator[tuple[PaperId, int, int]]:
    """Give the identifiers that a text prints as such (with a prefix or in a URL) and their places, in order."""
    listed_to = 0
    for match in _ANYWHERE.finditer(text):
        found = _of(match) if match.start() >= listed_to else None
        if found:
            yield found
            for more in _more_numbers(text, found[0], found[2]):
                yield more
                listed_to = more[2]


@lru_cache(maxsize=4096)
def identifier(printed: str, scheme: Scheme | None = None) -> PaperId | None:
    """Read a field that holds an identifier and nothing else; `scheme` says what a bare one is."""
    printed = printed.strip()
    # Millions of fields are of this form, and the pattern for all forms takes ten times as long.
    if scheme is None and (usual := _USUAL.fullmatch(printed)):
        return PaperId(Scheme.ARXIV, usual["arxiv"], usual["version"])
    for value, _, _ in identifiers(printed):
        if scheme is None or value.scheme is scheme:
            return value
    if scheme in (Scheme.PUBMED, Scheme.OPENREVIEW):
        plain = printed.removeprefix("pmid:").strip().lstrip("0") if scheme is Scheme.PUBMED else printed
        fits = plain.isascii() and (plain.isdigit() if scheme is Scheme.PUBMED else re.fullmatch(r"[\w-]{5,30}", plain))
        return PaperId(scheme, plain) if fits else None
    for of, pattern in _WHOLE.items():
        whole = pattern.fullmatch(printed) if scheme in (None, of) else None
        if whole and of is Scheme.ARXIV:
            return _arxiv(whole)
        if whole and scheme is of:
            return PaperId(of, whole[0])
    return None


def registered(addresses: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell addresses that say an identifier and nothing else (`https://doi.org/...`) from others."""
    told: tuple[list[str], list[str]] = ([], [])
    for each in addresses:
        told[not (each.startswith(_REGISTERED) and identifier(each))].append(each)
    return tuple(told[0]), tuple(told[1])


def _of(match: re.Match[str]) -> tuple[PaperId, int, int] | None:
    kind = match.lastgroup if match.lastgroup != "version" else "arxiv"
    if kind is None:
        return None
    if kind == "bare":
        whole = _WHOLE[Scheme.ARXIV].fullmatch(match["bare"])
        return (_arxiv(whole), *match.span()) if whole else None
    start, end = match.start(), match.end(kind)
    if kind == "arxiv":
        return _arxiv(match), start, match.end()
    if kind == "doi":
        return _doi(match, start)
    value = match[kind]
    return PaperId(Scheme(kind), value.upper() if kind in ("pmc", "openalex") else value), start, end


def _more_numbers(text: str, before: PaperId, end: int) -> Iterator[tuple[PaperId, int, int]]:
    """Give the numbers that are listed behind one of arXiv: `arXiv:2401.00001, 2401.00002 and 2401.00003`."""
    while before.scheme is Scheme.ARXIV and (more := _MORE.match(text, end)):
        end = more.end()
        yield _arxiv(more), more.start("arxiv"), end


def _arxiv(match: re.Match[str]) -> PaperId:
    category, slash, number = match["arxiv"].rpartition("/")
    # The subject class behind the dot of an old identifier (`math.GT/0309136`) is no part of it.
    value = f"{category.lower().partition('.')[0]}/{number}" if slash else number
    return PaperId(Scheme.ARXIV, value, match["version"].lower() if match["version"] else None)


def _doi(match: re.Match[str], start: int) -> tuple[PaperId, int, int] | None:
    printed = match["doi"]
    value = printed.rstrip(_TRAILING)
    for opening, closing in ("()", "[]"):
        while value.endswith(closing) and value.count(opening) < value.count(closing):
            value = value[:-1].rstrip(_TRAILING)
    if value.endswith("/"):
        return None
    end = match.start("doi") + len(value)
    value = _VIEW.sub("", unquote(value.partition("?")[0].partition("#")[0])).lower()
    if "rxiv.org/" in match[0]:
        value = _VERSION.sub("", value)
    if "/" not in value:
        return None
    arxiv = _ARXIV_DOI.fullmatch(value)
    return (_arxiv(arxiv) if arxiv else PaperId(Scheme.DOI, value)), start, end
