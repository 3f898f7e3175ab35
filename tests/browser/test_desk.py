"""Simo's desk on a phone and on paper: one row of ways, the box in view, no sheet of paper wasted."""

import re

import pytest

from tests.browser.conftest import LAPTOP, PHONE


@pytest.mark.parametrize("who", ["simo", "petra"])
def test_the_ways_stand_in_one_row_on_a_phone(live, signed_in, who):
    page = signed_in(who, viewport=PHONE)
    page.goto(live.base + "/coach/people")
    middles = page.locator(".desk-way").evaluate_all(
        "ways => ways.map((w) => w.getBoundingClientRect()).map((r) => r.top + r.height / 2)"
    )
    assert len(middles) >= 4 and max(middles) - min(middles) < 2


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_a_thread_opens_at_its_newest_message_with_the_box_in_view(live, signed_in, viewport):
    page = signed_in("simo", viewport=viewport)
    page.goto(live.base + "/coach")
    page.locator("a.inbox-row", has_text="Aino").click()
    for part in ("#newest", "#reply textarea", "#reply button.button-primary"):
        box = page.locator(part).bounding_box()
        assert box["y"] >= -1 and box["y"] + box["height"] <= viewport["height"], part


def test_the_box_is_two_keys_away(live, signed_in):
    page = signed_in("simo", viewport=LAPTOP)
    page.goto(live.base + "/coach")
    page.locator("a.inbox-row").first.click()
    page.goto(page.url.partition("#")[0])
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    page.keyboard.type("Hei")
    assert page.locator("#reply textarea").input_value() == "Hei"


def sheets(page) -> int:
    """How many sheets of A4 the page takes when it is printed."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


def test_one_card_with_its_help_is_one_sheet(live, signed_in):
    page = signed_in("simo", viewport=LAPTOP)
    page.goto(f"{live.base}/coach/people/{live.people['aino'].id}/cards")
    page.locator("main button.button-primary").click()
    page.locator(".paper-card").wait_for()
    assert sheets(page) == 1


def test_six_cards_are_two_sheets_and_one_of_help(live, signed_in):
    page = signed_in("simo", viewport=LAPTOP)
    page.goto(live.base + "/coach/cards")
    for tick in page.locator("input[type=checkbox]").all()[:6]:
        tick.check()
    page.locator("main button.button-primary").click()
    page.locator(".paper-card").first.wait_for()
    assert (page.locator(".paper-card").count(), sheets(page)) == (6, 3)
