"""How the app sounds: which voice, how fast, by itself or not, and on which devices."""

import pytest

from tests.accounts.door import card_for, come_in, press
from tests.home.test_settings import chosen

LOCAL = "Laitteen ääni"


@pytest.fixture
def voices(the_app, monkeypatch):
    """Two voices for Finnish, one for the other languages."""
    speech = the_app.extensions["speech"]
    monkeypatch.setattr(speech, "voices", lambda language: ("festival", "espeak") if language == "fi" else ("espeak",))


def set_to(someone, kind: str, choice: str):
    return press(someone, someone.get(f"/settings/{kind}"), f"/settings/{kind}", choice=choice)


def now(someone, *kinds: str) -> list[str]:
    """What these settings are set to, in words."""
    return [word for kind in kinds for word in chosen(someone.get(f"/settings/{kind}"))]


def samples(page) -> list[str]:
    return [link.get("href").partition("?")[2] for link in page.all("a") if link.get("data-listen") == "sample"]


def test_each_voice_can_be_heard_before_it_is_chosen(voices, visit, world):
    page = visit(world.aino, "/settings/voice")
    assert page.buttons() == ["Ääni 1", "Ääni 2", LOCAL]
    assert chosen(page) == ["Ääni 1"], "the preselected one"
    assert samples(page) == [f"speed=normal&voice={voice}" for voice in ("festival", "espeak", "device")]


def test_each_speed_is_heard_by_the_chosen_voice(voices, browser, world):
    aino = browser(world.aino)
    set_to(aino, "voice", "espeak")
    assert samples(aino.get("/settings/speed")) == [f"speed={speed}&voice=espeak" for speed in ("slow", "normal", "fast")]


def test_the_voice_of_the_device_waits_for_a_script_that_finds_one(voices, visit, world):
    waiting = [e for e in visit(world.aino, "/settings/voice").all("div") if e.get("data-device-voice") is not None]
    assert [("hidden" in e.attrib, LOCAL in "".join(e.itertext())) for e in waiting] == [(True, True)]


def test_a_voice_that_a_language_has_not_gives_way_to_one_that_it_has(voices, browser, world):
    aino = browser(world.aino)
    aino.language = None
    set_to(aino, "voice", "festival")
    set_to(aino, "language", "sv")
    assert now(aino, "voice") == ["Röst 1"]
    set_to(aino, "language", "fi")
    assert now(aino, "voice") == ["Ääni 1"]


def hidden(page, name: str, **attributes: str) -> bool:
    """Whether this waits for a script that finds a good voice of the device."""
    element = page.one(name, **attributes)
    return "hidden" in element.attrib and "data-device-voice" in element.attrib


def voice_row(page):
    return next(row for row in page.all("li") if any(link.get("href") == "/settings/voice" for link in row.iter()))


def test_where_there_is_one_voice_nobody_is_asked_which(voices, browser, world):
    aino = browser(world.aino)
    assert "hidden" not in voice_row(aino.get("/settings")).attrib
    assert not hidden(aino.get("/welcome/voice"), "section", id="voice")
    aino.language = None
    set_to(aino, "language", "sv")
    row = voice_row(aino.get("/settings"))
    assert "hidden" in row.attrib and "data-device-voice" in row.attrib
    assert hidden(aino.get("/welcome/voice"), "section", id="voice")


def test_without_any_voice_there_is_none_to_choose(the_app, monkeypatch, browser, world):
    monkeypatch.setattr(the_app.extensions["speech"], "voices", lambda language: ())
    aino = browser(world.aino)
    assert "/settings/voice" not in aino.get("/settings").links().values()
    aino.get("/settings/voice", 404)
    assert aino.get("/welcome/voice").buttons()[:3] == ["Hidas", "Tavallinen", "Nopea"]


def test_a_visitor_chooses_for_the_device_and_staff_for_nothing(browser, world):
    visitor = browser()
    set_to(visitor, "speed", "slow")
    assert now(visitor, "speed") == ["Hidas"]
    visitor.get("/settings/devices", 404)
    coach = browser(world.simo)
    coach.get("/settings/speed", 404)
    assert "Nopeus" not in coach.get("/settings").text


@pytest.fixture
def two_devices(voices, browser, session, world):
    """Leila's phone and her tablet, in Finnish."""
    token = card_for(session, world.leila)
    both = browser(), browser()
    for each in both:
        each.language = None
        come_in(each, token, "mine")
        set_to(each, "language", "fi")
    return both


def test_a_choice_stays_on_its_device(two_devices):
    phone, tablet = two_devices
    set_to(phone, "speed", "slow")
    assert now(tablet, "speed", "devices") == ["Tavallinen", "Tässä laitteessa"]


def test_all_devices_sound_alike_when_wanted(two_devices):
    phone, tablet = two_devices
    set_to(phone, "speed", "slow")
    set_to(phone, "devices", "all")
    assert now(tablet, "speed", "devices") == ["Hidas", "Kaikissa laitteissani"]
    set_to(tablet, "voice", "espeak")
    set_to(tablet, "reading", "opening")
    assert now(phone, "voice", "reading") == ["Ääni 2", "Kun sivu avautuu"]
    set_to(phone, "devices", "this")
    set_to(phone, "speed", "fast")
    assert now(tablet, "speed", "devices") == ["Hidas", "Tässä laitteessa"]


def test_the_look_of_pages_never_follows_to_other_devices(two_devices):
    phone, tablet = two_devices
    set_to(phone, "devices", "all")
    set_to(phone, "text", "largest")
    assert now(tablet, "text") == ["Tavallinen"]


def test_the_voice_of_a_device_stays_on_it(two_devices):
    phone, tablet = two_devices
    set_to(tablet, "voice", "espeak")
    set_to(phone, "voice", "device")
    set_to(phone, "speed", "fast")
    set_to(phone, "devices", "all")
    assert now(tablet, "voice", "speed") == ["Ääni 2", "Nopea"]
    assert now(phone, "voice") == [LOCAL]


@pytest.mark.parametrize(
    ("devices", "reading"),
    [("this", "Kun painan Kuuntele"), ("all", "Kun sivu avautuu")],
)
def test_a_new_device_begins_as_the_person_likes_it(voices, browser, session, world, devices, reading):
    """It reads at once only if all devices do: among others that could tell what nobody else should hear."""
    token = card_for(session, world.aino)
    phone, tablet = browser(), browser()
    come_in(phone, token, "mine")
    for kind, choice in (("devices", devices), ("voice", "device"), ("speed", "slow"), ("reading", "opening")):
        set_to(phone, kind, choice)
    come_in(tablet, token, "shared")
    assert now(tablet, "voice", "speed", "reading") == ["Ääni 1", "Hidas", reading]
