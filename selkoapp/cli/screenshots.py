"""`selko screenshots`: the pictures of README.md, from a running demo."""

import json
from argparse import Namespace
from pathlib import Path

from playwright.sync_api import sync_playwright

from selkoapp.cli import chromium
from selkoapp.cli.refusal import Refusal

DOCS = Path(__file__).parents[2] / "docs"
SHOTS = {"home": "/home", "task": "/wishes/sector_kitchen/bake"}
PHONE = {"width": 390, "height": 844}  # CSS pixels


def run(asked: Namespace) -> int:
    """Come in with Aino's card and take the pictures. Raises Refusal without a browser."""
    browser_path = chromium.find()
    if browser_path is None:
        raise Refusal(chromium.HOW_TO)
    told = json.loads(asked.people.read_text("utf-8"))
    DOCS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_context(viewport=PHONE, locale="fi-FI").new_page()
        page.goto(told["people"]["aino"]["card_plain"])
        while "/home" not in page.url:
            page.wait_for_timeout(1000)  # a press sooner than 700 ms after the page came counts for nothing
            page.locator("main form button").first.click()
        for name, path in SHOTS.items():
            page.goto(told["base"] + path)
            page.screenshot(path=DOCS / f"{name}.png")
        browser.close()
    return 0
