"""Mikko says a wish, Aino writes one, Onni photographs one; each can be removed and had back, and nobody else has it."""

from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from selkoapp.interests.own import service
from selkoapp.interests.wish_models import OwnWish
from selkoapp.kernel.db import new_id
from selkoapp.media import quota
from selkoapp.media.faults import Full
from selkoapp.media.made import Made
from selkoapp.media.models import PHOTO, SOUND, Media
from selkoapp.media.store import Store
from tests.interests.sitting import READING
from tests.media.pictures import photo
from tests.media.recordings import opened, recording

VOICE, PICTURE, TEXT = "/wishes/own/voice", "/wishes/own/photo", "/wishes/own/text"


def send(phone, path: str, content: bytes, status: int = 200, fields=None):
    """Send this file from the page, as its form does."""
    form = fields or phone.get(path).form(path)
    form = {name: value for name, value in form.items() if name != "sent"}
    boundary, body = encode_multipart(form | {"sent": FileStorage(BytesIO(content), "x.bin")})
    kind = f"multipart/form-data; boundary={boundary}"
    return phone._checked(phone.raw("POST", path, data=body, content_type=kind, follow_redirects=True), path, status)


def wishes(session, person) -> list[OwnWish]:
    found = list(session.scalars(select(OwnWish).where(OwnWish.person_id == person.id).order_by(OwnWish.id)))
    session.expunge_all()  # else a look at one of them holds the database
    session.rollback()
    return found


def write(phone, words: str, status: int = 200):
    return phone.post(TEXT, phone.get(TEXT).form(TEXT) | {"text": words}, status)


def test_aino_writes_a_wish_and_sees_who_sees_it(session, browser, world):
    aino = browser(world.aino)
    page = write(aino, "Haluan hoitaa hevosia.")
    assert "Toiveesi on tallessa." in page.text and "Haluan hoitaa hevosia." in page.text
    assert "Kuka näkee? Sinä ja Simo." in page.text
    (wish,) = wishes(session, world.aino)
    assert (wish.text, wish.language) == ("Haluan hoitaa hevosia.", "fi")
    assert f"/wishes/own/{wish.id}" in aino.get("/wishes/own/told").links().values()


def test_the_same_press_twice_is_one_wish_and_other_words_are_another(session, browser, world):
    aino = browser(world.aino)
    fields = aino.get(TEXT).form(TEXT)
    for words in ("Haluan leipoa.", "Haluan leipoa.", "Haluan kokata."):
        aino.post(TEXT, fields | {"text": words})
    assert [wish.text for wish in wishes(session, world.aino)] == ["Haluan leipoa.", "Haluan kokata."]


@pytest.mark.parametrize(
    ("words", "told"), [("", "Tässä ei ole vielä mitään."), ("Haluan " * 80, "Toive on liian pitkä.")], ids=["empty", "long"]
)
def test_what_cannot_be_kept_is_said_and_stays_in_the_field(clock, words, told, session, browser, world):
    aino = browser(world.aino)
    fields = aino.get(TEXT).form(TEXT)
    clock.shift(READING)
    page = aino.post(TEXT, fields | {"text": words}, 422)
    assert page.text.count(told) == 2 and page.form(TEXT)["text"].strip() == words.strip()
    assert wishes(session, world.aino) == []


def test_mikko_says_a_wish_and_hears_it(session, browser, world):
    mikko = browser(world.mikko)
    page = send(mikko, VOICE, recording())
    (wish,) = wishes(session, world.mikko)
    heard = mikko.raw("GET", f"/wishes/own/{wish.id}/sound")
    assert opened(heard.data)["seconds"] == pytest.approx(2, abs=0.1)
    assert f"/wishes/own/{wish.id}/sound" in [each.get("href") for each in page.all("a")]


def test_onni_photographs_a_wish(session, browser, world):
    onni = browser(world.onni)
    page = send(onni, PICTURE, photo())
    (wish,) = wishes(session, world.onni)
    address = f"/wishes/own/{wish.id}/picture"
    assert page.one("img", src=address).get("alt") == "Minun kuvani"
    assert b"Exif" not in onni.raw("GET", address).data


def test_a_trembling_hand_sends_one_file_once(session, browser, world):
    onni = browser(world.onni)
    fields = onni.get(PICTURE).form(PICTURE)
    for _ in range(2):
        send(onni, PICTURE, photo(), fields=fields)
    assert len(wishes(session, world.onni)) == 1
    assert len(session.scalars(select(Media)).all()) == 1


