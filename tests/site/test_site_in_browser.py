"""The site in a real browser, opened as files: it works, is accessible, and no text of a page acts."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import hostile_index
import pytest
from attacks import ADDRESSES, MARKUP
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from corpus_index.serving.server import Server
from corpus_index.site.building import build_site
from corpus_index.store import open_store

AXE = Path(__file__).parent / "axe-core" / "axe.min.js"
PAGES = (
    "index.html", "papers.html", "benchmarks.html", "models.html", "graph.html", "disagreements.html",
    "papers/MiMo-V2-Flash.html", "benchmarks/AIME-2024.html", "models/QwQ-32B.html",
)  # fmt: skip
_VIOLATIONS = """
    const done = arguments[arguments.length - 1];
    axe.run(document, {resultTypes: ["violations"], preload: false}).then(({violations}) => done(violations
        .filter((each) => ["serious", "critical"].includes(each.impact))
        .map((each) => `${each.id}: ${each.nodes.map((node) => node.html).slice(0, 3).join(" ")}`)));
"""
_NOT_ACTED = "return window.acted === undefined && parent.acted === undefined"
_INJECTED = """
    const script = document.createElement("script");
    script.textContent = "window.acted=1";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", "<img src=data:, onerror=window.acted=1>");
"""
_FLAGS = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-extensions",
          "--disable-background-networking", "--no-first-run")  # fmt: skip
Browser = Any
"""A driver of selenium, whose own types leave gaps."""

pytestmark = pytest.mark.skipif(
    not (shutil.which("chromium") and shutil.which("chromedriver")), reason="chromium or chromedriver is missing"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in _FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver: Browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_page_load_timeout(60)
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def site(seed_index: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site of the seed pages."""
    folder = tmp_path_factory.mktemp("browsed") / "public"
    with open_store(seed_index) as store:
        build_site(store, folder)
    return folder.as_uri()


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Callable[..., Browser]]:
    """Open a page of the site at a width; nothing may be complained of in the console."""

    def opened_page(page: str, width: int = 1200, *, dark: bool = False) -> Browser:
        metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = {"prefers-color-scheme": "dark" if dark else "light", "prefers-reduced-motion": "reduce"}
        listed = [{"name": name, "value": value} for name, value in features.items()]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": listed})
        browser.get("about:blank")
        browser.get(f"{site}/{page}")
        return browser

    browser.get_log("browser")
    yield opened_page
    assert browser.get_log("browser") == []


def all_of(browser: Browser, selector: str) -> list[Any]:
    """Elements by a selector of CSS."""
    found: list[Any] = browser.find_elements(By.CSS_SELECTOR, selector)
    return found


def test_search_answers_while_one_types(opened: Callable[..., Browser]) -> None:
    browser = opened("index.html")
    (query,) = all_of(browser, "#query")
    browser.switch_to.active_element.send_keys("/")
    assert browser.switch_to.active_element == query
    query.send_keys("specul")
    assert any("LongSpec" in hit.text for hit in all_of(browser, "#hits li"))
    query.send_keys("ative decodng")  # with a slip
    hits = all_of(browser, "#hits li a")
    assert any("LongSpec" in hit.text for hit in hits)
    assert browser.current_url.endswith("#q=speculative%20decodng")
    first = hits[0].get_attribute("href")
    query.send_keys(Keys.ARROW_DOWN, Keys.ARROW_UP)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.current_url == first


def test_a_search_in_the_address_is_made(opened: Callable[..., Browser]) -> None:
    browser = opened("index.html#q=AIME%202024")
    assert all_of(browser, "#hits a")[0].text == "AIME 2024"


def test_tables_sort_by_number_and_by_name(opened: Callable[..., Browser]) -> None:
    browser = opened("benchmarks.html")
    heads = all_of(browser, "th button")

    def column(at: int) -> list[str]:
        return [cell.text for cell in all_of(browser, f"td:nth-child({at})")]

    heads[3].click()
    scores = [int(text or 0) for text in column(4)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]
    heads[0].send_keys(Keys.ENTER)
    initials = [name[0].casefold() for name in column(1)]
    assert initials == sorted(initials)
    assert all_of(browser, "th")[0].get_attribute("aria-sort") == "ascending"


