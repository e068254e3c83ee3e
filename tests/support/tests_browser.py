"""The headless Chromium that the page's tests and pictures use."""

import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run")


class BrowserMissing(RuntimeError):
    """No browser; the message says how to install one."""


def start_browser(playwright: Playwright) -> Browser:
    """A Chromium: the system's, else the one that Playwright installed.

    Raises:
        BrowserMissing: if there is neither.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None) or playwright.chromium.executable_path
    if not Path(found).exists():
        raise BrowserMissing("The page is tested in a browser, and none is installed. Install one with: make browser")
    return playwright.chromium.launch(executable_path=found, args=QUIET)
