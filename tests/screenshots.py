"""Pictures of the page that runs at ADDRESS: on a desk with an article open, dark, and on a phone.

Usage: clipfile chat --no-open &  python tests/screenshots.py FOLDER [ADDRESS [QUESTION]]
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).with_name("support")))
from playwright.sync_api import sync_playwright
from tests_browser import start_browser

SCREENS = {  # name: width, height, colours, quote opened in the reader
    "desk": (1280, 860, "light", 1),
    "dark": (1280, 860, "dark", 1),
    "phone": (390, 844, "light", None),
    "phone-reader": (390, 844, "light", 1),
}


def take(folder: Path, address: str, question: str) -> None:
    """Ask the question on each screen, open the article, and save a picture."""
    with sync_playwright() as playwright:
        browser = start_browser(playwright)
        for name, (width, height, colours, quote) in SCREENS.items():
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=colours, reduced_motion="reduce"
            )
            page.goto(address)
            page.get_by_label("Question", exact=True).fill(question)
            page.keyboard.press("Enter")
            page.locator(".turn:not(.asking)").wait_for()
            if quote:
                page.locator(".card .number").nth(quote - 1).click()
                page.locator("dialog[open] mark").wait_for()
                page.mouse.move(0, 0)
                page.evaluate("scrollTo(0, 0)")
            page.wait_for_timeout(300)
            page.screenshot(path=folder / f"{name}.png")
            page.close()


if __name__ == "__main__":
    given = sys.argv[1:] + ["", "http://127.0.0.1:7860", "How many people have been displaced?"][len(sys.argv) - 1 :]
    take(Path(given[0]), given[1], given[2])
