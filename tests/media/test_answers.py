"""Mikko sends his voice through a form; Simo's browser plays it, and nobody's browser does anything else with it."""

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from selkoapp.kernel.db import new_id
from selkoapp.media.sniff import LARGEST
from tests.media.pictures import photo
from tests.media.recordings import opened, recording
from tests.visit import Browser, Page

SOUND, PHOTO = "/voices/sound", "/voices/photo"


def send(phone: Browser, content: bytes, path: str = SOUND, name: str = "../../x\0.html", status: int = 200) -> Page:
    """The page after this file was sent. Encoded here: the test client leaves the files of long requests open."""
    boundary, body = encode_multipart({"sent": FileStorage(BytesIO(content), name, content_type="text/html")})
    form = f"multipart/form-data; boundary={boundary}"
    return phone._checked(phone.raw("POST", path, data=body, content_type=form, follow_redirects=True), path, status)


def address(page) -> str:
    return page.one("audio").get("src")


@pytest.fixture
def heard(phone):
    """The address of a sound that was sent."""
    return address(send(phone, recording()))


def test_a_voice_is_sent_and_heard(phone, heard):
    answer = phone.raw("GET", heard)
    assert opened(answer.data)["seconds"] == pytest.approx(2, abs=0.1)
    wanted = {
        "Content-Type": "audio/mp4",
        "Content-Disposition": "inline; filename=viesti.m4a",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
        "Accept-Ranges": "bytes",
    }
    assert {name: answer.headers.get(name) for name in wanted} == wanted


def test_a_photograph_is_sent_and_seen(phone):
    seen = phone.raw("GET", address(send(phone, photo(), PHOTO)))
    assert (seen.headers["Content-Type"], seen.headers["Content-Disposition"]) == ("image/jpeg", "inline; filename=kuva.jpg")
    assert seen.data.startswith(b"\xff\xd8\xff") and b"Exif" not in seen.data


@pytest.mark.parametrize(("asked", "length"), [("bytes=0-1", 2), ("bytes=100-", None), ("bytes=-50", 50)])
def test_a_stretch_can_be_had(asked, length, phone, heard):
    whole = phone.raw("GET", heard).data
    part = phone.raw("GET", heard, headers={"Range": asked})
    assert part.status_code == 206 and len(part.data) == (length or len(whole) - 100)
    assert part.data in whole and part.headers["Content-Range"].endswith(f"/{len(whole)}")


def test_a_stretch_beyond_the_end_is_refused_in_plain_words(phone, heard):
    assert phone.raw("GET", heard, headers={"Range": "bytes=9999999-"}).status_code == 416


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_pages_of_others_get_nothing(site, phone, heard):
    answer = phone.raw("GET", heard, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403 and b"ftyp" not in answer.data


def test_neither_page_nor_answer_tells_the_hash(phone, heard, voices):
    (file,) = (each.name for each in (voices.extensions["settings"].data / "blobs").rglob("*") if each.is_file())
    answer = phone.raw("GET", heard)
    assert file not in phone.get("/voices").html and file not in str(answer.headers)


def test_the_same_from_two_people_is_two_things(phone, heard):
    page = send(phone, recording())
    first, second = (phone.raw("GET", each.get("src")) for each in page.all("audio"))
    assert first.data == second.data and first.headers["ETag"] != second.headers["ETag"]


def test_what_is_not_there_is_not_found(phone, heard, voices):
    phone.get(f"/voices/{new_id()}", 404)
    for file in (voices.extensions["settings"].data / "blobs").rglob("*"):
        file.unlink() if file.is_file() else None
    phone.get(heard, 404)


@pytest.mark.parametrize(
    ("content", "words", "status"),
    [
        (b"", "Tässä ei ole vielä mitään. Yritä uudestaan.", 422),
        (b"<svg/>", "Ääni ei auennut. Puhu uudestaan.", 422),
        (recording("webm", 0.1), "Ääni on liian lyhyt. Puhu uudestaan.", 422),
        (recording("webm", 181), "Puhuit liian kauan. Puhu alle 3 minuuttia.", 422),
        (b"\x1aE\xdf\xa3" + bytes(LARGEST["sound"]), "Tämä on liian iso. Lähetä pienempi.", 413),
    ],
    ids=["nothing", "a drawing", "too short", "too long", "too big"],
)
def test_what_is_not_kept_is_said_in_plain_words(content, words, status, phone):
    page = send(phone, content, status=status)
    assert words in page.text
    assert not page.all("audio")


def test_no_file_at_all(phone):
    assert "Tässä ei ole vielä mitään." in phone.post(SOUND, {}, 422).text


def test_a_photograph_that_does_not_open(phone):
    assert "Kuva ei auennut. Ota uusi kuva." in send(phone, b"GIF89a", PHOTO, status=422).text


def test_much_too_big_is_refused_before_it_is_read(phone):
    page = send(phone, bytes(LARGEST["sound"] + 200_000), status=413)
    assert page.h1 == "Tämä on liian iso."


def test_only_the_views_that_take_files_take_much(phone):
    assert phone.raw("POST", "/sign-ins", data={"token": "x" * 1_100_000}).status_code == 413
