"""Search on the whole screen, driven by textual's pilot."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from cli.browsing.hits import Hits
from cli.browsing.reading import Reading
from cli.browsing.screen import Browser, Query

Marked = tuple[str, ...] | None
Session = Callable[[Pilot[Marked]], Awaitable[None]]


def browsed(index: Path, session: Session, query: str = "", columns: int = 80) -> Marked:
    """What the program gives after a session on a screen of so many columns."""

    async def run() -> Marked:
        browser = Browser(str(index), str(index), query)
        async with browser.run_test(size=(columns, 24)) as pilot:
            await settled(pilot)
            await session(pilot)
            await pilot.pause()
        return browser.return_value

    return asyncio.run(run())


async def settled(pilot: Pilot[Marked]) -> None:
    """Wait for the search that is under way, and for what it shows."""
    await asyncio.gather(*(worker.wait() for worker in pilot.app.workers), return_exceptions=True)
    await pilot.pause()


async def typed(pilot: Pilot[Marked], text: str) -> None:
    """Search for a text as if it had been typed."""
    pilot.app.query_one(Query).value = text
    await pilot.pause()
    await settled(pilot)


def keys(pilot: Pilot[Marked]) -> list[str | None]:
    """The keys of the list."""
    return [option.id for option in pilot.app.query_one(Hits).options]


def said(pilot: Pilot[Marked]) -> str:
    """What stands below the search."""
    return str(pilot.app.query_one("#status", Static).content)


def read(pilot: Pilot[Marked]) -> str:
    """The text of the paper that is shown."""
    return str(pilot.app.query_one(Reading).query_one(Static).content)


def test_papers_are_found_as_one_types_and_marked(index: Path) -> None:
    async def session(pilot: Pilot[Marked]) -> None:
        assert len(keys(pilot)) == 43
        await typed(pilot, "speculative deco")
        assert keys(pilot)[:2] == ["LongSpec", "MiMo-V2-Flash"]
        assert "LongSpec: Long-Context Lossless" in read(pilot)
        await pilot.press("down", "space", "down", "space")
        assert said(pilot).startswith("11 papers · 2 papers have all words")
        assert said(pilot).endswith(" · 2 marked")
        assert "MiMo-V2-Flash Technical Report" in read(pilot)
        await pilot.press("space", "slash")
        await typed(pilot, "TrimR")
        await pilot.press("enter", "space", "m")
        assert keys(pilot) == ["LongSpec", "TrimR"]
        await pilot.press("m")
        assert keys(pilot)[0] == "TrimR"
        await pilot.press("q")

    assert browsed(index, session, columns=160) == ("LongSpec", "TrimR")


def test_on_a_narrow_screen_a_paper_takes_the_place_of_the_list(index: Path) -> None:
    async def session(pilot: Pilot[Marked]) -> None:
        hits, reading = pilot.app.query_one(Hits), pilot.app.query_one(Reading)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert (hits.display, reading.display) == (False, True)
        assert "MiMo-V2-Flash Technical Report" in read(pilot)
        assert max(map(len, read(pilot).splitlines())) <= 77
        await pilot.press("space", "escape")
        await pilot.pause()
        assert (hits.display, reading.display) == (True, False)
        await typed(pilot, "year:abc")
        assert "year: takes a year" in said(pilot)
        assert keys(pilot)[0] == "MiMo-V2-Flash"
        await typed(pilot, "zebrafish")
        assert (keys(pilot), said(pilot)) == ([], "0 papers · 1 marked")
        await pilot.press("ctrl+c")

    assert browsed(index, session, "MiMo-V2-Flash") is None


def test_marked_papers_are_added_to_a_file(index: Path, tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"

    async def write(pilot: Pilot[Marked], name: Path) -> str:
        pilot.app.clear_notifications()
        await pilot.press("e")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = str(name)
        await pilot.press("enter")
        await settled(pilot)
        return "".join(notification.message for notification in pilot.app._notifications)

    async def session(pilot: Pilot[Marked]) -> None:
        await pilot.press("enter")
        assert "papers: 1 paper added to " in await write(pilot, file)
        await pilot.press("space", "down", "space")
        assert "papers: 1 paper added to " in await write(pilot, file)
        assert "cannot be written" in await write(pilot, tmp_path / "none" / "refs.bib")
        await pilot.press("ctrl+q")

    assert browsed(index, session, "speculative decoding") == ("LongSpec", "MiMo-V2-Flash")
    content = file.read_text(encoding="utf-8")
    assert [line for line in content.splitlines() if line.startswith("@")] == [
        "@misc{LongSpec,",
        "@misc{MiMo-V2-Flash,",
    ]


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize(("marked", "code", "out"), [(("A-1", "B"), 0, "A-1\nB\n"), ((), 0, ""), (None, 130, "")])
def test_what_was_marked_is_printed(
    papers: Any, monkeypatch: pytest.MonkeyPatch, marked: Marked, code: int, out: str
) -> None:
    monkeypatch.setattr("cli.commands.browse.is_terminal", lambda _: True)
    monkeypatch.setattr("cli.browsing.screen.Browser.run", lambda _: marked)
    run = papers("browse", "speculative", "decoding")
    assert (run.code, run.out) == (code, out)


@pytest.mark.usefixtures("index")
def test_it_needs_a_terminal_and_an_extra(papers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    run = papers("browse")
    assert (run.code, run.out) == (2, "")
    assert run.err == "papers: papers browse: needs a terminal; in a script, use: papers search\n"
    monkeypatch.setattr("cli.commands.browse.is_terminal", lambda _: True)
    monkeypatch.setitem(sys.modules, "cli.browsing.screen", None)
    run = papers("browse")
    assert run.code == 2
    assert "pip install 'corpus-index[browse]'" in run.err
