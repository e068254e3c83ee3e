"""Fixtures of the page's tests: a server of its own, and a headless browser."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests_browser import start_browser

PATIENCE = 20_000  # milliseconds; machines that run the tests may be slow

# What hostile text would call or set; and what a page with an error reports.
TRAPS = """
window.hacked = 0; window.calls = []; window.ran = (from) => { window.calls.push(from); };
window.addEventListener("error", (event) => window.calls.push("error: " + event.message));
"""


class Served(NamedTuple):
    """A page being served: its address, and the file that lists what its server looked up or connected to."""

    address: str
    connections: Path


class Visit(NamedTuple):
    """A page in the browser, and the address of everything that it asked for."""

    page: Page
    requests: list[str]

    def ask(self, question: str) -> None:
        """Type a question and press Enter; wait for its answer."""
        turns = self.page.locator(".turn")
        before = turns.count()
        self.page.get_by_label("Question", exact=True).fill(question)
        self.page.keyboard.press("Enter")
        self.page.locator(f".turn:nth-child({before + 1}):not(.asking)").wait_for()

    @property
    def last(self):
        """The last turn of the conversation."""
        return self.page.locator(".turn").last


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page of page_server.py, in a process of its own."""
    connections = tmp_path_factory.mktemp("page") / "connections.txt"
    command = [sys.executable, str(Path(__file__).with_name("page_server.py")), str(connections)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        said = process.stdout.readline()
        address = re.search(r"http://\S+", said)
        assert address, f"the page was not served: {said}"
        yield Served(address.group(), connections)
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Callable[[int, bool], BrowserContext]:
    """A browser context for each screen, kept so that the page's scripts are fetched once."""

    @cache
    def context(width: int, dark: bool) -> BrowserContext:
        made = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )
        made.set_default_timeout(PATIENCE)
        made.add_init_script(TRAPS)
        return made

    return context


@pytest.fixture
def visit(contexts: Callable, served: Served, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The page, freshly opened; a parameter such as `{"width": 390, "dark": True}` sets the screen."""
    screen = {"width": 1280, "dark": False} | getattr(request, "param", {})
    page = contexts(**screen).new_page()
    requests: list[str] = []
    page.on("request", lambda one: requests.append(one.url))
    page.goto(served.address)
    page.get_by_label("Question", exact=True).wait_for()
    yield Visit(page, requests)
    page.evaluate("localStorage.clear()")
    page.close()
