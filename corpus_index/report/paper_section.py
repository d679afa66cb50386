"""One paper in INDEX.md, and links to where it stands."""

from collections.abc import Iterable
from html import escape
from pathlib import PurePath

from corpus_index.domain.amounts import amount, spec_amount
from corpus_index.domain.facts import Trust
from corpus_index.domain.paper import Paper, SourcedResult, SourcedSpec
from corpus_index.export.markdown_text import escaped, link


class Places:
    """Makes links to the lines of pages, which lie in `folder`; without one, where their names say.

    `up` leads from where the links stand to where `folder`, or a name that is no whole path, is seen from.
    """

    def __init__(self, folder: str, up: str = "") -> None:
        self._folder = folder.rstrip("/") + "/" if folder else ""
        self._up = up

    def lines(self, page: str, first: int, last: int) -> str:
        """A link to the lines `first` to `last` of `page`, called by its name and lines."""
        path = page.replace("\\", "/")
        name = path.rsplit("/", 1)[-1]
        span = f"L{first}-L{last}" if last > first else f"L{first}"
        target = f"{self._folder}{name}" if self._folder else path
        return link(f"{name}:{first}", f"{'' if PurePath(target).is_absolute() else self._up}{target}#{span}")


def paper_section(paper: Paper, places: Places) -> list[str]:
    """Lines of Markdown for one paper, an empty line last."""
    title = f"*{escaped(paper.title)}*" if paper.title_inferred else escaped(paper.title)
    sources = ", ".join(
        places.lines(record.page, record.first_line, record.last_line)
        + (" (summary)" if record.kind.value == "summary" else "")
        for record in paper.records
    )
    lines = [f'### <a id="{escape(paper.key)}"></a>{title}', "", f"`{paper.key}` · {sources}", ""]
    facts = [
        ("Authors", _authors(paper)),
        (
            "Introduces",
            _joined(_marked(f"{escaped(fact.name)} ({fact.kind.value})", fact.trust) for fact in paper.introduces),
        ),
        ("Models", _joined(_marked(f"{escaped(fact.name)} ({fact.role.value})", fact.trust) for fact in paper.models)),
        ("Benchmarks", _joined(_marked(escaped(fact.name), fact.trust) for fact in paper.benchmarks)),
        ("Results", _joined((_result(fact) for fact in paper.results), "; ")),
        ("Specifications", _joined((_spec(fact) for fact in paper.specs), "; ")),
    ]
    items = [f"- {name}: {text}" for name, text in facts if text]
    return [*lines, *items, *([""] if items else [])]


def _authors(paper: Paper) -> str:
    names = ", ".join(escaped(name) for name in paper.authors)
    return f"{names} and others" if names and not paper.authors_complete else names


def _joined(parts: Iterable[str], by: str = ", ") -> str:
    return by.join(parts)


def _marked(text: str, trust: Trust) -> str:
    return text if trust is Trust.OWN else f"{text} [{trust.value}]"


def _result(fact: SourcedResult) -> str:
    text = f"{escaped(amount(fact))} {escaped(fact.metric or '')}".strip()
    if fact.benchmark:
        text += f" on {escaped(fact.benchmark)}"
    if fact.subject:
        text += f" ({escaped(fact.subject)})"
    return _marked(text, fact.trust)


def _spec(fact: SourcedSpec) -> str:
    text = f"{escaped(fact.attribute)} {escaped(spec_amount(fact))}"
    if fact.subject:
        text += f" ({escaped(fact.subject)})"
    return _marked(text, fact.trust)