@pytest.mark.parametrize("path", [VOICE, PICTURE])
@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", b"\x1aE\xdf\xa3" * 9, b"\xff\xd8\xff" * 9], ids=["nothing", "svg", "ebml", "jpeg"]
)
def test_what_is_no_sound_and_no_photograph_is_told_plainly(clock, path, content, session, browser, world):
    mikko = browser(world.mikko)
    fields = mikko.get(path).form(path)
    clock.shift(READING)
    page = send(mikko, path, content, 422, fields)
    assert page.one("div", **{"class": "error-summary"}) is not None
    assert wishes(session, world.mikko) == [] and session.scalars(select(Media)).all() == []


def test_a_form_without_its_key_keeps_nothing(session, browser, world):
    send(browser(world.mikko), VOICE, recording(), 422, {"key": "x", "made": "1"})
    assert wishes(session, world.mikko) == []


def test_a_wish_is_removed_and_had_back(clock, session, browser, world):
    aino = browser(world.aino)
    write(aino, "Haluan hoitaa hevosia.")
    (wish,) = wishes(session, world.aino)
    here = f"/wishes/own/{wish.id}"
    page = aino.get(here)
    clock.shift(READING)
    page = aino.press(page, f"{here}/removal")
    assert "Toive on poistettu." in page.text and "hevosia" not in page.text
    assert "hevosia" not in aino.get("/wishes/own/told").text
    clock.shift(READING)
    page = aino.press(page, f"{here}/return")
    assert "Haluan hoitaa hevosia." in page.text


def test_a_second_tap_removes_nothing(clock, session, browser, world):
    aino = browser(world.aino)
    write(aino, "Haluan hoitaa hevosia.")
    (wish,) = wishes(session, world.aino)
    here = f"/wishes/own/{wish.id}"
    aino.press(aino.get(here), f"{here}/removal")
    assert wishes(session, world.aino)[0].removed_at is None


def test_nobody_else_has_it(session, browser, world):
    mikko = browser(world.mikko)
    send(mikko, VOICE, recording())
    (wish,) = wishes(session, world.mikko)
    here = f"/wishes/own/{wish.id}"
    for other in (world.aino, world.eeva):
        for path in (here, f"{here}/sound"):
            browser(other).get(path, 404)
        for path in (f"{here}/removal", f"{here}/return"):
            browser(other).post(path, {"key": str(new_id()), "made": "1"}, 404)
    mikko.get(f"{here}/picture", 404)


SMALL = Made(SOUND, b"sound", seconds=1.0)


def test_a_full_room_lets_removed_wishes_go_first_and_then_says_so(clock, monkeypatch, session, browser, world):
    monkeypatch.setattr(quota, "MOST_THINGS", 1)
    onni = browser(world.onni)
    send(onni, PICTURE, photo())
    (first,) = wishes(session, world.onni)
    page = send(onni, VOICE, recording(), 422)
    assert page.text.count("Tila on täynnä.") == 2
    here = f"/wishes/own/{first.id}"
    page = onni.get(here)
    clock.shift(READING)
    onni.press(page, f"{here}/removal")
    send(onni, VOICE, recording())
    (second,) = wishes(session, world.onni)
    assert second.sound_id and [media.kind for media in session.scalars(select(Media))] == [SOUND]


def test_bytes_are_counted_too(monkeypatch, session, tmp_path, world):
    monkeypatch.setattr(quota, "MOST_BYTES", 8)
    store = Store(tmp_path)
    service.show(session, store, world.aino.viewer, SMALL, "fi", new_id())
    with pytest.raises(Full):
        service.show(session, store, world.aino.viewer, Made(PHOTO, b"photo"), "fi", new_id())
    service.show(session, store, world.mikko.viewer, SMALL, "fi", new_id())


def test_many_words_fill_the_room_too(monkeypatch, clock, session, browser, world):
    monkeypatch.setattr(service, "MOST_WISHES", 1)
    aino = browser(world.aino)
    write(aino, "Haluan leipoa.")
    page = write(aino, "Haluan kokata.", 422)
    assert "Tila on täynnä." in page.text and page.form(TEXT)["text"] == "Haluan kokata."


def test_a_removed_wish_goes_for_ever_after_a_month(clock, session, tmp_path, world):
    wish = service.show(session, Store(tmp_path), world.aino.viewer, SMALL, "fi", new_id())
    service.remove(session, world.aino.viewer, wish)
    clock.shift(timedelta(days=29))
    assert service.let_go(session) == [] and service.wish_of(session, world.aino.id, wish).id == wish
    clock.shift(timedelta(days=2))
    assert len(service.let_go(session)) == 1 and session.scalars(select(Media)).all() == []
