"""Pages as they were read: records, facts under their sentences, and what the readers thought."""

from collections.abc import Iterable, Mapping

from cli.console import blank, put
from corpus_index.domain.amounts import result_line, spec_line
from corpus_index.domain.facts import Fact, Facts
from corpus_index.domain.record import RawRecord
from corpus_index.domain.wording import counted
from corpus_index.extract import explain, sentence_around
from corpus_index.pages import ReaderVerdict
from corpus_index.pipeline import Parsed


def print_records(parsed: Parsed) -> None:
    """Print a table of the records of a page."""
    from cli.render.tables import grid, print_table, text

    assert parsed.read is not None  # noqa: S101  only called for pages that were read
    put((parsed.source, "title"), (f"  read as {parsed.read.reader}", "quiet"))
    table = grid(("#", "right"), ("kind", "left"), ("title, or how the text begins", "left"), ("facts", "right"))
    for record, facts in zip(parsed.read.records, parsed.facts, strict=True):
        title = text(record.title.text) if record.title else text(_beginning(record.abstract.text), "dim")
        table.add_row(str(record.ordinal), record.kind.value, title, str(len(_listed(facts))))
    print_table(table)
    if parsed.read.skipped:
        stretches = counted(len(parsed.read.skipped), "stretch of the page is", "stretches of the page are")
        put((f"{stretches} in no record", "quiet"))


def print_facts_of(parsed: Parsed) -> None:
    """Print every sentence that states a fact, with the words marked, and the facts under it with their rules."""
    assert parsed.read is not None  # noqa: S101  only called for pages that were read
    page = parsed.read.page.text
    for number, record in enumerate(parsed.read.records):
        if number:
            blank()
        title = record.title.text if record.title else "no title"
        put((f"{parsed.source}#{record.ordinal}  {title}", "title"))
        explained = explain(record)
        for sentence, listed in _by_sentence(record, explained.facts):
            _print_sentence(page, sentence, listed, explained.rules)


def print_verdicts(source: str, verdicts: Iterable[ReaderVerdict]) -> None:
    """Print what each reader thought of a page."""
    put((source, "title"))
    for verdict in verdicts:
        put((f"{'fits' if verdict.fits else 'no':<5}", "good" if verdict.fits else "quiet"), f"{verdict.reader}: ",
            (verdict.why, "quiet"), indent="  ", later=" " * 7)  # fmt: skip


def _listed(facts: Facts) -> list[tuple[Fact, str]]:
    """All facts with a line on each, in the order of the page; the same words may state several."""
    lines: list[tuple[Fact, str]] = [
        *((fact, f"introduces {fact.name} ({fact.kind})") for fact in facts.introduces),
        *((fact, f"model {fact.name} ({fact.role})") for fact in facts.models),
        *((fact, f"benchmark {fact.name}") for fact in facts.benchmarks),
        *((fact, f"result {fact.kind}: {result_line(fact)}") for fact in facts.results),
        *((fact, f"spec: {spec_line(fact)}") for fact in facts.specs),
        *((fact, "URL") for fact in facts.urls),
    ]
    return sorted(lines, key=lambda line: (line[0].start, line[0].end))


def _beginning(text: str) -> str:
    return text if len(text) <= 100 else text[:100].rpartition(" ")[0] + " …"


def _by_sentence(record: RawRecord, facts: Facts) -> list[tuple[tuple[int, int], list[tuple[Fact, str]]]]:
    spans = [span for span in (record.title, record.abstract) if span is not None]
    grouped: dict[tuple[int, int], list[tuple[Fact, str]]] = {}
    for fact, line in _listed(facts):
        span = next((span for span in spans if span.start <= fact.start and fact.end <= span.end), record.abstract)
        start, end = sentence_around(span.text, fact.start - span.start, fact.end - span.start)
        grouped.setdefault((start + span.start, end + span.start), []).append((fact, line))
    return sorted(grouped.items())


def _print_sentence(
    page: str, sentence: tuple[int, int], facts: list[tuple[Fact, str]], rules: Mapping[Fact, tuple[str, ...]]
) -> None:
    from cli.console import marked

    start, end = sentence
    marks: list[tuple[int, int]] = []
    for fact, _ in facts:
        if fact.start >= start and (not marks or fact.start - start >= marks[-1][1]):
            marks.append((fact.start - start, fact.end - start))
    put(*marked(page[start:end], marks), indent="  ")
    for fact, line in facts:
        made = f", by {'; '.join(rules[fact])}" if any(rules.get(fact, ())) else ""
        put(line, (f" “{fact.evidence}” {fact.start}-{fact.end}{made}", "quiet"), indent="    - ", later="      ")
