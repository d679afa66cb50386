"""`papers parse`."""

import sys
from collections.abc import Iterable, Iterator

from cli.boundary import DONE, FAILED
from cli.console import blank, is_terminal, json_line, say
from cli.options import ExplainFacts, ExplainReader, ParseAs, ParseFormat, Paths
from cli.patterns import expanded
from cli.progress import shown_count
from corpus_index.domain.document import document
from corpus_index.errors import PapersError
from corpus_index.pipeline import Parsed, parse


def run(
    paths: Paths,
    form: ParseAs = None,
    explain_reader: ExplainReader = False,
    explain_facts: ExplainFacts = False,
) -> int:
    """Read pages and print their records without storing anything.

    \b
    One JSON object a record (docs/schema has its description): title, abstract,
    facts, and for each the words of the page with their position in it.

    \b
    Examples:
      papers parse today.txt | jq .title
      papers parse saved-pages/ --format table
      papers parse today.txt --explain-reader
      papers parse today.txt --explain-facts

    \b
    Exit code 2 where a page was refused.
    """
    chosen = {"--format": form is not None, "--explain-reader": explain_reader, "--explain-facts": explain_facts}
    given = [option for option, is_given in chosen.items() if is_given]
    if len(given) > 1:
        raise PapersError(" and ".join(given), "exclude each other", "give one of them")
    if form is None:
        form = ParseFormat.TABLE if is_terminal(sys.stdout) else ParseFormat.JSONL
    paths = expanded(paths)
    if explain_reader:
        return _explain_readers(paths)
    refused = False
    for number, parsed in enumerate(_counted(parse(paths, sys.stdin.buffer))):
        if number and parsed.problem is None and (explain_facts or form is ParseFormat.TABLE):
            blank()
        if parsed.problem is not None:
            refused = True
            say(f"papers: {parsed.problem}", "error")
        elif explain_facts:
            from cli.render.parsed import print_facts_of

            print_facts_of(parsed)
        elif form is ParseFormat.JSONL:
            _print_json(parsed)
        else:
            from cli.render.parsed import print_records

            print_records(parsed)
    return FAILED if refused else DONE


def _counted(pages: Iterable[Parsed]) -> Iterator[Parsed]:
    """Show how many records there were so far, where the records themselves go to a file."""
    if is_terminal(sys.stdout):
        yield from pages
        return
    with shown_count("records read") as shown:
        count = 0
        for parsed in pages:
            if shown and count:
                shown(parsed.source, count)
            yield parsed
            count += len(parsed.facts)


def _print_json(parsed: Parsed) -> None:
    from cli.render.json_lists import dumped

    assert parsed.read is not None  # noqa: S101  it has no problem, so it was read
    for record, facts in zip(parsed.read.records, parsed.facts, strict=True):
        json_line(dumped(document(parsed.source, record, facts)))


def _explain_readers(paths: list[str]) -> int:
    from cli.render.parsed import print_verdicts
    from corpus_index import pages
    from corpus_index.errors import PageError

    refused = False
    for source in pages.sources(paths, sys.stdin.buffer):
        try:
            if isinstance(source, PageError):
                raise source
            verdicts = pages.explain(pages.load(source.name, source.data))
        except PageError as problem:
            refused = True
            say(f"papers: {problem}", "error")
            continue
        print_verdicts(source.name, verdicts)
        refused = refused or not any(verdict.fits for verdict in verdicts)
    return FAILED if refused else DONE
