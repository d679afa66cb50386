"""Nothing that a page or a pasted query holds acts on the screen of `papers browse`."""

import asyncio
import shutil
import unicodedata
from pathlib import Path

import hostile_index
from attacks import TERMINAL
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from cli.browsing.screen import Browser, Query

ATTACK = "".join(TERMINAL)
Marked = tuple[str, ...] | None


async def settled(pilot: Pilot[Marked]) -> None:
    """Wait for the search that is under way, and for what it shows."""
    await asyncio.gather(*(worker.wait() for worker in pilot.app.workers), return_exceptions=True)
    await pilot.pause()


def shown(pilot: Pilot[Marked]) -> list[Strip]:
    """The lines of the screen."""
    return pilot.app.screen._compositor.render_strips()


def assert_inert(pilot: Pilot[Marked]) -> None:
    """Assert that no character is obeyed, and that only in the foot of the screen something can be clicked."""
    *lines, _ = shown(pilot)
    for line in lines:
        assert not [char for char in line.text if unicodedata.category(char) in {"Cc", "Cf", "Cs"}], line.text
        for segment in line:
            assert segment.control is None
            assert segment.style is None or (segment.style.link is None and "@click" not in segment.style.meta)


def test_the_screen_obeys_no_page_and_nothing_that_is_pasted(seed_index: Path, tmp_path: Path) -> None:
    index = tmp_path / "papers.db"
    shutil.copyfile(seed_index, index)
    hostile_index.poison(index, ATTACK)

    async def run() -> None:
        browser = Browser(str(index), str(index), ATTACK)
        async with browser.run_test(size=(160, 40)) as pilot:
            await settled(pilot)
            assert_inert(pilot)
            pilot.app.query_one(Query).value = ""
            await pilot.pause()
            await settled(pilot)
            assert_inert(pilot)
            await pilot.press("enter", "enter", "space", "m")
            await pilot.pause()
            assert_inert(pilot)
            assert "owned" in "".join(line.text for line in shown(pilot))
            await pilot.press("e")
            await pilot.pause()
            pilot.app.screen.query_one(Input).value = ATTACK
            await pilot.pause()
            assert_inert(pilot)
            await pilot.press("escape", "q")

    asyncio.run(run())
