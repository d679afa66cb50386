"""The papers of pages that have to be digests in Markdown, and their fields as plain text."""

from made_pages import split

from corpus_index.domain.record import RawRecord


def records(text: str) -> list[RawRecord]:
    """The papers that are read from a page that has to be a digest, without the summaries beside them."""
    read = split(text)
    assert read.reader == "markdown-digest"
    return [record for record in read.records if record.summarises is None]


def title(record: RawRecord) -> str | None:
    """The title as plain text."""
    return record.title.text if record.title else None


def names(record: RawRecord) -> list[str]:
    """The authors as plain text."""
    return [span.text for span in record.authors]


def ids(record: RawRecord) -> list[str]:
    """The identifiers without their kinds."""
    return [printed.id.value for printed in record.ids]
