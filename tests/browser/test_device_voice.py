"""The device's own voice: by choice, or when the server has none. The device is a stand-in (device.js)."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from selkoapp.speech import service
from tests.browser.hearing import TASK, choose, lit, open_page, silence_server, until

DEVICE = (Path(__file__).parent / "device.js").read_text("utf-8")
SATU = {"name": "Satu", "voiceURI": "com.apple.voice.compact.fi-FI.Satu", "lang": "fi-FI", "localService": True, "default": False}
REMOTE = SATU | {"name": "Google suomi", "voiceURI": "Google suomi", "localService": False}
ROBOT = SATU | {"name": "Finnish (eSpeak NG)", "voiceURI": "espeak-ng fi"}
JOKE = SATU | {"name": "Grandma (suomi (Suomi))", "voiceURI": "com.apple.eloquence.fi-FI.Grandma"}
ENGLISH = SATU | {"name": "Samantha", "voiceURI": "Samantha", "lang": "en-US"}
SILENCE = "Ääntä ei saatu nyt. Voit lukea tekstin itse."


@pytest.fixture
def on_device(signed_in):
    """on_device(voices, tells_words) → Aino's page on a device with these voices."""

    def opened(*voices: dict, tells_words: bool = True):
        page = signed_in("aino")
        page.add_init_script(
            f"window.deviceVoices = {json.dumps(voices)}; window.tellsWords = {json.dumps(tells_words)};\n{DEVICE}"
        )
        return page

    return opened


def test_the_device_speaks_when_the_server_is_silent(live, on_device):
    page = open_page(on_device(REMOTE, ROBOT, JOKE, ENGLISH, SATU), live.base + TASK)
    silence_server(page)
    page.locator(".ask .listen").click()
    until(page, "said.length")
    assert page.evaluate("said[0].voice") == "Satu" and page.evaluate("said[0].lang") == "fi-FI"
    assert page.evaluate("said[0].text").startswith("Haluatko tarjoilla ruokaa")
    until(page, "ear.lit.length >= 3")
    assert [words for _, words in page.evaluate("ear.lit")][:3] == ["Haluatko", "tarjoilla", "ruokaa"]
    expect(page.locator("[data-listening]")).to_have_count(0)
    assert page.locator(".speech-told").inner_text() == ""


@pytest.mark.parametrize("voice", [REMOTE, ROBOT, JOKE, ENGLISH], ids=["remote", "robot", "joke", "English"])
def test_no_bad_voice_is_taken(voice, live, on_device):
    page = open_page(on_device(voice), live.base + TASK)
    silence_server(page)
    page.locator(".ask .listen").click()
    expect(page.locator(".speech-told")).to_have_text(SILENCE)
    assert page.evaluate("said") == []


def test_a_device_that_does_not_tell_its_words_lights_the_sentence(live, on_device):
    page = open_page(on_device(SATU, tells_words=False), live.base + TASK)
    silence_server(page)
    page.locator(".ask .listen").click()
    until(page, "said.length")
    page.wait_for_timeout(400)
    assert not lit(page), "first it is waited for words"
    until(page, "ear.lit.length")
    assert lit(page) == "Haluatko tarjoilla ruokaa"


def test_the_chosen_device_voice_begins_inside_the_press_and_asks_the_server_nothing(live, on_device):
    page = on_device(SATU)
    choose(live, "aino", voice="device", speed="slow")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if ".mp3" in request.url else None)
    open_page(page, live.base + TASK)
    page.evaluate("document.querySelector('.ask .listen').click()")
    assert page.evaluate("said.length") == 1
    assert page.evaluate("said[0].rate") < 0.9 and asked == []


def test_the_chosen_device_voice_gives_way_where_the_device_has_none(live, on_device):
    page = on_device(ENGLISH)
    choose(live, "aino", voice="device")
    open_page(page, live.base + TASK)
    page.locator(".ask .listen").click()
    until(page, "ear.starts.length")
    assert page.evaluate("said") == []


def test_pausing_says_the_rest_again(live, on_device):
    page = on_device(SATU)
    choose(live, "aino", voice="device")
    open_page(page, live.base + TASK + "/meaning")
    button = page.locator(".ask .listen")
    button.click()
    until(page, "ear.lit.length >= 2")
    button.click()
    word = lit(page)
    before = page.evaluate("said.length")
    button.click()
    until(page, f"said.length > {before}")
    assert page.evaluate(f"said[{before}].text").startswith(word), "it goes on at the same word"


