"""A day typed by hand in an old browser, a choice that no page offered: our own sentence beside the field and on top."""

from datetime import date

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
        ({"day": "30.2.2030"}, "Tätä päivää ei ole."),
        ({"day": "2030-02-30"}, "Tätä päivää ei ole."),
        ({"day": "ensi maanantai"}, "Tätä päivää ei ole."),
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


def test_a_day_that_is_not_takes_nothing_away_and_stays_in_its_field(browser, world, session):
    simo, path = browser(world.simo), f"/coach/people/{world.aino.id}"
    step = STEP | {"who": str(world.simo.id)}
    simo.post(f"{path}/next-step", step | {"day": "2030-12-01"})
    page = simo.post(f"{path}/next-step", step | {"day": "30.2.2030"}, 422)
    field = page.one("input", id="day")
    assert (field.get("value"), field.get("type")) == ("30.2.2030", "text"), "a date field would show nothing"
    assert session.scalars(select(NextStep.day)).all() == [date(2030, 12, 1)]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("", "Tallennettu. Päivää ei ole sovittu."),
        (" ", "Tallennettu. Päivää ei ole sovittu."),
        ("2030-12-01", "Tallennettu. Päivä on 1. joulukuuta."),
        ("3.12.2030", "Tallennettu. Päivä on 3. joulukuuta."),
    ],
)
def test_a_next_step_needs_no_day_and_the_page_tells_what_was_saved(browser, world, day, told):
    simo, path = browser(world.simo), f"/coach/people/{world.aino.id}"
    page = simo.post(f"{path}/next-step", STEP | {"who": str(world.simo.id), "day": day})
    assert "Käymme leipomossa." in page.text and told in page.text
    assert "Tallennettu." not in simo.get(path).text


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
