"""Aino chooses between two pictures: page after page, as far as a sitting goes."""

import pytest
from sqlalchemy import select

from selkoapp.interests.models import PairAnswer, Pick, Sitting, Value
from selkoapp.interests.pairing.history import history_of
from selkoapp.interests.pairs.asked import Layout
from selkoapp.interests.service import record_answer
from selkoapp.kernel.db import new_id
from selkoapp.pictograms.catalogue import tasks_of
from tests.interests.pairing.sitting import SIX, say_yes
from tests.interests.sitting import READING

WHICH = "Kumpaa haluat tehdä enemmän?"
DAY = 24 * 3600


@pytest.fixture
def wants(session):
    """wants(world.aino, SIX) → she has said yes to these."""

    def arrange(named, tasks=SIX):
        say_yes(session, named, tasks)
        session.commit()

    return arrange


def press(sitting, chosen, after=READING):
    """Press a picture, or a button under the pictures."""
    sitting.clock.shift(after)
    action = answers(sitting.page)
    sitting.page = sitting.browser.press(sitting.page, action, chosen=chosen)
    return sitting.page


def answers(page):
    return next(form.get("action") for form in page.all("form") if form.get("action").endswith("/answers"))


def stop(sitting):
    sitting.clock.shift(READING)
    return sitting.browser.raw("POST", "/wishes/pairs/end", data=sitting.page.form("/wishes/pairs/end"))


def kept(session, kind):
    found = session.scalars(select(kind).order_by(kind.id)).all()
    session.rollback()
    return found


def test_it_says_that_asking_twice_is_no_mistake(sit, world, wants):
    wants(world.aino)
    aino = sit(world.aino, "/wishes/pairs")
    assert "Kysyn saman asian kaksi kertaa. Vastasit oikein." in aino.page.text
    assert "Voit vastata samoin tai eri tavalla." in aino.page.text
    assert "Kuka näkee? Sinä ja Simo." in aino.page.text
    assert aino.follow("Aloita").h1 == WHICH


def test_five_choices_and_how_far_it_is(sit, world, wants):
    wants(world.aino)
    page = sit(world.aino, "/wishes/pairs/1").page
    words = page.buttons()
    assert len(words) == 5 and words[2:] == ["Molemmat", "En kumpaakaan", "Riittää jo"]
    assert page.text.startswith("Kysymys 1. Kysymyksiä on 6.")


def test_six_pairs_and_thanks(sit, world, session, wants):
    wants(world.aino)
    aino = sit(world.aino, "/wishes/pairs/next")
    for number in range(1, 7):
        assert aino.at == f"/wishes/pairs/{number}" and f"Kysymys {number}." in aino.page.text
        press(aino, "left" if number % 2 else "both")
    assert aino.page.h1 == "Kiitos!" and aino.at == "/wishes/pairs/end"
    assert [row.chosen for row in kept(session, PairAnswer)] == ["left", "both"] * 3
    assert aino.open("/wishes/pairs/next").h1 == "Kiitos!"
    assert aino.open(aino.page.links()["Takaisin"]).text.startswith("Kysymys 6.")


def test_enough_ends_the_sitting(sit, world, session, wants):
    wants(world.aino)
    aino = sit(world.aino, "/wishes/pairs/1")
    press(aino, "right")
    assert aino.open(stop(aino).headers["Location"]).status == 200
    assert kept(session, Sitting)[-1].ended_at


def test_enough_before_the_first_press_leads_to_the_wishes(sit, world, session, wants):
    wants(world.aino)
    before = len(kept(session, Sitting))
    aino = sit(world.aino, "/wishes/pairs/1")
    assert stop(aino).headers["Location"].startswith("/wishes")
    assert len(kept(session, Sitting)) == before


def test_it_goes_on_where_it_stopped(sit, world, wants):
    wants(world.aino)
    aino = sit(world.aino, "/wishes/pairs/1")
    press(aino, "right")
    coming = aino.page.form(answers(aino.page))["shown"]
    aino.open("/home")
    aino.open("/wishes/pairs/next")
    assert aino.at == "/wishes/pairs/2" and aino.page.form(answers(aino.page))["shown"] == coming


def test_back_shows_the_last_pair_with_its_answer(sit, world, session, wants):
    wants(world.aino)
    aino = sit(world.aino, "/wishes/pairs/1")
    press(aino, "both")
    aino.open(aino.page.links()["Takaisin"])
    (chosen,) = aino.page.all("button", aria_current="true")
    assert chosen.get("value") == "both"
    press(aino, "left")
    assert aino.at == "/wishes/pairs/2"
    assert [asked.chosen for asked in history_of(session, world.aino.id).asked] == ["left"]


def test_a_second_tap_chooses_nothing(sit, world, session, wants):
    wants(world.onni)
    onni = sit(world.onni, "/wishes/pairs/1")
    press(onni, "left")
    again = press(onni, "left", after=0.3)
    assert again.text.startswith("Kysymys 2.")
    assert len(kept(session, PairAnswer)) == 1


def test_of_two_buttons_pressed_at_once_the_first_counts(sit, world, session, wants):
    wants(world.onni)
    onni = sit(world.onni, "/wishes/pairs/1")
    onni.clock.shift(READING)
    action, page = answers(onni.page), onni.page
    onni.browser.press(page, action, chosen="left")
    shown = onni.browser.press(page, action, chosen="right")
    assert shown.all("button", aria_current="true")[0].get("value") == "left"
    assert [row.chosen for row in kept(session, PairAnswer)] == ["left"]