def test_marks_say_what_was_read(opened: Callable[..., Browser]) -> None:
    browser = opened("papers/MiMo-V2-Flash.html")
    mark = next(each for each in all_of(browser, "a.mark") if each.text == "309B total parameters")
    browser.execute_script("arguments[0].focus()", mark)
    (tip,) = all_of(browser, "#tip")
    assert "309B total parameters, MiMo-V2-Flash" in tip.text
    assert mark.get_attribute("aria-describedby") == "tip"
    mark.send_keys(Keys.ESCAPE)
    assert not tip.is_displayed()
    mark.send_keys(Keys.ENTER)
    (fact,) = all_of(browser, "li:target")
    assert "309B total parameters" in fact.text


def test_bibtex_is_copied(opened: Callable[..., Browser]) -> None:
    browser = opened("papers/MiMo-V2-Flash.html")
    (button,) = all_of(browser, "button.copy")
    button.click()
    WebDriverWait(browser, 10).until(lambda _: button.text == "Copied")
    (query,) = opened("index.html").find_elements(By.ID, "query")
    query.send_keys(Keys.CONTROL, "v")
    assert query.get_attribute("value").startswith("@misc{MiMo-V2-Flash,")


def test_the_graph_can_be_explored(opened: Callable[..., Browser]) -> None:
    browser = opened("graph.html")
    assert len(all_of(browser, "#graph a")) > 5
    before = all_of(browser, "#graph")[0].get_dom_attribute("viewBox")
    all_of(browser, "button[data-zoom]")[0].click()
    assert all_of(browser, "#graph")[0].get_dom_attribute("viewBox") != before
    all_of(browser, "#find")[0].send_keys("ARL")
    assert {dot.get_attribute("aria-label").partition(":")[0] for dot in all_of(browser, "#graph a.near")} == {
        "ARL-Tangram", "MiMo-7B", "MiMo-Audio", "MiMo-V2-Flash",
    }  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_accessible_and_fit_a_telephone(opened: Callable[..., Browser], page: str) -> None:
    for dark in (False, True):
        browser = opened(page, 360, dark=dark)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
        browser.execute_script(AXE.read_text(encoding="utf-8"))
        assert browser.execute_async_script(_VIOLATIONS) == []


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """The addresses of an index full of scripts, as files and served, and a page of each sort there is."""
    path, folder = tmp_path / "hostile.db", tmp_path / "public"
    hostile_index.make(path)
    hostile_index.poison(path, "".join((*MARKUP, *ADDRESSES)))
    with open_store(path) as store:
        build_site(store, folder)
    pages = [*folder.glob("*.html"), *(min((folder / sort).iterdir()) for sort in ("papers", "benchmarks", "models"))]
    with Server(path) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield folder.as_uri(), server.address.rstrip("/"), [each.relative_to(folder).as_posix() for each in pages]
        server.shutdown()
        thread.join()


def test_nothing_in_a_text_acts(browser: Browser, hostile: tuple[str, str, list[str]]) -> None:
    as_files, served, pages = hostile
    browser.get_log("browser")
    for page in (f"{root}/{page}" for root in (as_files, served) for page in pages):
        browser.get(page)
        if page.endswith("index.html"):
            all_of(browser, "#query")[0].send_keys("script")
            assert all_of(browser, "#hits li")
        assert browser.execute_script(_NOT_ACTED)
        assert browser.get_log("browser") == []
        # Had a text become an element, the policy of the page would keep it from acting.
        browser.execute_script(_INJECTED)
        assert browser.execute_script(_NOT_ACTED)
        assert "Content Security Policy" in str(browser.get_log("browser"))
