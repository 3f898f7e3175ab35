"""Somebody has used Aino's card on another device."""

import pytest
import time_machine

from selkoapp.accounts import cards
from selkoapp.accounts.devices import guess_kind
from selkoapp.kernel import clock
from tests.accounts.door import card_for, card_of, come_in, press

ASKED = "Korttiasi käytettiin uudella laitteella."


@pytest.fixture
def two_devices(browser, session, world):
    """Aino's phone, and a second device on which her card has just been used; and the card's token."""
    token = card_for(session, world.aino)
    phone, other = browser(), browser()
    come_in(phone, token, "mine")
    come_in(other, token, "mine")
    return phone, other, token


def answer_to(page) -> str:
    (form,) = [f for f in page.all("form") if f.get("action").startswith("/card-uses/")]
    return form.get("action")


def pictures(page) -> list[str]:
    return [image.get("src").rpartition("/")[2].partition(".")[0] for image in page.all("img")]


def test_the_first_device_is_asked_and_the_new_one_is_not(two_devices):
    phone, other, _ = two_devices
    page = phone.get("/home")
    assert page.h1 == "Olitko se sinä?"
    assert ASKED in page.text
    assert page.buttons() == ["Kyllä", "En"]
    assert other.get("/home").h1 == "Hei, Aino!"


PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
TABLET = "Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1"
IPAD = "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 Mobile/15E148 Safari/604.1"
NEW_IPAD_OR_MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15"
CHROME_ON_IPAD = NEW_IPAD_OR_MAC.replace("Version/18.0", "CriOS/140.0")
CHROME_ON_MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.mark.parametrize(
    ("browser_says", "kind"),
    [(PHONE, "phone"), (IPHONE, "phone"), (TABLET, "tablet"), (IPAD, "tablet"), (CHROME_ON_IPAD, "tablet"),
     (CHROME_ON_MAC, "computer"), (WINDOWS, "computer"), (NEW_IPAD_OR_MAC, ""), ("", ""), ("curl/8", "")],
)  # fmt: skip
def test_the_kind_of_device_is_told_only_where_the_browser_tells_it(browser_says, kind):
    assert guess_kind(browser_says) == kind


def test_the_question_tells_when_and_on_what_kind_of_device(browser, session, world):
    token = card_for(session, world.aino)
    phone, other = browser(), browser()
    come_in(phone, token, "mine")
    other.client.environ_base["HTTP_USER_AGENT"] = TABLET
    with time_machine.travel(clock.now().replace(hour=7, minute=15), tick=False):
        come_in(other, token)
        page = phone.get("/home")
    assert "Se oli tänään kello 9.15." in page.text
    assert "Laite oli tabletti." in page.text
    assert "device_tablet" in pictures(page)[1:3] and "new_device_alert" not in page.html, pictures(page)


def test_what_a_no_does_stands_before_the_answers(two_devices):
    phone, _other, _token = two_devices
    text = phone.get("/home").text
    assert text.index("Jos vastaat en, kortti ei enää toimi.") < text.index("Kyllä")


def test_an_own_device_is_not_asked_about_itself_after_lopeta(browser, session, world):
    token = card_for(session, world.aino)
    first, second = browser(), browser()
    come_in(first, token, "mine")
    come_in(second, token, "mine")
    press(second, second.get("/me"), "/leaving")
    assert come_in(second, token).h1 == "Minkä kielen haluat?"
    assert second.get("/home").h1 == "Hei, Aino!"
    assert first.get("/home").h1 == "Olitko se sinä?"


def test_a_shared_tablet_still_asks_the_next_time(browser, session, world):
    token = card_for(session, world.aino)
    first, tablet = browser(), browser()
    come_in(first, token, "mine")
    come_in(tablet, token, "shared")
    press(tablet, tablet.get("/me"), "/leaving")
    come_in(tablet, token)
    assert tablet.get("/home").h1 == "Olitko se sinä?"


def test_a_yes_goes_home_and_is_not_asked_again(two_devices, session, world):
    phone, other, _ = two_devices
    page = phone.get("/home")
    assert press(phone, page, answer_to(page), was_me="yes").h1 == "Hei, Aino!"
    assert phone.get("/home").h1 == "Hei, Aino!"
    other.get("/home")
    assert card_of(session, world.aino).stopped_at is None


def test_a_no_stops_the_card_and_the_other_device_and_tells_the_coordinator(two_devices, session, world):
    phone, other, token = two_devices
    page = phone.get("/home")
    told = press(phone, page, answer_to(page), was_me="no")
    assert told.h1 == "Korttisi ei enää toimi"
    assert phone.get(told.response.request.path).h1 == told.h1, "the page has an address: Back never sends the answer again"
    assert "Pyydä valmentajalta uusi kortti." in told.text
    other.get("/home", 401)
    assert phone.get("/home").h1 == "Hei, Aino!"
    phone.get(f"/k/{token}", 404)
    ((use, person),) = cards.misused_cards(session, world.petra.viewer)
    assert (person.name, use.was_me) == ("Aino", False)


def test_an_answer_within_a_moment_saves_nothing(two_devices, session, world):
    phone, _, _ = two_devices
    page = phone.get("/home")
    assert phone.press(page, answer_to(page), was_me="no").h1 == "Olitko se sinä?"
    assert card_of(session, world.aino).stopped_at is None


def test_a_no_that_comes_twice_is_one_and_a_yes_after_it_changes_nothing(two_devices, session, world):
    phone, _, _ = two_devices
    page = phone.get("/home")
    action = answer_to(page)
    for _ in range(2):
        assert press(phone, page, action, was_me="no").h1 == "Korttisi ei enää toimi"
    press(phone, page, action, 409, was_me="yes")
    assert card_of(session, world.aino).stopped_at is not None


def test_nobody_answers_for_aino(two_devices, browser, world):
    phone, _, _ = two_devices
    page = phone.get("/home")
    press(browser(world.onni), page, answer_to(page), 404, was_me="no")
