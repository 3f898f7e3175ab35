"""Simo adds a task that nobody else has, mends its words, and stops asking it."""

import pytest
from sqlalchemy import func, select

from selkoapp.interests.added import service
from selkoapp.interests.wish_models import LABEL_LONGEST, MEANING_LONGEST, OwnTask
from selkoapp.media.models import Media
from tests.coach.tasks import MOWING, NEW, add, concept_at, send
from tests.media.pictures import photo


@pytest.fixture
def simo(browser, world):
    return browser(world.simo)


def tasks(session) -> list[OwnTask]:
    found = list(session.scalars(select(OwnTask).order_by(OwnTask.id)))
    session.expunge_all()
    session.rollback()
    return found


def photos(session) -> int:
    found = session.scalar(select(func.count()).select_from(Media))
    session.rollback()
    return found


def test_simo_adds_a_task_from_the_page_of_people(session, simo, world):
    assert simo.get("/coach/people").links()["Omat työt"] == "/coach/tasks"
    assert simo.get("/coach/tasks").links()["Lisää työ"] == NEW
    page = simo.get(add(simo))
    assert page.h1 == "leikata ruohoa golfkentällä"
    assert "Haluatko leikata ruohoa golfkentällä?" in page.text and "Vill du klippa gräs på golfbanan?" in page.text
    assert "Golfkenttä on lähellä merta." in page.text and "Ulkotyö" in page.text
    (task,) = tasks(session)
    assert (task.made_by, task.organisation_id) == (world.simo.id, world.simo.viewer.organisation_id)
    assert "leikata ruohoa golfkentällä" in simo.get("/coach/tasks").text


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("label_sv", "", "Kirjoita työ kolmella kielellä."),
        ("label_fi", "a" * (LABEL_LONGEST + 1), "Työn nimi on liian pitkä."),
        ("meaning_en", "", "Kerro työstä kaikilla kolmella kielellä tai jätä kaikki tyhjiksi."),
        ("meaning_fi", "a" * (MEANING_LONGEST + 1), "Lauseet ovat liian pitkiä."),
        ("picture", "moon", "Valitse kuva."),
        ("sector", "sector_moon", "Valitse työala."),
    ],
)
def test_what_is_wrong_is_said_twice_and_what_was_typed_stays(session, simo, field, typed, told):
    page = send(simo, NEW, status=422, **MOWING | {field: typed})
    assert page.text.count(told) == 2
    kept = page.form(NEW)
    assert all(kept[name] == value for name, value in MOWING.items() if name not in (field, "picture", "sector"))
    assert tasks(session) == []


def test_a_task_needs_no_meaning_and_then_says_so(simo):
    page = simo.get(add(simo, meaning_fi="", meaning_sv="", meaning_en=""))
    assert "Kukaan ei ole vielä kirjoittanut, mitä työ on." in page.text


def test_hard_words_are_advised_against_and_kept(session, simo):
    long = "Työntekijänä leikkaat nurmikkoa ajettavalla ruohonleikkurilla joka aamu ennen kuin pelaajat tulevat pelaamaan."
    path = add(simo, meaning_fi=long)
    assert "Tämä lause on pitkä" in simo.get(path).text and "Tämä lause on pitkä" in simo.get(f"{path}/words").text
    assert tasks(session)[0].meaning_fi == long
    assert "Tämä lause on pitkä" not in simo.get(NEW).text


def test_a_photo_comes_is_seen_changes_and_goes(session, simo):
    path = add(simo, photo())
    seen = simo.raw("GET", f"{path}/photo")
    assert seen.status_code == 200 and seen.mimetype == "image/jpeg" and photos(session) == 1
    send(simo, f"{path}/words", photo(width=200))
    assert photos(session) == 1 and simo.raw("GET", f"{path}/photo").data != seen.data
    send(simo, f"{path}/words")
    assert photos(session) == 1, "a form without a file leaves the photograph"
    send(simo, f"{path}/words", without_photo="y")
    assert photos(session) == 0 and simo.raw("GET", f"{path}/photo").status_code == 404


def test_a_file_that_is_no_photo_is_told(session, simo):
    page = send(simo, NEW, b"no picture", 422, **MOWING)
    assert page.text.count("Kuva ei auennut. Ota uusi kuva.") == 2 and page.form(NEW)["label_fi"] == MOWING["label_fi"]
    page = send(simo, NEW, photo(), 422, **MOWING | {"label_en": ""})
    assert page.text.count("Valitse valokuva uudelleen.") == 2, "no page can keep a file"
    assert tasks(session) == [] and photos(session) == 0


def test_the_words_can_be_mended_and_the_answers_stay_with_the_task(session, simo):
    path = add(simo)
    send(simo, f"{path}/words", label_fi="ajaa ruohonleikkuria")
    assert simo.get(path).h1 == "ajaa ruohonleikkuria" and len(tasks(session)) == 1


def test_a_retired_task_can_come_back(session, simo):
    path = add(simo)
    page = simo.press(simo.get(path), f"{path}/retirement")
    assert "Tätä ei enää kysytä. Vastaukset säilyvät." in page.text
    assert "Näitä ei enää kysytä" in simo.get("/coach/tasks").text
    page = simo.press(page, f"{path}/return")
    assert "Tätä ei enää kysytä" not in page.text and tasks(session)[0].retired_at is None


def test_another_organisation_has_no_such_task(browser, world, simo):
    path = add(simo, photo())
    kalle = browser(world.kalle)
    assert "golfkentällä" not in kalle.get("/coach/tasks").text
    for page in (path, f"{path}/words", f"{path}/photo"):
        assert kalle.raw("GET", page).status_code == 404
    for press in (f"{path}/words", f"{path}/retirement", f"{path}/return"):
        assert kalle.raw("POST", press, data=MOWING).status_code == 404
    assert "Tätä ei enää kysytä" not in simo.get(path).text


def test_there_is_an_end_to_it(session, simo, monkeypatch):
    monkeypatch.setattr(service, "MOST_TASKS", 1)
    add(simo)
    assert "Tila on täynnä." in send(simo, NEW, status=422, **MOWING).text
    assert len(tasks(session)) == 1


def test_a_try_out_of_an_own_task_can_be_noted(simo, world):
    concept = concept_at(add(simo))
    path = f"/coach/people/{world.aino.id}/tryouts"
    page = simo.press(simo.get(path), path, task=concept, place="Golfkenttä")
    assert "leikata ruohoa golfkentällä" in page.text.split("Kokeilut")[1]
