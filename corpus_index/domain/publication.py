"""How a work was published, beside its title, authors, year and venue: the rest of what a reference prints.

Fields have the names of biblatex, with the exceptions below; a value is plain text on one line. Names that biblatex
does not know are fields of a person's own.
"""

TYPE = "type"
"""The type of the entry (`inproceedings`, `book`), as BibTeX and biblatex name it."""
GENRE = "genre"
"""What biblatex calls `type`: the kind of thesis or report."""
PRINTED_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis", "techreport": "Technical report"}
"""What formats that know theses and reports alone call these types."""
EVENT_PLACE = "eventplace"
"""What biblatex calls `venue`: the place of a conference."""
YEAR = "year"
"""The year where it is no plain one, as printed: `in press`, `2019/2020`, `c. 1960`, `44 BC`."""
END_DATE = "enddate"
"""The last day or month of a date that is a stretch of time, as `2020-04` or `2020-04-30`."""
PROTECTED = "protected words"
"""What braces of a `.bib` protect in titles, divided by `APART`, and what it prints by `\\url`, `\\citep` and the like.

No field of a `.bib` can be called so, nor as the next one."""
FORMER_KEYS = "former keys"
"""Other keys that a source gives the work, divided by `APART`; a paper has them as its own former keys, not here."""
FAMILIES = "family names"
"""Those of several words, and names that are of one piece, where the names alone do not tell, divided by `APART`."""

CONTAINERS = (
    "journaltitle",
    "booktitle",
    "maintitle",
    "eventtitle",
    "school",
    "institution",
    "publisher",
    "howpublished",
)
"""Fields of which one is the venue: what the work is part of, or who published it."""
PEOPLE = frozenset(
    ("editor", "editora", "editorb", "editorc", "translator", "annotator", "commentator", "introduction", "foreword",
     "afterword", "bookauthor", "holder")
)  # fmt: skip
"""Fields that hold names, given names first."""

NO_TITLE = "No page prints the title; "
"""How the note of a reference begins whose title is none of a page."""
APART = "; "
"""Stands between the names of `PEOPLE`, and between keywords."""
OTHERS = "et al."
"""The last one of names that are not all."""
