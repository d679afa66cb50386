"""What `check` found."""

from collections.abc import Iterable
from itertools import groupby

from cli.console import blank, put
from cli.render.wording import titled
from corpus_index.domain.board import Finding, FindingKind
from corpus_index.domain.wording import counted

_STYLES = {
    FindingKind.CONTRADICTION: "error",
    FindingKind.DOUBTFUL_MERGE: "warning",
    FindingKind.DOUBTFUL_SPLIT: "warning",
    FindingKind.SHARED_ID: "warning",
}


_LACKS = {FindingKind.INFERRED_TITLE, FindingKind.NO_FACTS}
_MOST = 5
"""How many papers that only lack something are printed; in a large index they are most of all."""


def print_findings(findings: Iterable[Finding]) -> None:
    """Print findings, those of a kind together, and in these those of a paper."""
    for number, (kind, of_kind) in enumerate(groupby(findings, key=lambda finding: finding.kind)):
        if number:
            blank()
        found = list(of_kind)
        reason = f": {found[0].text}" if kind in _LACKS else ""
        put((counted_findings(kind, len(found)), _STYLES.get(kind, "heading")), (reason, "quiet"), later="  ")
        shown = found[:_MOST] if kind in _LACKS else found
        for (key, title), of_paper in groupby(shown, key=lambda finding: (finding.key, finding.title)):
            put((key, "key"), *titled(key, title), indent="  ", later="    ")
            for finding in of_paper:
                _print_finding(finding)
        if len(shown) < len(found):
            put((f"and {len(found) - len(shown)} more; --json lists them", "quiet"), indent="  ")


def counted_findings(kind: FindingKind, number: int) -> str:
    """Write how many findings of a kind there are: `2 doubtful merges`."""
    if kind is FindingKind.NO_FACTS:
        return f"{counted(number, 'paper')} without facts"
    return counted(number, kind.value)


def _print_finding(finding: Finding) -> None:
    if finding.kind not in _LACKS:
        put(finding.text, indent="    ", later="      ")
    for quote in finding.quotes:
        place = f"{quote.record} at {quote.start}-{quote.end}"
        put((f"“{quote.evidence}”  {place}", "quiet"), indent="      ", later="        ")
    if finding.why:
        trusted = f"{finding.trusted} is trusted" if finding.trusted else "neither is trusted more"
        put((f"{trusted}: {finding.why}", "quiet"), indent="      ", later="        ")
