"""What Simo or Aino has half-written: kept in its tab while they look elsewhere, dropped when it has gone, wiped at leaving."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import func, select

from selkoapp.messages.models import Message
from tests.browser.conftest import LAPTOP
from tests.browser.hearing import ARMED

HALF = "Hei! Katson tätä vielä"


@pytest.fixture
def simo(live, signed_in):
    """Simo's browser on the thread of the first who waits."""
    page = signed_in("simo", viewport=LAPTOP)
    open_first(live, page)
    return page


def open_first(live, page) -> None:
    page.goto(live.base + "/coach")
    page.locator("a.inbox-row").first.click()
    page.locator("#reply").wait_for()
    page.wait_for_load_state("networkidle")


def box(page):
    return page.locator("#reply textarea")


def kept(page) -> int:
    return page.evaluate("sessionStorage.length")


def test_a_half_written_reply_waits_while_simo_looks_at_somebody_else(live, simo):
    address = simo.url
    box(simo).fill(HALF)
    simo.get_by_role("link", name="Seuraava odottava").click()
    simo.wait_for_url(lambda url: url != address)
    expect(box(simo)).to_have_value("")
    simo.goto(address)
    expect(box(simo)).to_have_value(HALF)


def test_it_is_dropped_once_it_has_gone(live, simo):
    address = simo.url
    box(simo).fill(HALF)
    simo.locator("#reply button.button-primary").click()
    expect(simo.locator(".bubble-text").last).to_have_text(HALF)
    simo.goto(address.partition("#")[0])
    expect(box(simo)).to_have_value("")
    assert kept(simo) == 0


def test_it_comes_back_when_it_never_arrived(live, simo):
    address = simo.url
    box(simo).fill(HALF)
    simo.context.set_offline(True)
    simo.locator("#reply button.button-primary").click()
    simo.wait_for_timeout(500)
    simo.context.set_offline(False)
    simo.goto(address)
    expect(box(simo)).to_have_value(HALF)


def test_it_stays_when_simo_promises_to_reply_later(live, simo):
    box(simo).fill(HALF)
    simo.get_by_role("button", name="Luin").click()
    expect(simo.locator(".notice-words")).to_contain_text("Lupasit vastata")
    expect(box(simo)).to_have_value(HALF)


def test_logging_out_leaves_nothing_in_the_tab(live, simo):
    box(simo).fill(HALF)
    assert kept(simo) == 1
    simo.locator(".desk-leave button").click()
    simo.wait_for_url("**/staff")
    assert kept(simo) == 0


def test_a_reply_sent_after_the_sign_in_ended_goes_on_its_way_once(live, simo):
    def said() -> int:
        with live.session() as session:
            return session.scalar(select(func.count()).select_from(Message).where(Message.text == HALF))

    before, person = said(), live.people["simo"]
    box(simo).fill(HALF)
    simo.context.clear_cookies()
    simo.locator("#reply button.button-primary").click()
    simo.locator("input[name=login]").fill(person.login)
    simo.locator("input[name=password]").fill(person.password)
    simo.locator("main form button").click()
    expect(simo.locator("main textarea")).to_have_value(HALF)
    assert said() == before
    simo.get_by_role("button", name="Jatka").click()
    expect(box(simo)).to_have_value(HALF)
    assert said() == before
    simo.locator("#reply button.button-primary").click()
    expect(simo.locator(".bubble-text").last).to_have_text(HALF)
    expect(box(simo)).to_have_value("")
    assert said() == before + 1


def mine(page):
    """Aino's box, on a page that takes presses (arming.js) and has its scripts."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(ARMED)
    return page.locator("main textarea")


def test_what_aino_has_half_written_waits_on_her_phone_while_she_goes_home(live, signed_in):
    page = signed_in("aino")
    page.goto(live.base + "/messages")
    mine(page).fill(HALF)
    page.locator(".bar a", has_text="Koti").click()
    page.wait_for_url("**/home")
    page.wait_for_timeout(ARMED)
    page.locator(".tile", has_text="Viestit").click()
    expect(mine(page)).to_have_value(HALF)
    page.wait_for_timeout(ARMED)
    page.locator("main form .button-primary").click()
    expect(page.locator(".bubble-text").last).to_have_text(HALF)
    expect(mine(page)).to_have_value("")
    assert kept(page) == 0


def test_lopeta_wipes_what_aino_has_half_written(live, signed_in):
    page = signed_in("aino")
    page.goto(live.base + "/messages")
    mine(page).fill(HALF)
    assert kept(page) == 1
    page.goto(live.base + "/me")
    page.wait_for_timeout(ARMED)
    page.locator("form[action='/leaving'] button").click()
    page.wait_for_url(live.base + "/")
    assert kept(page) == 0


def test_a_shared_tablet_keeps_nothing_that_mikko_has_half_written(live, signed_in):
    page = signed_in("mikko", shared=True)
    page.goto(live.base + "/messages")
    mine(page).fill(HALF)
    assert kept(page) == 0
