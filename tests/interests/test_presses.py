"""Onni's hand trembles: what is saved is what he meant, and nothing else."""

import pytest

from selkoapp.kernel.db import new_id
from tests.interests.sitting import rows
from tests.visit import SAME_ORIGIN

CLEANING = "/wishes/sector_cleaning"


@pytest.mark.parametrize("later", [0.08, 0.2, 0.4, 0.6, 0.699])
def test_a_second_tap_answers_nothing(sit, world, session, later):
    onni = sit(world.onni, f"{CLEANING}/sweep_floor")
    onni.press("yes")
    same = onni.press("yes", after=later)
    assert same.text.startswith("Kuva 2. Kuvia on 16. Haluatko mopata lattioita?")
    assert rows(session, world.onni) == [("sweep_floor", "yes")]
    onni.press("no")
    assert rows(session, world.onni) == [("sweep_floor", "yes"), ("mop_floor", "no")]


def test_a_second_tap_on_the_explanation_shows_the_explanation(sit, world, session):
    onni = sit(world.onni, f"{CLEANING}/sweep_floor/meaning")
    assert onni.press("unknown", after=0.3).h1 == "Mikä tämä on?"
    assert rows(session, world.onni) == []


def test_the_same_press_sent_twice_is_one_answer_and_goes_on(sit, world, session):
    onni = sit(world.onni, f"{CLEANING}/sweep_floor")
    fields = onni.fields("yes")
    onni.clock.shift(1)
    first, second = onni.send(fields), onni.send(fields)
    assert first.response.request.path == second.response.request.path == f"{CLEANING}/mop_floor"
    assert rows(session, world.onni) == [("sweep_floor", "yes")]


def test_of_two_buttons_pressed_at_once_the_first_counts_and_is_shown(sit, world, session):
    onni = sit(world.onni, f"{CLEANING}/sweep_floor")
    onni.clock.shift(1)
    yes, maybe = onni.fields("yes"), onni.fields("maybe")
    onni.send(yes)
    shown = onni.send(maybe)
    assert shown.response.request.path == f"{CLEANING}/sweep_floor"
    assert "Vastasit: kyllä." in shown.text
    assert rows(session, world.onni) == [("sweep_floor", "yes")]


def test_two_people_may_have_the_same_key(sit, world, session):
    key = str(new_id())
    for person in (world.onni, world.aino):
        sitting = sit(person, f"{CLEANING}/sweep_floor")
        sitting.clock.shift(1)
        sitting.send(sitting.fields("yes") | {"key": key})
        assert rows(session, person) == [("sweep_floor", "yes")]


@pytest.mark.parametrize(
    "odd",
    [
        {"value": "perhaps"},
        {"value": "\ud800"},
        {"value": "yes\0"},
        {"value": "y" * 600_00},
        {"key": "1"},
        {"key": str(2**63)},
        {"made": "soon"},
        {"made": "-1"},
        {"made": "٣"},
        {"made": "9" * 40},
    ],
)
def test_a_press_that_no_page_of_ours_makes_saves_nothing(sit, world, session, odd):
    onni = sit(world.onni, f"{CLEANING}/sweep_floor")
    onni.clock.shift(1)
    fields = {name: value.encode("utf-8", "surrogatepass") for name, value in (onni.fields("yes") | odd).items()}
    answer = onni.browser.raw("POST", onni.action, data=fields, headers=SAME_ORIGIN)
    assert answer.status_code == 200
    assert rows(session, world.onni) == []
