"""Identifiers of other works in the text of an abstract, as references of the record."""

import re

from corpus_index.domain.record import RawRecord, Reference
from corpus_index.domain.span import Span
from corpus_index.extract.reading.sentences import sentences
from corpus_index.pages.fields.identifiers import identifiers

# Most abstracts have none of these, and looking for identifiers takes much longer.
_LIKELY = re.compile(
    r"10\.\d{4}|arxiv|openreview|acl(?:anthology|web)|pubmed|PMID|PMC\d|huggingface\.co/papers|\d{4}v\d|/\d{7}",
    re.IGNORECASE,
)


def with_cited(record: RawRecord) -> RawRecord:
    """Add a reference for each sentence of the abstract that gives the identifier of another work."""
    abstract = record.abstract
    if not _LIKELY.search(abstract.text):
        return record
    own = {(printed.id.scheme, printed.id.value) for printed in record.ids}
    found = [(of, start, end) for of, start, end in identifiers(abstract.text) if (of.scheme, of.value) not in own]
    cited = []
    for start, end in sentences(abstract.text) if found else ():
        ids = tuple(dict.fromkeys(of for of, begin, _ in found if start <= begin < end))
        if ids:
            place = abstract.start + start, abstract.start + end
            cited.append(Reference(Span(*place, abstract.text[start:end]), ids))
    return record._replace(references=(*record.references, *cited))
