"""A day typed by hand in an old browser, a choice that no page offered: our own sentence beside the field and on top."""

import pytest
from sqlalchemy import func, select

from selkoapp.accounts.models import Person
from selkoapp.interests.models import NextStep
from tests.visit import words

STEP = {"text": "Käymme leipomossa.", "picture": "company_visit", "day": ""}
SEEKER = {"name": "Ville", "language": "fi", "picture": "person_b"}


def wrongs(page) -> list[str]:
    return [words(error) for error in page.all("p", class_="field-error")]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"day": "1.12.2030"}, "Valitse päivä."),
        ({"day": "2030-02-30"}, "Valitse päivä."),
        ({"day": "2020-01-01"}, "Tämä päivä on jo mennyt. Valitse tuleva päivä."),
        ({"picture": "mop_floor"}, "Valitse kuva."),
        ({"who": "01900000-0000-7000-8000-00000000dead"}, "Valitse, kuka sen tekee."),
    ],
)
def test_what_is_wrong_with_the_next_step_is_told_in_plain_words(browser, world, session, wrong, sentence):
    simo, path = browser(world.simo), f"/coach/people/{world.aino.id}"
    page = simo.post(f"{path}/next-step", STEP | {"who": str(world.simo.id)} | wrong, 422)
    assert wrongs(page) == [sentence] and sentence in page.links()
    assert session.scalar(select(func.count()).select_from(NextStep)) == 0


@pytest.mark.parametrize("day", ["", " ", "2030-12-01"])
def test_a_next_step_needs_no_day(browser, world, day):
    simo, path = browser(world.simo), f"/coach/people/{world.aino.id}"
    page = simo.post(f"{path}/next-step", STEP | {"who": str(world.simo.id), "day": day})
    assert "Käymme leipomossa." in page.text


@pytest.mark.parametrize(
    ("wrong", "sentence"), [({"picture": "coffee"}, "Valitse kuva."), ({"language": "de"}, "Valitse kieli.")]
)
def test_what_is_wrong_with_a_new_person_is_told_in_plain_words(browser, world, session, wrong, sentence):
    page = browser(world.simo).post("/coach/people/new", SEEKER | wrong, 422)
    assert wrongs(page) == [sentence] and sentence in page.links()
    assert session.scalar(select(Person.id).where(Person.name == "Ville")) is None


def test_cards_of_someone_elses_people_are_not_printed(browser, world):
    page = browser(world.simo).post("/coach/cards", {"people": [str(world.aino.id), str(world.eeva.id)]}, 422)
    assert wrongs(page) == ["Valitse vain ihmisiä tästä luettelosta."] and "Valitse vain" in " ".join(page.links())
