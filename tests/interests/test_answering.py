"""Aino's, Mikko's and Leila's days with the pictures."""

from datetime import timedelta

import pytest

from selkoapp.interests import tasks
from tests.interests.sitting import rows
from tests.visit import words


def test_aino_answers_twenty_pictures_and_goes_on_the_next_day(sit, world, session):
    day = sit(world.aino, "/wishes/work")
    assert day.page.h1 == "Mitä haluan tehdä?"
    begin = day.follow("Siivous")
    assert begin.text.startswith("Nyt kysyn työstä. En kysy kotitöistä. Voit lopettaa milloin vain. Paina Koti.")
    assert "Kuka näkee? Sinä ja Simo." in begin.text
    first = day.follow("Aloita")
    assert first.h1 == "Siivous"
    assert first.text.startswith("Kuva 1. Kuvia on 16. Haluatko lakaista lattioita?")
    assert first.buttons() == ["Kyllä", "Ehkä", "En", "Ohita"]

    for number in range(16):
        day.press(("yes", "maybe", "no")[number % 3])
    assert day.at == "/wishes/mine/sector_cleaning"
    assert "Olet vastannut kaikkiin kuviin." in day.page.text

    day.open("/wishes/sector_kitchen")
    day.follow("Aloita")
    for _ in range(4):
        day.press("yes")
    assert day.page.text.startswith("Kuva 5. Kuvia on 12. Haluatko kerätä astioita?")
    day.follow("Koti")
    assert len(rows(session, world.aino)) == 20

    day.clock.shift(timedelta(days=1))
    choices = day.open("/wishes/work")
    assert [words for words in choices.links() if words.startswith("Keittiö")] == ["Keittiö Vastasit 4 kuvaan. Kuvia on 12."]
    assert day.open("/wishes/sector_kitchen").text.startswith("Kuva 5. Kuvia on 12. Haluatko kerätä astioita?")


def test_aino_goes_back_and_changes_her_mind(sit, world, session):
    day = sit(world.aino, "/wishes/sector_cleaning/sweep_floor")
    day.press("maybe")
    day.press("no")
    assert day.at == "/wishes/sector_cleaning/vacuum"
    day.follow("Takaisin")
    before = day.follow("Takaisin")
    assert "Haluatko lakaista lattioita? Vastasit: ehkä." in before.text
    assert [words.get("value") for words in before.all("button", aria_current="true")] == ["maybe"]

    day.press("yes")
    assert day.at == "/wishes/sector_cleaning/vacuum"
    assert rows(session, world.aino) == [("sweep_floor", "maybe"), ("mop_floor", "no"), ("sweep_floor", "yes")]
    assert "Vastasit: kyllä." in day.open("/wishes/sector_cleaning/sweep_floor").text


def test_takaisin_from_the_first_picture_leads_to_the_sectors_it_was_chosen_from(visit, world):
    first = visit(world.aino, "/wishes/sector_animals/feed_animals")
    assert first.links()["Takaisin"] == "/wishes/work?page=2"
    assert "Eläimet" in visit(world.aino, "/wishes/work?page=2").links()


def test_an_answered_picture_can_be_left_as_it_is(sit, world, session):
    day = sit(world.aino, "/wishes/sector_cleaning/sweep_floor")
    day.press("yes")
    marked = day.open("/wishes/sector_cleaning/sweep_floor")
    assert "Ohita" not in marked.buttons()
    day.follow("Jatka")
    assert day.at == "/wishes/sector_cleaning/mop_floor"
    assert len(rows(session, world.aino)) == 1


def marked(page) -> list[str]:
    """The buttons that are marked as the present answer."""
    return [words(button) for button in page.all("button", aria_current="true")]


def said_with(page) -> str:
    """The picture beside the words that tell the earlier answer."""
    (picture,) = page.one("p", class_="ask-given").iter("{http://www.w3.org/1999/xhtml}img")
    return picture.get("src").rsplit("/", 1)[1].removesuffix(".svg")


def test_a_skipped_picture_is_no_maybe_and_comes_again_when_the_sector_begins_anew(sit, world, session):
    day = sit(world.mikko, "/wishes/sector_sport/sports_hall_help")
    day.press("skip")
    assert day.at == "/wishes/sector_sport/lead_exercise"
    day.press("yes")
    assert day.at == "/wishes/mine/sector_sport"
    assert "Olet vastannut 1 kuvaan. Kuvia on 2." in day.page.text
    assert "Ehkä" not in day.page.text

    again = day.follow("Jatka")
    assert "Ohitit tämän kuvan." in again.text and marked(again) == ["Ohita"]
    assert said_with(again) == "skip_card"
    day.press("no")
    assert day.at == "/wishes/mine/sector_sport"
    assert rows(session, world.mikko) == [("sports_hall_help", "skip"), ("lead_exercise", "yes"), ("sports_hall_help", "no")]


def test_a_late_skip_does_not_hide_an_answer(sit, world):
    day = sit(world.mikko, "/wishes/sector_sport/sports_hall_help")
    stale = day.page
    day.press("yes")
    day.page = stale
    day.send(day.fields("skip") | {"key": "01900000-0000-7000-8000-0000000000aa"})
    assert "Vastasit: kyllä." in day.open("/wishes/sector_sport/sports_hall_help").text


def test_leila_asks_what_a_job_is_and_does_not_know_it(sit, world, session):
    day = sit(world.leila, "/wishes/sector_cleaning/mangle_laundry")
    assert "Vill du mangla?" in day.page.text
    meaning = day.follow("Vad är det här?")
    assert meaning.h1 == "Vad är det här?"
    assert tasks.meaning(tasks.place("sector_cleaning", "mangle_laundry").task, "sv") in meaning.text
    assert day.follow("Tillbaka till frågan").h1 == "Städning"
    day.follow("Vad är det här?")
    day.press("unknown")
    assert rows(session, world.leila) == [("mangle_laundry", "unknown")]
    assert day.at == "/wishes/sector_cleaning/sweep_floor"
    assert said_with(day.open("/wishes/sector_cleaning/mangle_laundry")) == "unknown_task"
    assert marked(day.follow("Vad är det här?")) == ["Jag känner inte till det här arbetet"]


@pytest.mark.parametrize(
    "path",
    [
        "/wishes/sector_moon",
        "/wishes/mine/sector_moon",
        "/wishes/sector_moon/mop_floor",
        "/wishes/sector_cleaning/bake",
        "/wishes/sector_cleaning/dance_on_the_moon",
        "/wishes/sector_cleaning/answer_yes/meaning",
        "/wishes/work_cleaning",
        "/wishes/sector_cleaning/mop_floor%00",
    ],
)
def test_what_is_not_asked_about_is_not_found(visit, world, path):
    visit(world.aino, path, status=404)


@pytest.mark.parametrize("number", ["abc", "0", "-1", "4", str(2**63), "", "%00"])
def test_a_page_of_sectors_that_does_not_exist_is_the_first_one(visit, world, number):
    assert "Siivous" in visit(world.aino, f"/wishes/work?page={number}").links()
