"""Mikko says what he wants into whatever phone is at hand; Simo hears it on whatever stands on his desk."""

import pytest

from selkoapp.media import workshop
from selkoapp.media.boxes import boxes
from selkoapp.media.faults import NotASound, Nothing, TooBig, TooLong, TooShort
from selkoapp.media.sniff import LARGEST
from tests.media.hostile import PLAYLIST, SVG
from tests.media.recordings import KINDS, STRANGE, film, opened, recording

SECRET = "Hakaniemi 3.5."


@pytest.mark.parametrize("kind", KINDS)
def test_every_recorder_gives_the_same_kind_of_sound(kind):
    made = workshop.sound(recording(kind))
    assert made.kind == "sound" and made.seconds == pytest.approx(2, abs=0.03)
    heard = opened(made.content)
    assert heard["seconds"] == pytest.approx(2, abs=0.06)
    assert (heard["codec"], heard["profile"], heard["channels"], heard["rate"]) == ("aac", "LC", 1, 48_000)
    assert 6_000 < len(made.content) / made.seconds < 10_000, "64 kbit/s and a small head"


def test_two_channels_become_one():
    made = workshop.sound(recording("webm", channels=2))
    assert opened(made.content)["channels"] == 1


def test_it_can_begin_to_play_before_it_has_all_come():
    names = [name for name, _ in boxes(workshop.sound(recording()).content)]
    assert names.index(b"moov") < names.index(b"mdat")


@pytest.mark.parametrize("kind", ["webm", "aac in mp4", "ogg"])
def test_nothing_that_the_phone_wrote_beside_the_sound_is_kept(kind):
    sent = recording(kind, secret=SECRET)
    assert SECRET.encode() in sent, "else this proves nothing"
    made = workshop.sound(sent)
    assert SECRET.encode() not in made.content
    assert b"\0\0\0\x08ilst" in made.content and b"Lavc" not in made.content, "its list of words is empty"
    assert set(opened(made.content)["metadata"]) <= {"major_brand", "minor_version", "compatible_brands"}


def test_the_same_recording_gives_the_same_file():
    assert workshop.sound(recording()) == workshop.sound(recording())


@pytest.mark.parametrize(("seconds", "fault"), [(0.1, TooShort), (181, TooLong)])
def test_too_short_and_too_long_are_said_as_such(seconds, fault):
    with pytest.raises(fault):
        workshop.sound(recording("webm", seconds))


@pytest.mark.slow
def test_three_minutes_are_not_too_long():
    assert workshop.sound(recording("webm", 180)).seconds == pytest.approx(180, abs=0.03)


@pytest.mark.parametrize(
    ("sent", "fault"),
    [(b"", Nothing), (b"\x1aE\xdf\xa3" + bytes(LARGEST["sound"]), TooBig), (SVG, NotASound), (PLAYLIST, NotASound)],
    ids=["nothing", "too big", "a drawing", "a playlist"],
)
def test_what_cannot_be_a_recording_needs_no_child(sent, fault, monkeypatch):
    monkeypatch.setattr(workshop, "COMMAND", ("/nowhere/python",))
    with pytest.raises(fault):
        workshop.sound(sent)


@pytest.mark.parametrize("kind", STRANGE)
def test_other_kinds_of_sound_are_refused(kind):
    with pytest.raises(NotASound):
        workshop.sound(recording(kind))


@pytest.mark.parametrize("sound", [True, False])
def test_a_film_is_no_recording(sound):
    with pytest.raises(NotASound):
        workshop.sound(film(sound=sound))
