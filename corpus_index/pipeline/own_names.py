"""The names of people that a person sets."""

from corpus_index.errors import PapersError
from corpus_index.pages.exports.bibtex_names import family_names as families_in_bibtex
from corpus_index.pages.exports.bibtex_names import names_of
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.people import family_names, given_first, people_in


def said_names(value: str) -> tuple[str, str]:
    """Read names, between `;`, else between `and` and commas; with braces they are read as BibTeX reads them.

    Gives the names as they are stored, given names first, and the family names that these do not tell. `others` and
    `et al.` at the end say that there are more. Raises `PapersError` where nobody is named.
    """
    if "{" in value:
        typed = value.replace(";", " and ")
        found, complete = names_of(typed)
        names = list(found)
        families = publication.divided(families_in_bibtex(typed))
    else:
        names, complete, families = _listed(value)
    stored = publication.names([name for name in names if any(map(str.isalpha, name))], complete=complete)
    if not stored:
        raise PapersError(value, "names nobody", 'put ; between names: "Ada Lovelace; Alan Turing"')
    return stored, families


def _listed(value: str) -> tuple[list[str], bool, str]:
    apart = value.split(";") if ";" in value else value.split(" and ")
    each_turned = ";" in value or (len(apart) > 1 and all(part.count(",") == 1 for part in apart))
    turned = [part for part in apart if each_turned or _is_one_name(part)]
    read = [((given_first(part),), True) if part in turned else people_in(part, initials_last=False) for part in apart]
    return (
        [name for names, _ in read for name in names],
        all(complete for _, complete in read),
        publication.divided(family_names(turned)),
    )


def _is_one_name(text: str) -> bool:
    """Tell `García Márquez, Gabriel` from two names between which a comma stands."""
    _, _, given = text.partition(",")
    return "," not in given and len(given.split()) == 1
