"""Papers that a query names: by citation key, title, identifier, or the name of an artefact that they introduce."""

from __future__ import annotations

from corpus_index.domain.folding import fold
from corpus_index.search.clause import Condition, fulfilling
from corpus_index.search.expression import Text
from corpus_index.search.name_matching import spellings
from corpus_index.search.query import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from corpus_index.search.engine import Engine

COMMON = 1000
"""A name that so many times more papers have in their texts than introduce it is a common word, not a name."""

_FEWEST_DIGITS = 6
"""Of an identifier: those that every DOI begins with."""

_BY_KEY = "SELECT id FROM papers WHERE key = ? COLLATE NOCASE UNION SELECT paper_id FROM aliases WHERE alias = ?"
_BY_NAME = """
SELECT DISTINCT names.role = 'title', names.paper_id FROM names LEFT JOIN facts ON facts.id = names.fact_id
WHERE names.folded IN (?, ?) AND names.role IN ('title', 'introduces', 'long')
AND COALESCE(facts.trust, 'own') <> 'summary'
"""


def introduced_by(engine: Engine, text: str | None, where: Condition | None = None) -> set[int]:
    """Papers of which `text` is the key, a former key, the title, an identifier, or the name or long form of what they
    introduce (not of what only a summary says they do), as far as they fulfil `where`."""
    if text is None:
        return set()
    connection = engine.connection
    folded = [fold(spelled.text) for spelled in spellings(Phrase(text))]
    found = {row[0] for row in connection.execute(_BY_KEY, (text, text))}
    introducing: set[int] = set()
    for is_title, paper in connection.execute(_BY_NAME, (folded[0], folded[-1])):
        (found if is_title else introducing).add(paper)
    most = COMMON * len(introducing)
    if introducing and engine.count(Text(text), most=most + 1) <= most:
        found |= introducing
    if ("." in text or "/" in text) and sum(char.isdigit() for char in text) >= _FEWEST_DIGITS:
        # Imported here, because most searches need it not and importing takes milliseconds.
        from corpus_index.store.identified import identified

        found |= identified(connection, text)
    return fulfilling(connection, found, where)
