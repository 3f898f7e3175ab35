"""Two pictures at a time, for whom one choice of two is easier than yes or no."""

import pytest
from sqlalchemy import select

from selkoapp.interests import tasks
from selkoapp.interests.models import Answer, Scale
from selkoapp.interests.practice import service
from selkoapp.interests.sittings import ROOM
from tests.interests.sitting import rows

KITCHEN = "/wishes/sector_kitchen"
SPORT = "/wishes/sector_sport"  # the smallest sector
TWO = f"{KITCHEN}/two"


def in_sector(sector: str) -> list[str]:
    return [task.id for task in tasks.tasks_of(tasks.sector(sector))]


@pytest.fixture
def in_twos(session, world):
    """Mikko and Onni choose one of two."""
    for person in (world.mikko, world.onni):
        service.choose_scale(session, person.viewer, Scale.PAIRS)
    session.commit()


def choose(day, chosen: str, after: float = 2.0):
    day.clock.shift(after)
    day.page = day.send(day.page.form(day.action) | {"chosen": chosen})
    return day.page


def test_the_sector_begins_and_goes_on_with_two_pictures(in_twos, sit, world):
    day = sit(world.mikko, KITCHEN)
    assert day.follow("Aloita").h1 == "Kumpaa haluat tehdä enemmän?" and day.at == TWO
    assert day.page.text.startswith("Kuva 1. Kuvia on 12.")
    choose(day, "left")
    assert day.page.text.startswith("Kuva 3. Kuvia on 12.")
    day.open(KITCHEN)
    assert day.at == TWO and day.page.text.startswith("Kuva 3.")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [("left", ("yes", "skip")), ("right", ("skip", "yes")), ("both", ("yes", "yes")), ("neither", ("no", "no"))],
)
def test_what_a_choice_says_about_both(in_twos, session, sit, world, chosen, said):
    day = sit(world.mikko, TWO)
    choose(day, chosen)
    assert rows(session, world.mikko) == list(zip(in_sector("sector_kitchen")[:2], said, strict=True))


def test_the_odd_one_is_asked_alone_with_two_answers(in_twos, session, sit, world):
    sector = next(each for each in tasks.sectors() if len(tasks.tasks_of(each)) % 2)
    names = in_sector(sector.id)
    day = sit(world.mikko, f"/wishes/{sector.id}/two")
    for _pair in range(len(names) // 2):
        choose(day, "both")
    assert day.at == f"/wishes/{sector.id}/{names[-1]}" and day.page.buttons() == ["Kyllä", "En", "Ohita"]
    day.press("no")
    assert day.at == f"/wishes/mine/{sector.id}"
    assert len(rows(session, world.mikko)) == len(names)


def test_the_same_press_sent_twice_is_one(in_twos, session, sit, world):
    day = sit(world.onni, TWO)
    day.clock.shift(2)
    fields = day.page.form(day.action) | {"chosen": "left"}
    first, second = day.send(fields), day.send(fields)
    assert first.text == second.text
    assert len(rows(session, world.onni)) == 2


@pytest.mark.parametrize(("first", "second"), [("left", "right"), ("both", "left"), ("left", "both"), ("neither", "both")])
def test_of_two_buttons_pressed_at_once_the_first_counts(in_twos, session, sit, world, first, second):
    day = sit(world.onni, TWO)
    day.clock.shift(2)
    fields = day.page.form(day.action)
    day.send(fields | {"chosen": first})
    before = rows(session, world.onni)
    day.send(fields | {"chosen": second})
    assert rows(session, world.onni) == before and len(before) == 2


def test_a_second_tap_chooses_nothing(in_twos, session, sit, world):
    day = sit(world.onni, TWO)
    choose(day, "left")
    assert choose(day, "left", after=0.5).text.startswith("Kuva 3.")
    assert len(rows(session, world.onni)) == 2


@pytest.mark.parametrize(
    "odd", [{"chosen": "yes"}, {"chosen": ""}, {"shown": ""}, {"shown": " "}, {"key": "1"}, {"made": "soon"}]
)
def test_a_press_that_no_page_of_ours_makes_keeps_nothing(in_twos, session, sit, world, odd):
    day = sit(world.onni, TWO)
    day.clock.shift(2)
    day.send(day.page.form(day.action) | {"chosen": "left"} | odd)
    assert rows(session, world.onni) == []


@pytest.mark.parametrize("shown", ["bake dance_on_the_moon", "sweep_floor mop_floor", "x" * 5000])
def test_pictures_of_elsewhere_are_not_found(in_twos, session, sit, world, shown):
    day = sit(world.onni, TWO)
    day.clock.shift(2)
    day.browser.post(day.action, day.page.form(day.action) | {"chosen": "left", "shown": shown}, status=404)
    assert rows(session, world.onni) == []


def test_both_answers_of_a_press_stand_in_one_sitting_also_the_last(in_twos, session, sit, world):
    day = sit(world.mikko, f"{SPORT}/{in_sector('sector_sport')[0]}")
    day.press("yes")  # one alone: the pairs then come to an even number with it
    day.open("/wishes/sector_cleaning/two")
    presses = 0
    while day.page.h1 == "Kumpaa haluat tehdä enemmän?":
        choose(day, "both")
        presses += 1
        if day.at == "/wishes/mine/sector_cleaning":
            day.open(TWO)
    assert day.page.text.startswith("Kysymyksiä on nyt tarpeeksi.") and presses == (ROOM - 1) // 2
    assert len(set(session.scalars(select(Answer.sitting_id)))) == 1


def test_an_even_number_of_answers_ends_in_the_question_too(in_twos, session, sit, world):
    day = sit(world.mikko, "/wishes/sector_cleaning/two")
    while day.page.h1 == "Kumpaa haluat tehdä enemmän?":
        choose(day, "neither")
        if day.at == "/wishes/mine/sector_cleaning":
            day.open(TWO)
    assert day.page.text.startswith("Kysymyksiä on nyt tarpeeksi.")
    assert len(set(session.scalars(select(Answer.sitting_id)))) == 1


def test_the_page_asks_the_database_little(in_twos, visit, world):
    assert int(visit(world.mikko, TWO).response.headers["Server-Timing"].split('"')[1]) <= 6


def test_who_chooses_of_two_is_not_asked_alone_about_what_was_not_chosen(in_twos, sit, world):
    even = next(each for each in tasks.sectors() if len(tasks.tasks_of(each)) % 2 == 0 and len(tasks.tasks_of(each)) <= 20)
    day = sit(world.onni, f"/wishes/{even.id}/two")
    for _pair in range(len(tasks.tasks_of(even)) // 2):
        choose(day, "left")
    assert day.at == f"/wishes/mine/{even.id}"
    assert "Jatka" not in day.page.buttons() and "Jatka" not in day.page.links()
