"""Somebody who listens to pages in a real browser."""

import time
from pathlib import Path

from playwright.sync_api import Page, Route, expect
from sqlalchemy import update

from selkoapp.accounts.models import Look, Person

HERE = Path(__file__).parent
TASK = "/wishes/sector_kitchen/serve_food"
ARMED = 800  # milliseconds after which a page takes presses (arming.js)
EVERY_WORD = """() => {
  const late = '.top .button-help, .bar', bar = document.querySelector('.bar-listen');
  const all = [...document.querySelectorAll('[data-say] .w:not(.w-more)')].filter(w => w.checkVisibility() && !bar.contains(w));
  const inOrder = [...all.filter(w => !w.closest(late)), ...all.filter(w => w.closest(late))];
  return inOrder.map(w => w.textContent.replaceAll('\\u00ad', ''));
}"""


def choose(live, who: str, language: str | None = None, **look) -> None:
    """What this person has chosen in settings: language, speed, voice, at_once."""
    with live.session() as session:
        person = live.people[who].id
        if language:
            session.execute(update(Person).where(Person.id == person).values(language=language))
            look["language"] = language
        session.execute(update(Look).where(Look.person_id == person).values(**look))
        session.commit()


def open_page(page: Page, address: str) -> Page:
    """The page with an ear to it, ready for presses."""
    if not getattr(page, "has_ear", False):
        page.add_init_script(path=HERE / "ear.js")
        page.has_ear = True
    page.goto(address)
    page.wait_for_timeout(ARMED)
    return page


def until(page: Page, holds: str, patience: float = 8) -> None:
    """Wait until this JavaScript expression holds. Playwright's own way would break the Content-Security-Policy."""
    give_up = time.monotonic() + patience
    while not page.evaluate(holds):
        assert time.monotonic() < give_up, f"It never came: {holds}"
        page.wait_for_timeout(20)


def read_whole(page: Page) -> list[str]:
    """Press Kuuntele and wait until all is read: what was lit, in order."""
    page.locator(".bar-listen").click()
    expect(page.locator(".bar-listen[data-listening]")).to_be_visible()
    expect(page.locator(".bar-listen[data-listening]")).to_have_count(0, timeout=60_000)
    return [words for _, words in page.evaluate("ear.lit")]


def lit(page: Page) -> str:
    """The words that are lit now."""
    return " ".join(page.locator(".lit").all_inner_texts()).replace("\u00ad", "")


def silence_server(page: Page, status: int | None = 503) -> None:
    """From now on every sound and its times fail with this status; None: nothing arrives at all."""

    def refuse(route: Route) -> None:
        if status:
            route.fulfill(status=status, headers={"Retry-After": "60"})
        else:
            route.abort()

    page.route(lambda url: ".mp3" in url or ".json" in url, refuse)
