"""The neighbours of a paper."""

from collections.abc import Collection

from corpus_index.domain.related import RelatedPaper
from corpus_index.search.index import Index
from corpus_index.search.likeness import alike
from corpus_index.search.neighbours import ties


def related(store: Index, key: str, among: Collection[str] | None = None) -> tuple[RelatedPaper, ...]:
    """Papers near the one with this key (those of `among`, or all), the nearest first, each with all its reasons.

    Equal scores are ordered by the key, so that the same index gives the same answer. A key that no paper has is
    near nothing.
    """
    connection = store.connection
    row = connection.execute("SELECT id FROM papers WHERE key = ?", (key,)).fetchone()
    if row is None:
        return ()
    reasons = ties(connection, row["id"])
    for other, likeness in alike(connection, row["id"]).items():
        reasons[other].append(likeness)
    found = []
    for other, why in reasons.items():
        paper = connection.execute("SELECT key, title, title_inferred FROM papers WHERE id = ?", (other,)).fetchone()
        if among is None or paper["key"] in among:
            found.append(
                RelatedPaper(
                    key=paper["key"],
                    title=paper["title"],
                    title_inferred=bool(paper["title_inferred"]),
                    score=round(sum(reason.score for reason in why), 4),
                    reasons=tuple(why),
                )
            )
    return tuple(sorted(found, key=lambda each: (-each.score, each.key)))
