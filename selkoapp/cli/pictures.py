"""`selko pictograms` and `selko screenshots`."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from playwright.sync_api import sync_playwright

from selkoapp.cli import chromium
from selkoapp.pictograms import shelf
from selkoapp.settings import from_environment

SHOTS = {"home": "/home", "task": "/wishes/sector_kitchen/bake"}
PHONE = {"width": 390, "height": 844}  # CSS pixels


def build_with_progress(data: Path) -> shelf.Shelf:
    """Compose the pictures into the data folder; nothing to do when these stand there already."""

    def told(done: int, total: int) -> None:
        if sys.stdout.isatty() or done == total:
            print(f"\rPictures … {done} of {total}", end="", flush=True)

    print("Pictures …", end=" ", flush=True)
    built = shelf.build(data, told)
    print(" ready.")
    return built


def run_pictograms(_asked: Namespace) -> int:
    """`selko pictograms`."""
    build_with_progress(from_environment().data)
    return 0


def run_screenshots(asked: Namespace) -> int:
    """`selko screenshots`: the pictures of README.md, from a running demo whose addresses stand in a JSON file."""
    told = json.loads(asked.people.read_text("utf-8"))
    folder = Path(__file__).parents[2] / "docs"
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        page = browser.new_context(viewport=PHONE, locale="fi-FI").new_page()
        page.goto(told["people"]["aino"]["card_plain"])
        while "/home" not in page.url:
            page.wait_for_timeout(1000)
            page.locator("main form button").first.click()
        for name, path in SHOTS.items():
            page.goto(told["base"] + path)
            page.screenshot(path=folder / f"{name}.png")
        browser.close()
    return 0
