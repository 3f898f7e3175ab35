"""Minun remembers, Yhteinen does not; and Lopeta ends it on the server too."""

from datetime import timedelta

import pytest
import time_machine

from selkoapp.kernel import clock
from tests.accounts.door import COOKIE, LONG_AGO, card_for, come_in, press, sid
from tests.visit import Browser

KEPT = f"Max-Age={400 * 24 * 3600}"


def parts(page) -> list[str]:
    """What the one cookie that the answer sets says about itself."""
    (cookie,) = page.response.headers.getlist("Set-Cookie")
    name, *rest = cookie.split("; ")
    assert name.startswith(f"{COOKIE}=")
    return sorted(part for part in rest if not part.startswith("Expires="))


def settle(browser, session, named, whose: str):
    """Come in and answer the question; the browser and the bare answer to the press."""
    guest = browser()
    page = come_in(guest, card_for(session, named))
    return guest, press(guest, page, "/device", follow=False, whose=whose)


def test_minun_keeps_the_cookie(browser, session, world):
    aino, page = settle(browser, session, world.aino, "mine")
    assert parts(page) == sorted(["HttpOnly", KEPT, "Path=/", "SameSite=Lax", "Secure"])
    with time_machine.travel(clock.now() + timedelta(days=179)):
        assert aino.get("/home").h1 == "Hei, Aino!"


def test_yhteinen_does_not_and_neither_does_a_device_nobody_has_claimed(browser, session, world):
    mikko = browser()
    page = mikko.get(f"/k/{card_for(session, world.mikko)}")
    unclaimed = press(mikko, page, "/sign-ins", follow=False)
    assert parts(unclaimed) == sorted(["HttpOnly", "Path=/", "SameSite=Lax", "Secure"])
    _, page = settle(browser, session, world.mikko, "shared")
    assert parts(page) == sorted(["HttpOnly", "Path=/", "SameSite=Lax", "Secure"])


def test_the_token_changes_at_sign_in_and_the_old_one_opens_nothing(browser, session, world):
    aino = browser()
    token = card_for(session, world.aino)
    come_in(aino, token)
    first = sid(aino)
    come_in(aino, token)
    assert sid(aino) != first
    thief = Browser(browser().client, first)
    thief.get("/home", 401)


def test_lopeta_ends_the_sign_in_on_the_server(browser, session, world):
    mikko, _ = settle(browser, session, world.mikko, "shared")
    copied = sid(mikko)
    page = press(mikko, mikko.get("/home"), "/leaving")
    assert page.h1 == "Kuka sinä olet?"
    assert "Mikko" not in page.html
    mikko.get("/home", 401)
    Browser(browser().client, copied).get("/home", 401)


def test_a_second_tap_within_a_moment_does_not_end_it(browser, world):
    onni = browser(world.onni)
    assert onni.press(onni.get("/me"), "/leaving").h1 == "Hei, Onni!"


def test_the_next_person_on_a_shared_tablet_is_not_asked_again(browser, session, world):
    tablet, _ = settle(browser, session, world.mikko, "shared")
    press(tablet, tablet.get("/home"), "/leaving")
    page = come_in(tablet, card_for(session, world.onni))
    assert page.h1 == "Minkä kielen haluat?"


def test_another_person_on_somebodys_own_phone_is_asked(browser, session, world):
    phone, _ = settle(browser, session, world.aino, "mine")
    assert come_in(phone, card_for(session, world.onni)).h1 == "Kenen laite tämä on?"


def test_every_page_of_a_shared_device_has_lopeta_and_an_own_phone_has_it_on_mina(browser, world):
    tablet = browser(world.mikko, shared=True)
    for path in ("/home", "/me", "/settings", "/help", "/messages", "/events", "/wishes"):
        page = tablet.get(path)
        assert page.buttons().count("Lopeta") == 1, path
        assert page.one("div", data_module="still_here").get("data-presence") == "/presence"
    phone = browser(world.aino)
    assert "Lopeta" not in phone.get("/home").buttons()
    assert phone.get("/me").buttons().count("Lopeta") == 1


ENDS = [("own", False, timedelta(days=180)), ("shared", True, timedelta(minutes=10)), ("unclaimed", None, timedelta(minutes=10))]


@pytest.mark.parametrize(("_kind", "shared", "idle"), ENDS)
def test_a_quiet_sign_in_ends_by_itself(browser, world, _kind, shared, idle):
    start = clock.now()
    person = browser(world.mikko, shared)
    with time_machine.travel(start + idle - timedelta(minutes=1), tick=False):
        person.get("/home")
        with time_machine.travel(start + 2 * idle - timedelta(minutes=2), tick=False):
            person.get("/home")  # sliding
        with time_machine.travel(start + 3 * idle, tick=False):
            person.get("/home", 401)


def test_a_shared_sign_in_ends_after_three_hours_whatever_happens(browser, world):
    start = clock.now()
    mikko = browser(world.mikko, shared=True)
    for minutes in range(9, 180, 9):
        with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
            mikko.get("/help")
            assert mikko.get("/home").h1 == "Hei, Mikko!"
    with time_machine.travel(start + timedelta(minutes=181), tick=False):
        mikko.get("/home", 401)


def test_a_touch_renews_and_a_poll_does_not(browser, world):
    start = clock.now()
    toucher, poller = browser(world.mikko, shared=True), browser(world.onni, shared=True)
    with time_machine.travel(start + timedelta(minutes=9), tick=False):
        assert toucher.raw("POST", "/presence").status_code == 204
        poller.raw("GET", "/messages", headers={"X-Fragment": "1"})
    with time_machine.travel(start + timedelta(minutes=12), tick=False):
        toucher.get("/home")
        poller.get("/home", 401)


def test_lopeta_of_a_page_whose_time_was_up_leads_to_the_front_door(browser, world):
    start = clock.now()
    mikko = browser(world.mikko, shared=True)
    with time_machine.travel(start + timedelta(minutes=11), tick=False):
        assert mikko.post("/leaving", {"made": LONG_AGO}).h1 == "Tervetuloa"
