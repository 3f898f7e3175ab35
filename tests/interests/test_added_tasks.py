"""Aino meets a task that her own organisation has added, as any other; Eeva of another organisation never does."""

import pytest
from sqlalchemy import select

from selkoapp.interests import service as interests
from selkoapp.interests.models import Answer, Value
from selkoapp.interests.pairing.history import in_lasting_order
from selkoapp.interests.words import own_words
from selkoapp.kernel.db import new_id
from tests.coach.tasks import add, concept_at
from tests.interests.sitting import rows
from tests.media.pictures import photo

SECTOR = "/wishes/sector_outdoors"
NAME = "leikata ruohoa golfkentällä"
QUERIES = 6


@pytest.fixture
def golf(browser, world) -> str:
    """The concept_id of a task that Simo has added, with a photograph."""
    return concept_at(add(browser(world.simo), photo()))


def page_of(golf: str) -> str:
    """The coach's page of the task."""
    found = golf.removeprefix("added_")
    return f"/coach/tasks/{found[:8]}-{found[8:12]}-{found[12:16]}-{found[16:20]}-{found[20:]}"


def retire(browser, world, golf: str) -> None:
    browser(world.simo).post(f"{page_of(golf)}/retirement")


def answered(session, person, golf: str, value: Value = Value.YES) -> None:
    interests.record_answer(session, person.viewer, golf, value, new_id())
    session.commit()


def test_it_is_asked_last_in_its_sector_and_counted(sit, world, golf, session):
    aino = sit(world.aino, f"{SECTOR}/{golf}")
    assert f"Haluatko {NAME}?" in aino.page.text and "Kuva 11. Kuvia on 11." in aino.page.text
    aino.press("yes")
    assert rows(session, world.aino) == [(golf, "yes")]
    assert "Vastasit: kyllä." in aino.open(f"{SECTOR}/{golf}").text
    assert NAME in aino.open("/wishes/mine/answers").text and NAME in aino.open("/wishes/mine").text


def test_leila_reads_it_in_swedish(browser, world, golf):
    assert "Vill du klippa gräs på golfbanan?" in browser(world.leila).get(f"{SECTOR}/{golf}").text


def test_what_is_this_shows_the_real_workplace(browser, world, golf):
    aino = browser(world.aino)
    page = aino.get(f"{SECTOR}/{golf}/meaning")
    assert "Ajat ruohonleikkuria. Golfkenttä on lähellä merta." in page.text
    (shown,) = [image.get("src") for image in page.all("img") if image.get("alt") == "Kuva työpaikasta"]
    assert aino.raw("GET", shown).mimetype == "image/jpeg"
    assert browser(world.eeva).raw("GET", shown).status_code == 404


def test_without_a_meaning_the_coach_can_tell(browser, world):
    bare = concept_at(add(browser(world.simo), meaning_fi="", meaning_sv="", meaning_en=""))
    page = browser(world.aino).get(f"{SECTOR}/{bare}/meaning")
    assert "Valmentajasi voi kertoa tästä työstä." in page.text


def test_eeva_never_meets_it(browser, world, golf):
    eeva = browser(world.eeva)
    assert NAME not in eeva.get("/wishes/work").text and "Kuvia on 10." in eeva.get(f"{SECTOR}/rake_leaves").text
    for path in (f"{SECTOR}/{golf}", f"{SECTOR}/{golf}/meaning"):
        eeva.get(path, 404)
    assert eeva.raw("POST", f"{SECTOR}/{golf}/answers", data={"value": "yes"}).status_code == 404
    browser(world.aino).get(f"/wishes/sector_kitchen/{golf}", 404)


def test_a_retired_task_is_asked_no_more_and_its_answer_can_still_be_changed(sit, browser, world, golf, session):
    answered(session, world.aino, golf)
    retire(browser, world, golf)
    aino = sit(world.aino, f"{SECTOR}/rake_leaves")
    assert "Kuvia on 10." in aino.page.text and NAME in aino.open("/wishes/mine/answers").text
    aino.open(f"{SECTOR}/{golf}")
    aino.press("no")
    assert rows(session, world.aino)[-1] == (golf, "no")


def test_it_stands_in_pairs_and_on_paper(browser, world, golf, session):
    for task in ("bake", golf):
        answered(session, world.aino, task)
    aino = browser(world.aino)
    page = aino.get("/wishes/pairs/next")
    assert NAME in page.text and "leipoa" in page.text
    assert aino.raw("GET", "/wishes/mine/sheet.pdf").data.startswith(b"%PDF")
    assert in_lasting_order([golf, "sing", "bake"])[-1] == golf


def test_simo_sees_the_answer(browser, world, golf, session):
    answered(session, world.aino, golf)
    assert NAME in browser(world.simo).get(f"/coach/people/{world.aino.id}").text


def test_a_name_that_nobody_knows_stops_no_page(browser, world, session):
    """An answer from before a person came from another organisation: the page shows a workplace."""
    strange = f"added_{new_id().hex}"
    answered(session, world.aino, strange)
    answered(session, world.aino, "bake")
    assert session.scalar(select(Answer.concept_id).where(Answer.concept_id == strange))
    session.rollback()
    aino = browser(world.aino)
    for path in ("/wishes", "/wishes/mine", "/wishes/mine/answers", "/wishes/pairs/next"):
        aino.get(path)
    assert aino.raw("GET", "/wishes/mine/sheet.pdf").data.startswith(b"%PDF")
    browser(world.simo).get(f"/coach/people/{world.aino.id}")


@pytest.mark.parametrize(
    "path", ["/wishes/work", SECTOR, f"{SECTOR}/%s", f"{SECTOR}/%s/meaning", "/wishes/mine", "/wishes/mine/answers"]
)
def test_a_page_with_it_asks_six_times_at_most(browser, world, golf, session, path):
    answered(session, world.aino, golf)
    page = browser(world.aino).get(path % golf if "%" in path else path)
    assert int(page.response.headers["Server-Timing"].split('"')[1]) <= QUERIES


def test_the_shared_sounds_hold_nothing_of_it(app, browser, world, golf):
    with app.test_request_context():
        assert not any("golfkentä" in words for words in own_words("fi"))
