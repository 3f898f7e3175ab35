"""Which day it is: around midnight in Helsinki, over both clock changes, and page by page."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from selkoapp.kernel import clock as wall
from selkoapp.kernel.clock import HELSINKI
from selkoapp.kernel.i18n import day_heading
from tests.events.calendar import TUESDAY, WEDNESDAY, put_meeting
from tests.visit import words


def headings(page) -> list[str]:
    return [words(h2) for h2 in page.all("h2")]


def test_today_tomorrow_and_then_the_weekday_with_how_far_away_it_is(visit, world, session, group):
    for away in (4, 1, 0, 8):
        put_meeting(session, group, TUESDAY + timedelta(days=away))
    assert headings(visit(world.aino, "/events")) == [
        "Tänään",
        "Huomenna",
        "Lauantaina 28. marraskuuta, 4 päivän päästä",
        "Keskiviikkona 2. joulukuuta, 8 päivän päästä",
    ]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("fi", "Keskiviikkona 2. joulukuuta, 8 päivän päästä"),
        ("sv", "Onsdag 2 december, om 8 dagar"),
        ("en", "Wednesday 2 December, in 8 days"),
    ],
)
def test_a_weekday_that_comes_twice_has_its_date_in_every_language(app, language, heading):
    with app.test_request_context(headers={"Accept-Language": language}):
        assert day_heading(WEDNESDAY + timedelta(days=7)).replace("\u00a0", " ") == heading


def test_the_leaf_and_the_words_beside_it_do_not_say_the_same(sit, world, session, group):
    near, later = put_meeting(session, group, WEDNESDAY), put_meeting(session, group, WEDNESDAY + timedelta(days=7))
    assert sit(world.aino, near).page.text.startswith("Huomenna 25 marraskuu 14.00–15.30 keskiviikkona")
    assert sit(world.aino, later).page.text.startswith("Keskiviikko 2 joulukuu 14.00–15.30 8 päivän päästä")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ((2026, 11, 24, 23, 59), "Huomenna"),
        ((2026, 11, 25, 0, 0), "Tänään"),
        ((2026, 11, 25, 1, 59), "Tänään"),  # still Tuesday in London
        ((2026, 11, 25, 0, 31), None),  # over
    ],
)
def test_the_day_changes_at_midnight_in_helsinki(clock, visit, world, session, group, at, said):
    ends = time(2, 30) if said else time(0, 30)
    put_meeting(session, group, WEDNESDAY, time(0, 10), ends)
    clock.move_to(datetime(*at, tzinfo=HELSINKI))
    assert headings(visit(world.aino, "/events")) == ([said] if said else [])


def test_a_late_meeting_stands_under_the_day_of_helsinki(visit, world, session, group):
    put_meeting(session, group, WEDNESDAY, time(0, 30), time(1, 30))  # 22.30 on Tuesday in UTC
    page = visit(world.aino, "/events")
    assert headings(page) == ["Huomenna"] and "kello 0.30" in page.text


@pytest.mark.parametrize(
    ("eve", "utc_before", "utc_after"),
    [(date(2027, 3, 27), 12, 11), (date(2027, 10, 30), 11, 12)],
    ids=["spring", "autumn"],
)
def test_two_in_the_afternoon_is_two_on_both_sides_of_a_clock_change(
    clock, sit, visit, world, session, group, eve, utc_before, utc_after
):
    clock.move_to(datetime.combine(eve, time(9), HELSINKI))
    change = eve + timedelta(days=1)
    before, after = put_meeting(session, group, eve), put_meeting(session, group, change)
    assert before.starts_at == datetime.combine(eve, time(utc_before), UTC)
    assert after.starts_at == datetime.combine(change, time(utc_after), UTC)
    page = visit(world.aino, "/events")
    assert headings(page) == ["Tänään", "Huomenna"] and page.text.count("kello 14.00") == 2
    assert "14.00–15.30" in sit(world.aino, before).page.text and "14.00–15.30" in sit(world.aino, after).page.text


@pytest.mark.parametrize(("eve", "hours"), [(date(2027, 3, 27), 23), (date(2027, 10, 30), 25)], ids=["spring", "autumn"])
def test_tomorrow_is_tomorrow_all_through_a_day_of_23_or_25_hours(clock, visit, world, session, group, eve, hours):
    change = eve + timedelta(days=1)
    put_meeting(session, group, change + timedelta(days=1))
    midnight = wall.at(change, time(0))
    for moment in (midnight, midnight + timedelta(hours=hours, minutes=-1)):
        clock.move_to(moment)
        assert headings(visit(world.aino, "/events")) == ["Huomenna"]
    clock.move_to(midnight + timedelta(hours=hours))
    assert headings(visit(world.aino, "/events")) == ["Tänään"]


def test_a_meeting_that_is_going_on_is_shown_and_one_that_is_over_asks_nothing(clock, sit, visit, world, meeting):
    clock.move_to(datetime(2026, 11, 25, 15, 29, tzinfo=HELSINKI))
    assert headings(visit(world.aino, "/events")) == ["Tänään"]
    assert "Tuletko ryhmään?" in sit(world.aino).page.text
    clock.move_to(datetime(2026, 11, 25, 15, 30, tzinfo=HELSINKI))
    assert headings(visit(world.aino, "/events")) == []
    assert "Tuletko ryhmään?" not in sit(world.aino).page.text


def test_five_at_a_time_and_then_more(browser, world, session, group):
    for week in range(12):
        put_meeting(session, group, WEDNESDAY + timedelta(weeks=week), title=f"Tapaaminen {week + 1}")
    aino, seen, path = browser(world.aino), [], "/events"
    while path:
        page = aino.get(path)
        found = [words(e) for e in page.all("strong", class_="event-title")]
        assert len(found) <= 5
        seen += found
        path = page.links().get("Lisää")
    assert seen == [f"Tapaaminen {week + 1}" for week in range(12)]
    assert page.links()["Takaisin"] == "/events?page=2"
    assert aino.get("/events").links()["Takaisin"] == "/home"


@pytest.mark.parametrize("number", ["abc", "-1", "0", "1.5", "9" * 30, "2%00", "%ED%A0%80", "٣"])
def test_a_page_number_that_is_none_shows_a_page(visit, world, meeting, number):
    page = visit(world.aino, f"/events?page={number}")
    assert page.h1 == "Ryhmä"
