"""Answers of APIs and other JSON with invented papers, and the same with a wrong value in each place."""

import copy
from collections.abc import Iterator
from typing import Any

DEEP: Any = []
for _ in range(300):
    DEEP = [DEEP]
WRONG: tuple[Any, ...] = (
    None, 1, 1.5, True, "", "x", "\ud800", [], {}, [[]], [{}], [None], [1], ["x"], {"name": None}, DEEP, "9" * 300,
)  # fmt: skip

CROSSREF: Any = {
    "status": "ok",
    "message": {
        "items": [
            {
                "DOI": "10.1234/Bread.1",
                "type": "journal-article",
                "title": ["Bread <i>at</i> Home"],
                "subtitle": ["A Study"],
                "author": [{"given": "Jane", "family": "Doe"}, {"name": "The Loaf Team"}],
                "issued": {"date-parts": [[2020, 5]]},
                "container-title": ["Journal of Bread"],
                "abstract": "<jats:title>Abstract</jats:title><jats:p>We bake.</jats:p>",
                "URL": "https://doi.org/10.1234/bread.1",
                "resource": {"primary": {"URL": "https://example.org/bread"}},
                "link": [{"URL": "https://example.org/bread.pdf"}],
                "reference": [{"DOI": "10.1234/rolls", "unstructured": "Roe, R. Rolls. 2010."}],
            }
        ]
    },
}
CSL: Any = [
    {
        "id": "doe2020",
        "type": "article-journal",
        "title": "Bread at Home",
        "author": [{"given": "Jane", "family": "Doe"}, {"given": "Ron", "family": "Roe", "dropping-particle": "van"}],
        "issued": {"date-parts": [["2020"]]},
        "container-title": "Journal of Bread",
        "DOI": "10.1234/bread.1",
    },
    {"id": "roe2021", "type": "book", "title": "Rolls", "issued": {"raw": "May 2021"}, "publisher": "Baker"},
]
OPENALEX: Any = {
    "results": [
        {
            "id": "https://openalex.org/W1",
            "title": "Bread at Home",
            "authorships": [{"author": {"display_name": "Jane Doe"}}, {"author": {"display_name": "Ron Roe"}}],
            "publication_year": 2020,
            "doi": "https://doi.org/10.1234/bread.1",
            "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/12345"},
            "primary_location": {
                "source": {"display_name": "Journal of Bread"},
                "landing_page_url": "https://example.org/bread",
            },
            "locations": [{"landing_page_url": "https://example.org/copy"}],
            "abstract_inverted_index": {"We": [0, 2], "bake": [1], "eat": [3]},
            "referenced_works": ["https://openalex.org/W2"],
        }
    ]
}
SEMANTIC_SCHOLAR: Any = {
    "data": [
        {
            "paperId": "abc",
            "title": "[PDF] Bread at Home",
            "authors": [{"name": "Jane Doe"}, {"name": "Ron Roe"}],
            "year": 2020,
            "externalIds": {"ArXiv": "2001.00001", "DOI": "10.1234/bread.1", "PubMed": 12345},
            "abstract": "We bake.",
            "tldr": {"text": "Somebody bakes."},
            "openAccessPdf": {"url": "https://example.org/bread.pdf"},
            "references": [
                {"title": "Rolls", "authors": [{"name": "Jim Poe"}], "externalIds": {"ArXiv": "1901.00001"}}
            ],
        }
    ]
}
SNAPSHOT: Any = [
    {
        "id": "2001.00001",
        "submitter": "Jane Doe",
        "authors": "Jane Doe and Ron Roe (University of (Old) Bread)",
        "title": "Bread\n  at Home",
        "journal-ref": "Journal of Bread 1",
        "doi": "10.1234/bread.1",
        "categories": "cs.CL",
        "abstract": "  We bake.\n",
        "versions": [{"version": "v1", "created": "Mon, 6 Jan 2020 00:00:00 GMT"}],
        "authors_parsed": [["Doe", "Jane", ""], ["Roe", "Ron", "Jr."]],
    }
]
OTHER: Any = [
    {
        "title": f"Bread at Home {number}",
        "authors": ["Jane Doe", "Ron Roe"],
        "abstract": "We bake.",
        "published": "2020-01-06",
        "arxiv_id": f"2001.0000{number}",
        "url": f"https://example.org/{number}",
        "AI": {"tldr": "Somebody bakes."},
        "journal": "Journal of Bread",
    }
    for number in (1, 2)
]
EXPORTED: Any = [
    {
        "key": "Bread",
        "title": "Bread at Home",
        "title_inferred": False,
        "authors": ["Jane Doe", "Ron Roe"],
        "authors_complete": True,
        "year": 2020,
        "venue": "Journal of Bread",
        "ids": {"arxiv": "2001.00001", "doi": "10.1234/bread.1"},
        "urls": ["https://example.org/bread"],
        "abstract": "We bake.",
        "summaries": [{"record": "a.txt#1", "text": "Somebody bakes."}],
        "records": [],
    },
    {"key": "jam", "title": "We eat jam …", "title_inferred": True, "authors": [], "ids": {}, "abstract": "We eat jam.",
     "summaries": [], "records": []},
]  # fmt: skip
EVERY = {
    "crossref-json": CROSSREF,
    "csl-json": CSL,
    "openalex-json": OPENALEX,
    "semantic-scholar-json": SEMANTIC_SCHOLAR,
    "arxiv-snapshot": SNAPSHOT,
    "json-papers": OTHER,
    "papers-export": EXPORTED,
}


def spoiled(value: Any) -> Iterator[Any]:
    """The same value with each place in it holding each of the wrong values in turn."""
    for path in _paths(value):
        for wrong in WRONG:
            yield _put(value, path, wrong)


def _paths(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield above
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from _paths(each, (*above, key))


def _put(value: Any, path: tuple[Any, ...], wrong: Any) -> Any:
    if not path:
        return wrong
    changed = copy.copy(value)
    changed[path[0]] = _put(value[path[0]], path[1:], wrong)
    return changed
