"""Where a Chromium is: the system's, Playwright's own, or one that Playwright fetches now."""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
HOW_TO = "No Chromium was found. On Debian: apt-get install chromium. Elsewhere install Chrome."


def find(fetch: bool = False) -> str | None:
    """The path of a browser, or None. `fetch` lets Playwright download its own when there is no other."""
    installed = next((path for name in NAMES if (path := shutil.which(name))), None)
    installed = installed or next((place for place in PLACES if Path(place).exists()), None)
    if installed:
        return installed
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if not Path(own).exists() and fetch:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return own if Path(own).exists() else None
