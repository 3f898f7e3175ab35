"""Mikko says a wish into a microphone that beeps, hears it, says it again, and sends it; files do as well without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from selkoapp.interests.wish_models import OwnWish
from selkoapp.media.models import Media
from tests.browser.conftest import PHONE
from tests.browser.test_recorder import ARMED, send, shows, speak
from tests.media.pictures import photo
from tests.media.recordings import recording
from tests.world import sign_in_id


@pytest.fixture
def mikko(beeping, live) -> Callable[..., Page]:
    """mikko("/wishes/own") → his page, on a phone with a microphone."""
    contexts = []

    def opened(path: str, script: bool = True) -> Page:
        about = {"viewport": PHONE, "java_script_enabled": script, "locale": "fi-FI"}
        context = beeping.new_context(**about, permissions=["microphone"])
        contexts.append(context)
        context.set_default_timeout(15_000)
        with live.session() as session:
            token = sign_in_id(session, live.people["mikko"].id, None)
        address = live.base.replace("http:", "https:") + "/"
        context.add_cookies([{"name": "__Host-sid", "value": token, "url": address, "secure": True, "httpOnly": True}])
        page = context.new_page()
        page.goto(live.base + path)
        page.wait_for_timeout(ARMED)
        return page

    yield opened
    for context in contexts:
        context.close()


def kept(live) -> list[tuple[OwnWish, Media | None]]:
    """Mikko's wishes with their sounds."""
    asked = select(OwnWish, Media).outerjoin(Media, Media.id == OwnWish.sound_id).order_by(OwnWish.id)
    with live.session() as session:
        return [tuple(row) for row in session.execute(asked.where(OwnWish.person_id == live.people["mikko"].id))]


def test_mikko_says_a_wish_hears_it_and_says_it_again(mikko, live):
    page = mikko("/wishes/own")
    page.get_by_role("link", name="Puhu", exact=True).click()
    page.wait_for_timeout(ARMED)
    speak(page, 2500)
    page.locator("[data-part=hear]").click()
    expect(page.locator("[data-part=hear]")).to_have_text("Seis")
    speak(page, 700, begin="again")
    send(page)
    expect(page.locator(".notice-words").first).to_have_text("Toiveesi on tallessa.")
    ((wish, sound),) = kept(live)
    assert sound.seconds < 2.5
    heard = page.locator(f"a[href$='/wishes/own/{wish.id}/sound']")
    page.wait_for_timeout(ARMED)
    heard.click()
    expect(heard).to_have_attribute("data-listening", "reading")


def test_a_wish_goes_and_comes_back(mikko, live):
    page = mikko("/wishes/own/voice", script=False)
    page.locator("[type=file]").set_input_files({"name": "v.ogg", "mimeType": "audio/ogg", "buffer": recording("ogg")})
    send(page)
    page.wait_for_timeout(ARMED)
    page.get_by_role("button", name="Poista tämä toive").click()
    expect(page.locator(".notice-words").first).to_have_text("Toive on poistettu. Kukaan ei näe sitä nyt.")
    page.wait_for_timeout(ARMED)
    page.get_by_role("button", name="Peru").click()
    expect(page.locator(".notice-words").first).to_have_text("Toiveesi on tallessa.")
    ((wish, sound),) = kept(live)
    assert wish.removed_at is None and sound is not None


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_mikko_sends_a_photograph(script, mikko, live):
    page = mikko("/wishes/own/photo", script)
    page.locator("[type=file]").set_input_files({"name": "p.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    page.get_by_role("button", name="Lähetä").click()
    picture = page.locator("img.own-photo")
    expect(picture).to_be_visible()
    assert picture.evaluate("img => img.naturalWidth") > 0
    shown = picture.get_attribute("src")
    assert shown == f"/wishes/own/{kept(live)[0][0].id}/picture"


def test_nothing_said_is_told(mikko):
    page = mikko("/wishes/own/voice", script=False)
    page.locator("[data-part=send]").click()
    expect(page.locator(".error-summary li")).to_have_text("Tässä ei ole vielä mitään. Yritä uudestaan.")


def test_the_recorder_is_ready(mikko):
    shows(mikko("/wishes/own/voice"), "begin")
