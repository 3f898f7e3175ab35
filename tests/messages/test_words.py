"""The sentences about days, for any coach and any week."""

from datetime import date, datetime, timedelta
from itertools import combinations

import pytest
import time_machine
from flask_babel import force_locale

from selkoapp.accounts.people import Face
from selkoapp.kernel import i18n
from selkoapp.kernel.db import new_id
from selkoapp.messages import words
from selkoapp.messages.thread import State

TUESDAY = datetime(2026, 11, 24, 9, tzinfo=i18n.clock.HELSINKI)


@pytest.fixture
def speak(app, monkeypatch):
    """speak("sv") → every sentence is in Swedish from here on."""
    with app.test_request_context("/"):

        def choose(language: str):
            monkeypatch.setattr(words, "language", lambda: language)
            monkeypatch.setattr(i18n, "language", lambda: language)
            return force_locale(language)

        yield choose


def coach(days: str) -> Face:
    return Face(new_id(), "Simo", "person_e", "", days)


@pytest.mark.parametrize(
    ("days", "fi", "sv", "en"),
    [
        ("12345", "Simo lukee viestit maanantaista perjantaihin.", "Simo läser meddelanden från måndag till fredag.",
         "Simo reads messages from Monday to Friday."),
        ("135", "Simo lukee viestit maanantaisin, keskiviikkoisin ja perjantaisin.",
         "Simo läser meddelanden på måndagar, på onsdagar och på fredagar.",
         "Simo reads messages on Mondays, on Wednesdays, and on Fridays."),
        ("3", "Simo lukee viestit keskiviikkoisin.", "Simo läser meddelanden på onsdagar.", "Simo reads messages on Wednesdays."),
        ("45", "Simo lukee viestit torstaisin ja perjantaisin.", "Simo läser meddelanden på torsdagar och på fredagar.",
         "Simo reads messages on Thursdays and on Fridays."),
        ("167", "Simo lukee viestit lauantaista maanantaihin.", "Simo läser meddelanden från lördag till måndag.",
         "Simo reads messages from Saturday to Monday."),
        ("7654321", "Simo lukee viestit joka päivä.", "Simo läser meddelanden varje dag.", "Simo reads messages every day."),
        ("", "Simo ei ole vielä kertonut, milloin hän lukee viestit.", "Simo har inte sagt när meddelanden läses.",
         "Simo has not chosen days for reading."),
    ],
)  # fmt: skip
def test_when_simo_reads(speak, days, fi, sv, en):
    for language, sentence in (("fi", fi), ("sv", sv), ("en", en)):
        with speak(language):
            assert words.reads_when(coach(days)) == sentence


def test_every_set_of_days_is_a_plain_sentence(speak):
    for language, most in (("fi", 10), ("sv", 15), ("en", 15)):
        with speak(language):
            for size in range(8):
                for days in combinations("1234567", size):
                    sentence = words.reads_when(coach("".join(days)))
                    assert len(sentence.split()) <= most, sentence


@pytest.mark.parametrize(
    ("day", "fi", "sv", "en"),
    [
        (date(2026, 11, 24), "Simo vastaa tänään.", "Simo svarar i dag.", "Simo replies today."),
        (date(2026, 11, 25), "Simo vastaa huomenna.", "Simo svarar i morgon.", "Simo replies tomorrow."),
        (date(2026, 11, 27), "Simo vastaa perjantaina.", "Simo svarar på fredag.", "Simo replies on Friday."),
        (date(2026, 12, 4), "Simo vastaa 4. joulukuuta.", "Simo svarar den 4 december.", "Simo replies on 4 December."),
        (date(2026, 11, 20), "Simo lupasi vastata 20. marraskuuta.", "Simo lovade svara den 20 november.",
         "Simo promised to reply on 20 November."),
    ],
)  # fmt: skip
def test_the_promised_day(speak, day, fi, sv, en):
    state = State(new_id(), "promised", "Simo", "person_e", day)
    with time_machine.travel(TUESDAY, tick=False):
        for language, sentence in (("fi", fi), ("sv", sv), ("en", en)):
            with speak(language):
                assert words.state_words(state) == sentence


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "tänään kello 9.00"), (1, "eilen kello 9.00"), (6, "6 päivää sitten kello 9.00"), (7, "17. marraskuuta kello 9.00")],
)
def test_when_a_message_was_sent(speak, days, said):
    with time_machine.travel(TUESDAY, tick=False), speak("fi"):
        assert words.sent_when(TUESDAY - timedelta(days=days)) == said
