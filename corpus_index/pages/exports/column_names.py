"""What the columns of tables of papers are called, by what they hold."""

import re
from collections.abc import Sequence
from enum import StrEnum

from corpus_index.domain.publication import FAMILIES, GENRE, PROTECTED


class Column(StrEnum):
    """What a column holds; the value is what people read."""

    TITLE = "titles"
    FULL_NAMES = "full names of authors"
    AUTHORS = "authors"
    YEAR = "years"
    DATE = "dates"
    VENUE = "venues"
    DOI = "DOIs"
    ARXIV = "arXiv numbers"
    PUBMED = "PubMed numbers"
    PMC = "PMC numbers"
    ID = "ids"
    URL = "links"
    ABSTRACT = "abstracts"
    SUMMARY = "summaries"
    KEY = "keys"


COLUMNS: dict[Column, str] = {
    Column.TITLE: (
        "title titles papertitle documenttitle articletitle worktitle itemtitle primarytitle paper papername ti titel "
        "displayname titre titulo título titolo 标题 题名 论文标题 论文题目 タイトル"
    ),
    Column.FULL_NAMES: "authorfullnames authorsfullnames af",
    Column.AUTHORS: (
        "author authors authornames authorlist authorshipsauthordisplayname creator creators au autor autoren auteur "
        "auteurs autores autori 作者 著者"
    ),
    Column.YEAR: "year years publicationyear pubyear yearpublished publishedyear py jahr annee année anno año 年份 年",
    Column.DATE: (
        "date published publisheddate publicationdate pubdate datepublished submitted submitteddate submissiondate "
        "coverdate issued created datum 日期"
    ),
    Column.VENUE: (
        "venue journal journals journaltitle journalname journalbook sourcetitle publicationtitle publicationname "
        "publication booktitle conference conferencename containertitle publishedin primarylocationdisplayname "
        "primarylocationsourcedisplayname so zeitschrift revue revista 期刊"
    ),
    Column.DOI: "doi dois idsdoi di doilink doiurl digitalobjectidentifier",
    Column.ARXIV: "arxiv arxivid arxivnumber arxivids eprint eprintid",
    Column.PUBMED: "pmid idspmid pubmedid pubmed pm",
    Column.PMC: "pmcid idspmcid pmc",
    Column.ID: "id entryid paperid articleid identifier",
    Column.URL: (
        "url urls link links pdf pdfurl pdflink paperurl paperlink articleurl absurl fulltexturl href landingpage "
        "sourceurl weblink 链接"
    ),
    Column.ABSTRACT: "abstract abstracts abstractnote abstracttext paperabstract ab zusammenfassung resumen 摘要",
    Column.SUMMARY: "summary summaries tldr aisummary shortsummary description notes",
    Column.KEY: "key citationkey citekey bibtexkey bibkey",
}
"""The names, without blanks and signs, in lower case. Of two columns of a kind, the first one that is filled counts."""
PUBLICATION = {
    "type": "itemtype documenttype publicationtype contenttype dt pt documentidentifier type pubtype",
    "volume": "volume vol vl journalvolume bibliovolume",
    "number": "issue issuenumber number is journalissue biblioissue no",
    "pages": "pages pagination page pp pagerange",
    "first page": "pagestart startpage firstpage bp bibliofirstpage",
    "last page": "pageend endpage lastpage ep bibliolastpage",
    "eid": "artno articlenumber ar",
    "publisher": "publisher pu",
    "editor": "editor editors be",
    "series": "series bookseriestitle",
    "edition": "edition",
    "location": "place pi publicationplace",
    "isbn": "isbn isbns bn",
    "issn": "issn issns sn",
    "language": "language la languageoforiginaldocument",
    "shortjournal": "journalabbreviation abbreviatedsourcetitle j9",
    "keywords": "authorkeywords keywords de manualtags",
    "translator": "translator translators",
    "chapter": "chapter",
    "version": "version",
    "organization": "organization organisation",
    GENRE: "genre thesistype",
    "shorttitle": "shorttitle",
    "pagetotal": "pagetotal numpages",
    "volumes": "volumes numberofvolumes",
    "eventtitle": "eventtitle",
    "issue": "issuename",
    "month": "month publicationmonth",
    "day": "day",
    "note": "note",
    "annotation": "annotation",
    "urldate": "urldate",
    FAMILIES: "familynames",
    PROTECTED: "protectedwords",
    "references": "references citedreferences cr",
}
"""Names of columns that say how a work was published, by the field that they are."""
_KINDS = {name: kind for kind, names in COLUMNS.items() for name in names.split()}
_FIELDS = {name: field for field, names in PUBLICATION.items() for name in names.split()}
_SIGNS = re.compile(r"[\W_]+")


_OF_PAPERS = frozenset((Column.AUTHORS, Column.ABSTRACT, Column.DOI, Column.ARXIV))
"""Beside one of these a `Name` is that of a paper, as in tables of Notion."""
_OF_ARXIV = frozenset(("entryid", "primarycategory", "categories", "terms"))


def columns(header: Sequence[str]) -> tuple[Column | str | None, ...]:
    """Say what the columns hold by their names in the header: a kind, else a field of `PUBLICATION`.

    In tables made with arXiv's API, the abstract is called a summary, as it is there. Notes beside abstracts are
    somebody's own.
    """
    names = [_SIGNS.sub("", name[:80]).casefold() for name in header]
    kinds = tuple(_KINDS.get(name) or _FIELDS.get(name) for name in names)
    if Column.TITLE not in kinds and "name" in names and _OF_PAPERS.intersection(kinds):
        kinds = tuple(Column.TITLE if name == "name" else kind for name, kind in zip(names, kinds, strict=True))
    if Column.ABSTRACT in kinds:
        return tuple(None if name == "notes" else kind for name, kind in zip(names, kinds, strict=True))
    if not _OF_ARXIV.intersection(names):
        return kinds
    return tuple(Column.ABSTRACT if kind is Column.SUMMARY else kind for kind in kinds)
