"""How a work was published, beside its title, authors, year and venue: the rest of what a reference prints.

Fields have the names of biblatex, with the exceptions below; a value is plain text on one line. Names that biblatex
does not know are fields of a person's own.
"""

TYPE = "type"
"""The type of the entry (`inproceedings`, `book`), as BibTeX and biblatex name it."""
GENRE = "genre"
"""What biblatex calls `type`: the kind of thesis or report."""
EVENT_PLACE = "eventplace"
"""What biblatex calls `venue`: the place of a conference."""

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

APART = "; "
"""Stands between the names of `PEOPLE`, and between keywords."""
OTHERS = "et al."
"""The last one of names that are not all."""
