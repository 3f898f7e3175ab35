"""Mikko practises his answers: he can skip it, repeat it, leave it in the middle, and decide for himself how to answer."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from selkoapp.interests.models import Practice, Scale
from selkoapp.interests.practice import service
from tests.interests.sitting import rows

FIRST = "/wishes/practice/1"
AGAINST_THREE = ("no", "yes", "maybe", "right", "left")  # chooses the least wanted food
AGAINST_TWO = ("no", "yes", "no", "right", "left")
FITS = ("no", "yes", "maybe", "left", "right")
KITCHEN = "/wishes/sector_kitchen"


def practise(day, said, begin: str = FIRST):
    """A round, or the rest of one. The page after it."""
    day.open(begin)
    for each in said:
        day.press(each)
    return day.page


def kept(session, person) -> list[tuple[str, str, bool, bool]]:
    asked = select(Practice.scale, Practice.said, Practice.done, Practice.chosen).where(Practice.person_id == person.id)
    found = [tuple(row) for row in session.execute(asked.order_by(Practice.id))]
    session.rollback()
    return found


def scale_of(session, person) -> Scale:
    found = service.scale_of(session, person.id)
    session.rollback()
    return found


def give_scale(session, person, scale: Scale) -> None:
    service.choose_scale(session, person.viewer, scale)
    session.commit()


def test_it_tells_what_the_answers_mean_and_asks_about_food(sit, world):
    day = sit(world.mikko, "/wishes/practice")
    assert day.page.h1 == "Harjoitellaan ensin"
    assert day.follow("Aloita").text.startswith("Kysymys 1. Kysymyksiä on 5. Haluatko kahvia?")
    assert day.page.buttons() == ["Kyllä", "Ehkä", "En"]
    for value in FITS[:3]:
        day.press(value)
    assert day.page.h1 == "Kumpaa haluat enemmän?"
    assert day.page.buttons()[2:] == ["Molemmat", "En kumpaakaan"]


def test_a_round_that_fits_keeps_the_three_answers(session, sit, world):
    day = sit(world.mikko, FIRST)
    done = practise(day, FITS)
    assert day.at == "/wishes/practice/done" and "Vastaat: kyllä, ehkä tai en." in done.text
    assert kept(session, world.mikko) == [("three", " ".join(FITS), True, False)]
    assert done.links()["Vastaa kuviin"] == "/wishes/work" and done.links()["Harjoittele uudelleen"] == "/wishes/practice"
    assert rows(session, world.mikko) == [], "foods are no wishes"


def test_contradictions_lead_kindly_to_two_answers_and_then_to_pairs(session, sit, world):
    day = sit(world.mikko, FIRST)
    done = practise(day, AGAINST_THREE)
    assert scale_of(session, world.mikko) == Scale.TWO and "Vastaat: kyllä tai en." in done.text
    day.follow("Harjoittele vielä vähän")
    assert day.follow("Aloita").buttons() == ["Kyllä", "En"]
    again = practise(day, AGAINST_TWO)
    assert scale_of(session, world.mikko) == Scale.PAIRS and "Näet kaksi kuvaa." in again.text
    assert "Harjoittele vielä vähän" not in again.links()


@pytest.mark.parametrize("against", [(AGAINST_THREE,), (AGAINST_THREE, AGAINST_TWO)])
def test_a_contradiction_is_never_told_as_a_mistake(sit, world, against):
    day = sit(world.mikko, FIRST)
    calm = practise(day, FITS)
    for said in against:
        done = practise(day, said)
    told = [word for word in ("väär", "virh", "oikein", "yritä", "huono", "pistet") if word in done.text.lower()]
    assert told == [] and done.h1 == calm.h1
    assert done.text.split(".")[0] == calm.text.split(".")[0], "the same thanks for everybody"


def test_more_practice_comes_first_only_where_it_has_just_become_simpler(sit, world):
    day = sit(world.mikko, FIRST)
    assert "Harjoittele vielä vähän" in practise(day, AGAINST_THREE).links()
    fits = practise(day, ("no", "yes", "no", "left", "right"))
    assert "Vastaat: kyllä tai en." in fits.text
    assert "Harjoittele vielä vähän" not in fits.links(), "whoever presses the large button must come to an end"


def test_it_can_be_skipped_and_is_then_not_in_the_way(session, sit, world):
    day = sit(world.mikko, "/wishes/practice")
    day.clock.shift(2)
    page = day.browser.press(day.page, "/wishes/practice/skipped")
    assert page.response.request.path == "/wishes/work"
    assert scale_of(session, world.mikko) == Scale.THREE
    assert day.open("/wishes").links()["Työt"] == "/wishes/work"


def test_skipping_too_soon_shows_the_same_page(session, sit, world):
    day = sit(world.onni, "/wishes/practice")
    day.clock.shift(0.4)
    assert day.browser.press(day.page, "/wishes/practice/skipped").h1 == "Harjoitellaan ensin"
    assert kept(session, world.onni) == []


def test_skipping_changes_no_scale(session, sit, world):
    for scale in Scale:
        give_scale(session, world.mikko, scale)
        service.skip(session, world.mikko.viewer)
        assert service.fitting(session, world.mikko.id)[:3] == (scale, True, True)


def test_it_is_left_in_the_middle_and_goes_on_next_day(session, sit, world):
    day = sit(world.mikko, FIRST)
    practise(day, FITS[:2])
    assert kept(session, world.mikko) == [("three", "no yes", False, False)]
    day.clock.shift(timedelta(days=1))
    day.open("/wishes/practice")
    assert day.follow("Jatka").text.startswith("Kysymys 3.")
    for each in FITS[2:]:
        day.press(each)
    assert day.at == "/wishes/practice/done" and kept(session, world.mikko) == [("three", " ".join(FITS), True, False)]


def test_the_door_to_work_leads_back_to_a_round_that_rests(sit, world):
    day = sit(world.mikko, FIRST)
    day.press("yes")
    assert day.open("/wishes").links()["Työt"] == "/wishes/practice"


def test_it_can_be_repeated_as_often_as_wanted(session, sit, world):
    day = sit(world.mikko, FIRST)
    for said in (AGAINST_THREE, AGAINST_TWO, AGAINST_TWO, ("yes", "no", "no", "left", "right")):
        practise(day, said)
    assert [row[0] for row in kept(session, world.mikko)] == ["two", "pairs", "pairs", "two"]


def test_takaisin_shows_the_earlier_answer_and_a_change_begins_from_there(session, sit, world):
    day = sit(world.mikko, FIRST)
    practise(day, ("no", "yes", "maybe", "left"))
    for number in (4, 3, 2):
        day.follow("Takaisin")
        assert day.at == f"/wishes/practice/{number}"
    assert [button.get("value") for button in day.page.all("button", aria_current="true")] == ["yes"]
    day.press("yes")
    assert day.at == "/wishes/practice/3" and kept(session, world.mikko)[0][1] == "no yes maybe left", "the same changes nothing"
    day.follow("Takaisin")
    day.press("no")
    assert day.at == "/wishes/practice/3" and kept(session, world.mikko)[0][1] == "no no"


@pytest.mark.parametrize("number", range(1, 6))
def test_the_same_press_sent_twice_is_one_and_leads_to_the_same_page(session, sit, world, number):
    day = sit(world.onni, FIRST)
    practise(day, FITS[: number - 1])
    day.clock.shift(2)
    fields = day.fields(FITS[number - 1])
    first, second = day.send(fields), day.send(fields)
    assert first.response.request.path == second.response.request.path
    assert [row[1] for row in kept(session, world.onni)] == [" ".join(FITS[:number])]


@pytest.mark.parametrize("later", [0.08, 0.4, 0.699])
def test_a_second_tap_says_nothing(session, sit, world, later):
    day = sit(world.onni, FIRST)
    day.press("yes")
    assert day.press("yes", after=later).text.startswith("Kysymys 2.")
    assert kept(session, world.onni)[0][1] == "yes"


@pytest.mark.parametrize("odd", ["perhaps", "left", "skip", "", "\0", "yes no", "y" * 9000])
def test_what_the_page_does_not_offer_is_not_kept(session, sit, world, odd):
    day = sit(world.onni, FIRST)
    day.clock.shift(2)
    day.send(day.fields(odd))
    assert kept(session, world.onni) == []


@pytest.mark.parametrize("path", ["2", "5", "0", "6", "9" * 30])
def test_a_page_that_has_not_come_yet_leads_to_the_beginning(visit, world, path):
    assert visit(world.mikko, f"/wishes/practice/{path}").h1 == "Harjoitellaan ensin"


def test_a_late_press_of_the_last_page_ends_no_unfinished_round(session, sit, world):
    day = sit(world.mikko, FIRST)
    last = practise(day, FITS[:4])
    day.open("/wishes/practice/1")
    day.press("yes")
    day.page = last
    day.press("left")
    assert day.at == "/wishes/practice" and kept(session, world.mikko) == [("three", "yes", False, False)]


def test_a_scale_chosen_by_oneself_is_kept_by_later_practice(session, sit, world):
    day = sit(world.mikko, "/wishes/practice/done")
    day.follow("Haluan vastata toisella tavalla")
    assert [button.get("value") for button in day.page.all("button", aria_current="true")] == ["three"]
    day.clock.shift(2)
    assert "Vastaat: kyllä tai en." in day.browser.press(day.page, "/wishes/practice/scale", value="two").text
    for said in (AGAINST_TWO, ("yes", "no", "no", "left", "right")):
        done = practise(day, said)
        assert "Harjoittele vielä vähän" not in done.links()
        assert scale_of(session, world.mikko) == Scale.TWO


@pytest.mark.parametrize("odd", ["four", "", "THREE", "\0"])
def test_no_other_scale_can_be_chosen(session, sit, world, odd):
    day = sit(world.mikko, "/wishes/practice/scale")
    day.clock.shift(2)
    assert day.browser.press(day.page, "/wishes/practice/scale", value=odd).h1 == "Miten haluat vastata?"
    assert kept(session, world.mikko) == []


def test_another_persons_round_is_not_mine(session, sit, world):
    practise(sit(world.mikko, FIRST), AGAINST_THREE[:3])
    assert sit(world.aino, "/wishes/practice").page.links()["Aloita"] == FIRST
    assert scale_of(session, world.aino) == Scale.THREE


@pytest.mark.parametrize(
    ("scale", "buttons"),
    [(Scale.THREE, ["Kyllä", "Ehkä", "En", "Ohita"]), (Scale.TWO, ["Kyllä", "En", "Ohita"])],
)
def test_a_task_is_asked_with_the_answers_that_fit(session, sit, world, scale, buttons):
    give_scale(session, world.mikko, scale)
    assert sit(world.mikko, f"{KITCHEN}/bake").page.buttons() == buttons


@pytest.mark.parametrize("path", ["", "/1", "/4", "/done", "/scale"])
def test_a_page_asks_the_database_little(sit, world, path):
    day = sit(world.mikko, FIRST)
    practise(day, FITS[:3])
    told = day.open(f"/wishes/practice{path}").response.headers["Server-Timing"]
    assert int(told.split('"')[1]) <= 6
