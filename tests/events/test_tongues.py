"""A Swedish reader is told in words when the group's own texts are in Finnish."""

from tests.events.calendar import WEDNESDAY, put_meeting

FINNISH = "Texten är på finska."


def test_leila_is_told_that_the_text_is_in_finnish_before_it_begins(sit, world):
    text = sit(world.leila).page.text
    assert text.index(FINNISH) < text.index("Kirjasto, huone 2")


def test_nothing_is_told_where_the_languages_are_the_same(sit, world, session, group):
    assert "suomeksi" not in sit(world.aino).page.text
    swedish = put_meeting(session, group, WEDNESDAY, language="sv")
    assert FINNISH not in sit(world.leila, swedish).page.text
