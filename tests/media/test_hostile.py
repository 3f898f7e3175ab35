"""1,418 hostile files: our own faults and nothing else, and whatever is kept can be opened again."""

from collections import Counter
from io import BytesIO

import pytest
from PIL import Image

from selkoapp.media import workshop
from selkoapp.media.child import READY
from selkoapp.media.faults import Refused
from selkoapp.media.made import Made
from tests.media import bench
from tests.media.hostile import PICTURES, SOUNDS, hostile_pictures, hostile_sounds, strange_pictures, strange_sounds
from tests.media.pictures import SECRET
from tests.media.recordings import opened

pytestmark = pytest.mark.slow


def outcomes(kind: str, files: list[bytes]) -> tuple[list[Made], Counter]:
    """What is kept of these files, and why the others are not. A file that breaks the child is an outcome of its own."""
    kept, refused = [], Counter()
    for said in bench.answers(kind, files):
        try:
            kept.append(workshop._read(kind, READY + said))
        except Refused as why:
            refused["broke" if not said else type(why).__name__] += 1
    return kept, refused


def assert_heard(made: Made) -> None:
    heard = opened(made.content)
    assert heard["codec"] == "aac" and heard["seconds"] == pytest.approx(made.seconds, abs=0.1)
    assert 0.3 <= made.seconds <= 180


def assert_seen(made: Made) -> None:
    picture = Image.open(BytesIO(made.content), formats=("JPEG",))
    picture.load()
    assert picture.size == (made.width, made.height) and max(picture.size) <= 1600
    assert not dict(picture.getexif())
    assert not any(mark in made.content for mark in (b"<script", b"Exif", SECRET.encode()))


def test_hostile_sounds_are_refused_or_can_be_heard():
    files = hostile_sounds()
    assert len(files) == SOUNDS
    kept, refused = outcomes("sound", files)
    assert len(kept) > 40 and refused.total() > 80, f"{len(kept)} kept, {refused}: no test of both"
    assert refused["broke"] <= 2, "a decoder may break now and then, not often"
    for made in kept:
        assert_heard(made)


def test_hostile_pictures_are_refused_or_can_be_seen():
    files = hostile_pictures()
    assert len(files) == PICTURES
    kept, refused = outcomes("photo", files)
    assert len(kept) > 200 and refused.total() > 400, f"{len(kept)} kept, {refused}: no test of both"
    assert refused["broke"] <= 2, "a decoder may break now and then, not often"
    for made in kept:
        assert_seen(made)


@pytest.mark.parametrize(
    ("make", "files", "assert_good"),
    [(workshop.sound, strange_sounds, assert_heard), (workshop.photo, strange_pictures, assert_seen)],
    ids=["sounds", "pictures"],
)
def test_the_strangest_of_them_as_the_app_asks(make, files, assert_good):
    for sent in files():
        try:
            made = make(sent)
        except Refused:
            continue
        assert_good(made)
