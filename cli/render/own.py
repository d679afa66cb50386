"""What a person says of a paper."""

from cli.console import json_line, put, put_lines, say
from cli.render.wording import titled
from corpus_index.domain.own import TAG
from corpus_index.pipeline import OwnReport


def print_own(report: OwnReport, *, json: bool, dry_run: bool) -> None:
    """Print the key, the title and all that is said now, a line a field; tags stand together."""
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
        return
    dry = " (dry run: nothing was stored)" if dry_run else ""
    put((report.key, "key"), *titled(report.key, report.title), (dry, "quiet"), later="  ")
    tags = [field.removeprefix(TAG) for field in report.own if field.startswith(TAG)]
    fields = {field: value for field, value in report.own.items() if not field.startswith(TAG)}
    for field, value in {**fields, **({"tags": ", ".join(sorted(tags))} if tags else {})}.items():
        put_lines((f"{field}: ", "quiet"), value or "none", indent="  ", later="    ")
    if report.joined:
        others = f"{', '.join(report.joined)} {'is' if len(report.joined) == 1 else 'are'}"
        say(f"papers: by what you set, {others} the same paper; papers undo takes it back", "warning")
    for field in report.absent:
        what = f"tag {field.removeprefix(TAG)}" if field.startswith(TAG) else f"{field} of your own"
        say(f"papers: {report.key} has no {what} to take away", "quiet")
    if not report.own:
        put(("nothing of your own", "quiet"), indent="  ")
