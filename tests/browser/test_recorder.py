"""Mikko records his voice in a real browser with a microphone that beeps, hears it, and sends it; or sends a file."""

import threading
import time

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session
from waitress.server import create_server

from selkoapp.app import create_app
from selkoapp.kernel import schema
from selkoapp.media.models import Media
from selkoapp.settings import Settings
from tests.browser.conftest import PHONE
from tests.media import pages
from tests.media.recordings import recording

ARMED = 800  # milliseconds


@pytest.fixture(scope="module")
def voices(tmp_path_factory):
    """The room of tests/media/pages.py behind waitress: its app and its address."""
    settings = Settings(data=tmp_path_factory.mktemp("voices"), secret_key="s" * 32, mode="test", https=False, speech=("silent",))
    app = create_app(settings)
    pages.register(app)
    schema.upgrade(app.extensions["engine"])
    served = create_server(app, host="127.0.0.1", port=0, threads=4, max_request_body_size=13_000_000)
    threading.Thread(target=served.run, daemon=True).start()
    yield app, f"http://localhost:{served.effective_port}/voices"
    served.close()
    app.extensions["speech"].close()
    app.extensions["engine"].dispose()


@pytest.fixture
def open_page(beeping, voices):
    """open_page(microphone=…, script=…) → the page on a phone."""
    contexts = []

    def opened(microphone: bool = True, script: bool = True, before: str = "") -> Page:
        about = {"viewport": PHONE, "java_script_enabled": script, "locale": "fi-FI"}
        context = beeping.new_context(**about, permissions=["microphone"] if microphone else [])
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        if before:
            page.add_init_script(before)
        page.goto(voices[1])
        page.wait_for_timeout(ARMED)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def kept(voices):
    """kept() → the sounds that were kept since this test began."""

    def rows() -> list[Media]:
        with Session(voices[0].extensions["engine"]) as session:
            return list(session.scalars(select(Media).order_by(Media.id)))

    before = len(rows())
    return lambda: rows()[before:]


def visible(page: Page) -> list[str]:
    """The parts of the recorder that can be seen."""
    return page.eval_on_selector_all("[data-part]", "all => all.filter(e => e.checkVisibility()).map(e => e.dataset.part)")


def press(page: Page, part: str) -> None:
    page.locator(f"[data-part={part}]").click()


def send(page: Page) -> None:
    with page.expect_navigation():
        press(page, "send")


def shows(page: Page, part: str) -> None:
    expect(page.locator(f"[data-part={part}]")).to_be_visible()


def speak(page: Page, milliseconds: int, begin: str = "begin") -> None:
    press(page, begin)
    shows(page, "speaking")
    page.wait_for_timeout(milliseconds)
    press(page, "end")
    shows(page, "hear")


def test_speak_hear_and_send(open_page, kept):
    page = open_page()
    assert visible(page) == ["begin"]
    press(page, "begin")
    shows(page, "speaking")
    assert visible(page) == ["speaking", "time", "end"]
    page.wait_for_timeout(1500)
    assert page.locator("[data-part=time]").evaluate("bar => bar.value") > 1
    press(page, "end")
    shows(page, "hear")
    assert visible(page) == ["spoken", "hear", "again", "send"]
    assert page.evaluate("document.activeElement.dataset.part") == "hear"
    press(page, "hear")
    expect(page.locator("[data-part=hear]")).to_have_text("Seis")
    expect(page.locator("[data-part=hear]")).to_have_text("Kuuntele")
    send(page)
    (sound,) = kept()
    assert 1.2 < sound.seconds < 6


def test_what_was_sent_plays_with_its_length_known(open_page, kept):
    page = open_page()
    speak(page, 1200)
    send(page)
    address = f"/voices/{kept()[-1].id}"
    page.locator(f"audio[src='{address}']").evaluate("sound => { sound.load(); sound.play(); }")
    give_up = time.monotonic() + 10
    while page.locator(f"audio[src='{address}']").evaluate("sound => sound.currentTime") < 0.3:
        assert time.monotonic() < give_up, "It does not play"
        page.wait_for_timeout(50)
    assert page.locator(f"audio[src='{address}']").evaluate("sound => sound.duration") == pytest.approx(
        kept()[-1].seconds, abs=0.1
    )


def test_speak_again_sends_the_second(open_page, kept):
    page = open_page()
    speak(page, 3000)
    speak(page, 700, begin="again")
    send(page)
    (sound,) = kept()
    assert sound.seconds < 3


def test_it_ends_by_itself_when_the_time_is_over(open_page):
    page = open_page()
    page.locator("[data-module=recorder]").evaluate("recorder => recorder.dataset.longest = 1")
    press(page, "begin")
    shows(page, "hear")
    assert page.locator("[type=file]").evaluate("field => field.files.length") == 1


def test_two_presses_are_one(open_page):
    page = open_page()
    page.evaluate("document.querySelector('[data-part=begin]').click(); document.querySelector('[data-part=begin]').click()")
    shows(page, "speaking")
    page.wait_for_timeout(600)
    press(page, "end")
    shows(page, "hear")
    page.wait_for_timeout(600)
    assert visible(page) == ["spoken", "hear", "again", "send"]


def test_a_microphone_that_is_refused_leaves_the_file(open_page):
    page = open_page(
        before="navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"
    )
    press(page, "begin")
    shows(page, "plain")
    assert visible(page) == ["plain", "refused", "send"]
    expect(page.locator("[data-part=refused] .notice-words")).to_have_text("Mikrofoni ei auennut. Pyydä apua.")


@pytest.mark.parametrize(
    "about", [{"script": False}, {"before": "delete window.MediaRecorder"}], ids=["no script", "no recorder"]
)
def test_a_file_does_as_well(about, open_page, kept):
    page = open_page(**about)
    page.locator("[type=file]").set_input_files({"name": "voice.ogg", "mimeType": "audio/ogg", "buffer": recording("ogg")})
    send(page)
    (sound,) = kept()
    assert sound.seconds == pytest.approx(2, abs=0.05)
    assert page.locator("[type=file]").get_attribute("accept") == "audio/*"


def test_nothing_recorded_is_said(open_page):
    page = open_page(script=False)
    send(page)
    expect(page.locator(".field-error")).to_have_text("Tässä ei ole vielä mitään. Yritä uudestaan.")