def test_sentences_are_said_one_by_one(live, on_device):
    page = on_device(SATU)
    choose(live, "aino", voice="device")
    open_page(page, live.base + TASK + "/meaning")
    page.locator(".ask .listen").click()
    expect(page.locator("[data-listening]")).to_have_count(0, timeout=15_000)
    shown = page.locator(".ask [data-say]").all_text_contents()
    sentences = [sentence for text in shown for sentence in re.split(r"(?<=[.!?]) ", text.replace("\u00ad", ""))]
    assert page.evaluate("said.map(each => each.text.trim())") == sentences and len(sentences) >= 3


def test_stopping_silences_the_device(live, on_device):
    page = on_device(SATU)
    choose(live, "aino", voice="device")
    open_page(page, live.base + TASK)
    page.locator(".bar-listen").click()
    until(page, "speechSynthesis.speaking")
    page.locator(".bar-listen").click()
    assert not page.evaluate("speechSynthesis.speaking") and not lit(page)


def test_a_word_is_said_by_the_device_too(live, on_device):
    page = on_device(SATU)
    choose(live, "aino", voice="device")
    open_page(page, live.base + TASK)
    page.locator(".ask-question .w").nth(2).click()
    until(page, "said.length")
    assert page.evaluate("said.map(each => each.text)") == ["ruokaa"]


@pytest.mark.parametrize("voice", [SATU, ROBOT], ids=["good", "robot"])
def test_settings_offer_the_device_voice_only_where_it_is_good(voice, live, on_device):
    page = open_page(on_device(voice), live.base + "/settings/voice")
    offered = page.locator("[data-device-voice]")
    if voice is ROBOT:
        expect(offered).to_be_hidden()
        return
    expect(offered).to_be_visible()
    offered.locator("[data-listen]").click()
    until(page, "said.length")
    assert page.evaluate("said[0].voice") == "Satu" and page.evaluate("ear.audio") is None


@pytest.fixture
def robot(monkeypatch):
    """The server's voice is a robot's."""
    monkeypatch.setattr(service, "ROBOTS", ("silent",))


def marked(page) -> list[str]:
    """The visible choices that are marked as what holds now."""
    return page.locator(".heard button[aria-current]:visible").all_inner_texts()


def test_a_good_voice_of_the_device_is_preselected_before_a_robot(live, on_device, robot):
    page = open_page(on_device(SATU), live.base + TASK)
    page.locator(".ask .listen").click()
    until(page, "said.length")
    assert page.evaluate("said[0].voice") == "Satu"
    open_page(page, live.base + "/settings/voice")
    assert marked(page) == ["Laitteen ääni"]
    open_page(page, live.base + "/settings")
    expect(page.locator("a[href='/settings/voice'] .row-note")).to_have_text("Laitteen ääni", use_inner_text=True)


def test_our_voice_reads_where_the_device_has_no_good_one(live, on_device, robot):
    page = open_page(on_device(ROBOT), live.base + TASK)
    page.locator(".ask .listen").click()
    until(page, "ear.starts.length")
    open_page(page, live.base + "/settings/voice")
    assert marked(page) == ["Ääni 1"]
    open_page(page, live.base + "/settings")
    expect(page.locator("a[href='/settings/voice']")).to_be_hidden()


def test_a_good_voice_of_ours_comes_before_the_device(live, on_device):
    page = open_page(on_device(SATU), live.base + TASK)
    page.locator(".ask .listen").click()
    until(page, "ear.starts.length")
    assert page.evaluate("said") == []
    open_page(page, live.base + "/settings/voice")
    assert marked(page) == ["Ääni 1"]


def test_our_voice_stays_once_it_is_chosen(live, on_device, robot):
    page = on_device(SATU)
    choose(live, "aino", voice="silent")
    open_page(page, live.base + TASK)
    page.locator(".ask .listen").click()
    until(page, "ear.starts.length")
    assert page.evaluate("said") == []


@pytest.mark.parametrize("good", [True, False])
def test_the_voice_is_asked_about_where_there_is_more_than_one(good, live, on_device):
    """The server has one voice: without a good one on the device there is nothing to choose."""
    page = open_page(on_device(SATU if good else ROBOT), live.base + "/settings")
    expect(page.locator("a[href='/settings/speed']")).to_be_visible()
    expect(page.locator("a[href='/settings/voice']")).to_be_visible(visible=good)
    open_page(page, live.base + "/welcome/voice")
    expect(page.locator("#speed")).to_be_visible()
    expect(page.locator("#voice")).to_be_visible(visible=good)
    if good:
        page.locator("#voice .heard .listen").first.click()
        until(page, "ear.starts.length")
        assert page.evaluate("said") == [], "our voice is heard by our voice"
