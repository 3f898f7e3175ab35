"""Sound as it comes over the network: whole or in stretches, kept by whom, and what is said when there is none."""

import re

import pytest

from selkoapp.kernel.faults import Busy, TooMany, Unavailable
from selkoapp.speech.service import Speech
from tests.messages.desk import write

HELP = "Apua"


@pytest.fixture
def aino(browser, world):
    return browser(world.aino)


def sayings(page) -> list[str]:
    return [e.get("data-say") for e in page.all("span") if e.get("data-say")]


def address(page, saying: str, file: str = "0.mp3") -> str:
    """Where the page's script asks for a passage."""
    if saying.startswith("/"):
        return f"{saying}/{file}"
    if saying.startswith("?"):
        return f"{page.path}?speed=normal&say={saying[1:]}/{file}"
    (root,) = page.all("html")
    return f"{root.get('data-words')}/{saying}/{file}?speed=normal"


@pytest.fixture
def page(aino, session, world):
    """Aino's thread with one message of hers."""
    write(session, world.aino, "Hei Simo! Tulen huomenna. Otan eväät mukaan.")
    session.commit()
    return aino.get("/messages")


def one_of_each(page) -> dict[str, str]:
    """A passage of the app's own words, one of the page's and a message."""
    kinds = {}
    for saying in sayings(page):
        kinds.setdefault({"/": "message", "?": "page"}.get(saying[0], "own"), saying)
    assert set(kinds) == {"own", "page", "message"}
    return kinds


def test_who_may_keep_a_sound(aino, page):
    kept = {}
    for kind, saying in one_of_each(page).items():
        for file in ("0.mp3", "0.json"):
            answer = aino.raw("GET", address(page, saying, file))
            assert answer.status_code == 200
            kept.setdefault(kind, set()).add(answer.headers["Cache-Control"])
    assert kept == {"own": {"public, max-age=31536000, immutable"}, "page": {"no-store"}, "message": {"no-store"}}


def test_an_old_address_of_our_own_words_speaks_but_is_not_kept(aino, page):
    now = address(page, one_of_each(page)["own"])
    answer = aino.raw("GET", re.sub(r"/speech/\w+/", "/speech/yesterday/", now))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")


@pytest.mark.parametrize("kind", ["own", "page", "message"])
def test_a_player_may_ask_for_a_stretch(aino, page, kind):
    there = address(page, one_of_each(page)[kind])
    whole = aino.raw("GET", there)
    assert (whole.mimetype, whole.headers["Accept-Ranges"]) == ("audio/mpeg", "bytes")
    first = aino.raw("GET", there, headers={"Range": "bytes=0-1"})
    assert (first.status_code, first.data) == (206, whole.data[:2])
    assert first.headers["Content-Range"] == f"bytes 0-1/{len(whole.data)}"
    again = aino.raw("GET", there, headers={"If-None-Match": whole.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_message_is_heard_part_by_part_or_whole(aino, page):
    message = one_of_each(page)["message"]
    times = aino.raw("GET", address(page, message, "0.json")).json
    assert (times["parts"], times["first"], len(times["words"])) == (2, 0, 2), "first one sentence: Hei Simo!"
    rest = aino.raw("GET", address(page, message, "1.json")).json
    assert rest["first"] == 2
    text = "Hei Simo! Tulen huomenna. Otan eväät mukaan."
    assert [text[at : at + size] for _, _, at, size in rest["words"]] == ["Tulen", "huomenna", "Otan", "eväät", "mukaan"]
    sounds = [aino.raw("GET", address(page, message, f"{part}.mp3")).data for part in (0, 1)]
    assert aino.raw("GET", address(page, message, "all.mp3")).data == b"".join(sounds)


@pytest.mark.parametrize("file", ["2.mp3", "99.json", "all.json", "-1.mp3", "0.wav", "0", "x", "0.mp3.json", "0000.mp3"])
def test_what_is_not_there_is_not_found(aino, page, file):
    for saying in one_of_each(page).values():
        assert aino.raw("GET", address(page, saying, file)).status_code == 404


def test_an_unknown_speed_or_voice_is_the_usual_one(aino, page):
    message = one_of_each(page)["message"]
    usual = aino.raw("GET", f"{message}/0.mp3").data
    for query in ("speed=warp", "voice=../../etc/passwd", "speed=&voice=", "voice=" + "x" * 5000):
        assert aino.raw("GET", f"{message}/0.mp3?{query}").data == usual
    assert len(aino.raw("GET", f"{message}/0.mp3?speed=slow").data) > len(usual)


@pytest.mark.parametrize(
    ("fault", "status", "wait"),
    [(Unavailable(), 503, "60"), (Busy(), 503, "5"), (TooMany(30), 429, "30")],
    ids=["none", "busy", "many"],
)
def test_no_sound_is_told_in_plain_words(aino, page, monkeypatch, fault, status, wait):
    def silent(*_asked, **_more):
        raise fault

    monkeypatch.setattr(Speech, "clip", silent)
    for saying in one_of_each(page).values():
        answer = aino.raw("GET", address(page, saying))
        assert (answer.status_code, answer.headers["Retry-After"]) == (status, wait)
        said = re.sub(r"<[^>]+>", "", answer.text)
        assert ("Ääntä ei saatu nyt." in said and "Voit lukea tekstin itse." in said) == (status == 503)
        assert "tallentaa" not in said, "nothing was to be saved here"


def test_the_whole_page_is_one_sound_without_script(aino, page):
    (link,) = [a for a in page.all("a") if a.get("data-listen") == "page"]
    answer = aino.raw("GET", page.path + link.get("href"))
    assert (answer.status_code, answer.mimetype, answer.headers["Cache-Control"]) == (200, "audio/mpeg", "no-store")
    parts = [aino.raw("GET", address(page, saying, "all.mp3")).data for saying in sayings(page)]
    assert sum(part in answer.data for part in parts) > len(parts) // 2


def test_what_is_wrong_is_heard_too(aino):
    wrong = aino.press(aino.get("/messages"), "/messages", status=422, text="", made="1")
    (summary,) = wrong.all("div", class_="error-summary")
    said = [e.get("data-say") for e in summary.iter() if e.get("data-say")]
    assert len(said) == 2, "“please change this” and what to change"
    for saying in said:
        assert aino.raw("GET", address(wrong, saying)).mimetype == "audio/mpeg"
    for saying in sayings(wrong):
        assert aino.raw("GET", address(wrong, saying)).status_code == 200, "the page after a press is heard at the page's address"


def test_nothing_that_a_person_wrote_is_in_an_address(aino, page):
    for saying in sayings(page):
        assert "Tulen" not in saying and "tulen" not in saying
    assert not [a for a in page.all("a") if "Hei" in (a.get("href") or "")]


def test_the_same_words_have_another_name_for_another_secret(page, app):
    other = next(iter(app.extensions["own_words"]))
    assert other.named("a" * 32) != other.named("b" * 32)


def test_speech_off_leaves_the_text(browser, world, app, monkeypatch):
    monkeypatch.setattr(app.extensions["speech"], "_voices", {})
    page = browser(world.aino).get("/home")
    assert page.h1 == "Hei, Aino!"
    answer = browser(world.aino).raw("GET", f"{page.path}?say=page/all.mp3")
    assert answer.status_code == 503