def test_always_the_left_shows_one_above_the_other_another_day(sit, world, session, wants):
    wants(world.aino)
    aino = sit(world.aino, "/wishes/pairs/1")
    while aino.page.h1 == WHICH:
        press(aino, "left")
    aino.clock.shift(DAY)
    aino.open("/wishes/pairs/1")
    assert aino.page.form(answers(aino.page))["layout"] == Layout.STACKED
    assert "vasen" not in aino.page.text and "oikea" not in aino.page.text
    press(aino, "right")
    assert kept(session, PairAnswer)[-1].layout == Layout.STACKED


def test_many_wishes_are_asked_about_by_five(sit, world, session, wants):
    tasks = [task.id for task in tasks_of("sector_cleaning")][:12]
    wants(world.aino, tasks)
    aino = sit(world.aino, "/wishes/pairs/1")
    assert aino.page.h1 == "Mitä näistä haluat tehdä eniten?"
    assert aino.page.text.startswith("Kysymys 1, enintään 6.")
    assert len(aino.page.buttons()) == 6 and aino.page.buttons()[-1] == "En mitään näistä"
    first = aino.page.form(answers(aino.page))["shown"].split()[0]
    press(aino, first)
    press(aino, "none")
    assert [row.chosen for row in kept(session, Pick)] == [first, ""]
    back = aino.open(aino.page.links()["Takaisin"])
    (chosen,) = back.all("button", aria_current="true")
    assert chosen.get("value") == "none"


@pytest.mark.parametrize("tasks", [(), SIX[:1]])
def test_without_two_wishes_it_leads_to_the_pictures(sit, world, wants, tasks):
    wants(world.aino, tasks)
    aino = sit(world.aino, "/wishes/pairs")
    assert "Vastaa kyllä kahteen kuvaan." in aino.page.text
    assert aino.page.links()["Vastaa kuviin"].startswith("/wishes")


def test_when_everything_was_asked_twice_nothing_waits(sit, world, session, wants):
    wants(world.aino, SIX[:2])
    aino = sit(world.aino, "/wishes/pairs/1")
    for _day in range(2):
        page = aino.open("/wishes/pairs/1")
        press(aino, "left" if page.form(answers(page))["shown"].startswith(SIX[0]) else "right")
        aino.clock.shift(DAY)
    assert "Olet vastannut kaikkiin kysymyksiin." in aino.open("/wishes/pairs/next").text


def test_a_wish_taken_back_is_not_asked_about(sit, world, session, wants):
    wants(world.aino, SIX[:2])
    record_answer(session, world.aino.viewer, SIX[0], Value.NO, new_id())
    session.commit()
    assert "Vastaa kyllä kahteen kuvaan." in sit(world.aino, "/wishes/pairs").page.text


@pytest.mark.parametrize(
    "odd",
    [
        {"chosen": "perhaps"},
        {"chosen": "\ud800"},
        {"chosen": ""},
        {"layout": "upside-down"},
        {"layout": ""},
        {"shown": ""},
        {"shown": "bake"},
        {"shown": "bake bake"},
        {"shown": "a" * 41 + " bake"},
        {"shown": "fold_clothes answer_phone"},
        {"shown": "bake\0 mop_floor"},
        {"key": "1"},
        {"made": "soon"},
    ],
)
def test_a_press_that_no_page_of_ours_makes_keeps_nothing(sit, world, session, wants, odd):
    wants(world.onni)
    onni = sit(world.onni, "/wishes/pairs/1")
    onni.clock.shift(READING)
    asked = onni.page.form(answers(onni.page)) | {"chosen": "left"} | odd
    fields = {name: value.encode("utf-8", "surrogatepass") for name, value in asked.items()}
    answer = onni.browser.raw("POST", answers(onni.page), data=fields)
    assert answer.status_code in (200, 303)
    assert kept(session, PairAnswer) == kept(session, Pick) == []


@pytest.mark.parametrize("path", ["/wishes/pairs", "/wishes/pairs/1", "/wishes/pairs/2", "/wishes/pairs/end"])
def test_a_page_asks_the_database_little(sit, world, wants, path):
    wants(world.aino)
    aino = sit(world.aino, "/wishes/pairs/1")
    press(aino, "left")
    assert int(aino.open(path).response.headers["Server-Timing"].split('"')[1]) <= 6


@pytest.mark.parametrize(("who", "asked"), [("leila", "Vilket vill du hellre göra?"), ("onni", WHICH)])
def test_it_speaks_the_persons_language(sit, world, wants, who, asked):
    wants(getattr(world, who))
    assert sit(getattr(world, who), "/wishes/pairs/1").page.h1 == asked


def test_after_the_last_picture_of_a_sector_there_is_a_way_to_the_pairs(sit, world, wants):
    wants(world.aino, [task.id for task in tasks_of("sector_kitchen")])
    aino = sit(world.aino, "/wishes/mine/sector_kitchen")
    assert aino.follow("Kumpaa haluan enemmän?").text.startswith("Näet kaksi kuvaa.")
