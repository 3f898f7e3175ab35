"""What an attacker tried against the pages' own voice, each once; and what a mistake of ours may show."""

import json
import logging
import re

import pytest

from selkoapp.kernel.headers import OF_EVERYTHING, OF_PAGES
from selkoapp.kernel.logs import JsonLines
from selkoapp.speech.service import Speech
from selkoapp.speech.weave import Weaver
from tests.messages.desk import reply, write
from tests.speech.test_answers import address, one_of_each, sayings

CANARY = "SALAISUUS"


@pytest.fixture
def aino(browser, world):
    return browser(world.aino)


@pytest.fixture
def page(aino, session, world):
    write(session, world.aino, "Hei Simo! Tulen huomenna.")
    session.commit()
    return aino.get("/messages")


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_elsewhere_reads_no_private_text_aloud(aino, page, site):
    asked = {kind: address(page, saying) for kind, saying in one_of_each(page).items()}
    asked["whole"] = "/messages?say=page/all.mp3"
    answers = {kind: aino.raw("GET", path, headers={"Sec-Fetch-Site": site}) for kind, path in asked.items()}
    assert {kind: answer.status_code for kind, answer in answers.items()} == {
        "own": 200,
        "page": 403,
        "message": 403,
        "whole": 403,
    }


def test_leaving_takes_the_sound_along(aino, page, app, world):
    private = one_of_each(page)["page"]
    assert aino.raw("GET", address(page, private)).status_code == 200
    clips = app.extensions["settings"].data / "speech" / "people" / str(world.aino.id)
    assert list(clips.glob("*.mp3"))
    home = aino.get("/me")
    aino.press(home, "/leaving", made="1")
    assert not clips.exists()


@pytest.fixture
def after_a_press(aino, page):
    """The thread shown again because a press was refused, at an address that cannot be opened: no Referer tells another."""
    shown = aino.post("/messages/quick-answers", {"answer": "zzz"})
    private = [saying for saying in sayings(shown) if saying.startswith("?")]
    assert private
    return shown, private


def test_a_page_after_a_press_is_heard(aino, after_a_press):
    shown, private = after_a_press
    for saying in private:
        assert aino.raw("GET", address(shown, saying)).mimetype == "audio/mpeg"


def test_what_one_person_saw_is_not_said_to_another(browser, world, after_a_press):
    shown, private = after_a_press
    for saying in private:
        assert browser(world.leila).raw("GET", address(shown, saying)).status_code == 404


def test_who_has_left_saw_nothing(aino, app, world, after_a_press):
    _shown, private = after_a_press
    assert app.extensions["shown"].recall(str(world.aino.id), private[0][1:])
    aino.press(aino.get("/me"), "/leaving", made="1")
    assert not app.extensions["shown"].recall(str(world.aino.id), private[0][1:])


def test_the_coachs_side_is_not_woven(browser, session, world):
    thread = write(session, world.aino, f"{CANARY} viesti")
    session.commit()
    simo = browser(world.simo)
    for headers in ({}, {"X-Fragment": "1"}):
        shown = simo.raw("GET", f"/coach/threads/{thread}", headers=headers)
        assert "data-say" not in shown.text and CANARY in shown.text
        asked = simo.raw("GET", f"/coach/threads/{thread}?say=page/all.mp3", headers=headers)
        assert asked.mimetype == "text/html"


REFERERS = [
    "http://[",
    "https://localhost//evil.example/x",
    "//evil.example",
    "javascript:alert(1)",
    "https://evil.example/",
    '"><b>',
]


@pytest.mark.parametrize("referer", REFERERS, ids=range(len(REFERERS)))
def test_a_page_after_a_press_leads_nowhere_else(aino, referer):
    headers = {"Referer": referer}
    shown = aino.raw("POST", "/messages", data={"text": "", "made": "1", "key": "x"}, headers=headers)
    assert shown.status_code == 422
    assert 'data-page=""' in shown.text and "evil" not in shown.text and "javascript:" not in shown.text


def test_what_was_asked_of_a_page_is_not_asked_again(aino):
    page = aino.get("/wishes/work?page=2&say=&speed=fast&voice=x")
    (root,) = page.all("html")
    assert root.get("data-page") == "?page=2"


def test_the_page_for_no_sound_can_be_heard_by_another_way(aino, page):
    answer = aino.raw("GET", "/messages?say=abcabcabcabc/0.mp3")
    assert answer.status_code == 404
    assert "say=block" not in answer.text and answer.text.count("say=page/all.mp3") == 1


def test_a_mistake_in_weaving_is_dressed_like_any_page(aino, monkeypatch):
    def broken(*_asked):
        raise ValueError(CANARY)

    monkeypatch.setattr(Weaver, "weave", broken)
    answer = aino.raw("GET", "/home")
    assert answer.status_code == 500 and CANARY not in answer.text
    wanted = OF_EVERYTHING | OF_PAGES
    assert {name: answer.headers.get(name) for name in wanted} == wanted
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("library", ["selkoapp", "waitress", "waitress.queue", "sqlalchemy.engine"])
def test_a_library_that_logs_an_address_tells_the_log_nothing(library):
    record = logging.LogRecord(library, logging.ERROR, "x.py", 1, f"Exception on /k/{CANARY} [POST]", None, None)
    assert CANARY not in JsonLines().format(record)
    ours = logging.LogRecord("selkoapp.requests", logging.INFO, "x.py", 1, "answered", None, None)
    assert json.loads(JsonLines().format(ours))["event"] == "answered"


def test_another_voice_than_usual_is_kept_by_nobody(aino, page, monkeypatch):
    usual = Speech.clip
    monkeypatch.setattr(Speech, "clip", lambda *asked, **more: usual(*asked, **more)._replace(usual=False))
    own = address(page, one_of_each(page)["own"])
    assert aino.raw("GET", own).headers["Cache-Control"] == "no-store"
    assert aino.raw("GET", own.replace("0.mp3", "0.json")).headers["Cache-Control"] == "no-store"


def test_a_press_elsewhere_cannot_name_too_many_passages(aino):
    assert aino.raw("GET", "/home?say=" + ".".join(["a" * 12] * 500) + "/all.mp3").status_code == 404


def test_names_tell_nothing_between_people(aino, browser, world, session, page):
    """Leila asks for a passage of Aino's page by its name: her own page has none of it."""
    reply(session, world.simo, world.aino, "Hei Aino!")
    session.commit()
    private = [saying for saying in sayings(aino.get("/messages")) if saying.startswith("?")]
    leila = browser(world.leila)
    shared = set(sayings(leila.get("/messages")))
    for saying in private:
        answer = leila.raw("GET", f"/messages?say={saying[1:]}/0.mp3")
        assert (answer.status_code == 200) == (saying in shared)
    assert not re.search(r"Aino|Tulen", "".join(private))
