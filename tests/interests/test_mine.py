"""My work wishes, and who sees them: Aino shows hers to Simo, keeps them to herself, and shows them again."""

from subprocess import CalledProcessError

import pytest

from selkoapp.interests import sharing
from selkoapp.interests.mine import paper
from selkoapp.interests.mine.journal import journal
from selkoapp.interests.mine.told import Difference, Told
from selkoapp.interests.models import Answer, PairAnswer, Setting, Sitting, Value
from selkoapp.interests.wish_models import ConditionAnswer, OwnWish, SkillAnswer
from selkoapp.kernel.db import new_id
from tests.interests.test_wishes import headings, say


@pytest.fixture
def sat(session):
    """sat(person, setting, helper) → a sitting of that person that has ended so."""

    def begun(person, setting="", helper=""):
        made = Sitting(id=new_id(), person_id=person.id, setting=setting, helper=helper)
        session.add(made)
        session.commit()
        return made.id

    return begun


def told_by(session, person) -> Told:
    found = Told.of(journal(session, person.id))
    session.rollback()
    return found


def answer(session, person, sitting, **given):
    for task, value in given.items():
        session.add(Answer(person_id=person.id, concept_id=task, value=value, sitting_id=sitting, key=new_id()))
        session.flush()
    session.commit()


def tell_all(session, person, sitting) -> None:
    """A yes, a condition, a skill, an own wish: one of each."""
    answer(session, person, sitting, bake="maybe", sing="no")
    answer(session, person, sitting, bake="yes")
    common = {"person_id": person.id, "sitting_id": sitting}
    session.add(ConditionAnswer(condition="place", value="outdoors", key=new_id(), **common))
    session.add(SkillAnswer(skill="skill_read", value="self", key=new_id(), **common))
    session.add(OwnWish(person_id=person.id, text="Haluan hoitaa hevosia.", language="fi", key=new_id()))
    session.commit()


def test_aino_sees_all_her_wishes_on_one_page(session, visit, world, sat):
    tell_all(session, world.aino, sat(world.aino))
    page = visit(world.aino, "/wishes/mine")
    assert page.h1 == "Työtoiveeni" and page.links()["Takaisin"].startswith("/wishes")
    assert headings(page) == [
        "Tätä haluan tehdä",
        "Näin haluan tehdä työtä",
        "Mitä osaan",
        "Osaan itse",
        "Omat toiveeni",
        "Mikä on muuttunut",
        "Mitä tapahtuu seuraavaksi?",
    ]
    for words in (
        "leipoa",
        "Ulkona",
        "lukea",
        "Haluan hoitaa hevosia.",
        "Ennen: ehkä.",
        "Nyt: kyllä.",
        "Kuka näkee? Sinä ja Simo.",
    ):
        assert words in page.text
    assert "laulaa" not in page.text, "what she does not want is among her answers, not among her wishes"
    assert int(page.response.headers["Server-Timing"].split('"')[1]) <= 6


def test_somebody_without_wishes_is_told_so(visit, world):
    page = visit(world.onni, "/wishes/mine")
    assert "Toiveita ei ole vielä." in page.text and headings(page) == ["Tätä haluan tehdä", "Mitä tapahtuu seuraavaksi?"]


def test_pairs_set_the_order_of_the_first_five(session, world, sat):
    say(session, world.aino, bake="yes", sing="yes", vacuum="yes")
    assert told_by(session, world.aino).top == ("vacuum", "sing", "bake")
    for left, right in (("bake", "sing"), ("bake", "vacuum"), ("sing", "vacuum")):
        session.add(
            PairAnswer(
                person_id=world.aino.id,
                sitting_id=sat(world.aino),
                left=left,
                right=right,
                chosen="left",
                layout="side",
                key=new_id(),
            )
        )
    session.commit()
    assert told_by(session, world.aino).top == ("bake", "sing", "vacuum")


def test_an_answer_is_surer_when_it_came_again_another_time(session, world, sat):
    alone, helped = sat(world.aino, Setting.ALONE), sat(world.aino, Setting.HELPED, "helper_family")
    answer(session, world.aino, alone, bake="yes", sing="maybe")
    answer(session, world.aino, alone, bake="yes")
    assert told_by(session, world.aino).trust["bake"].times == 1, "twice in one sitting is asked once"
    answer(session, world.aino, helped, bake="yes", sing="yes")
    told = told_by(session, world.aino)
    assert (told.trust["bake"].times, told.trust["bake"].setting) == (2, Setting.HELPED)
    assert told.trust["sing"].times == 1 and told.trust["sing"].changed.before == Value.MAYBE
    assert told.differences == [Difference("sing", Value.MAYBE, Value.YES, "helper_family")]


def press(browser, value):
    page = browser.get("/wishes/mine/sharing")
    return browser.post("/wishes/mine/sharing", page.form("/wishes/mine/sharing") | {"value": value, "made": "1"})


def test_aino_keeps_her_wishes_to_herself_and_shows_them_again(browser, session, world):
    aino = browser(world.aino)
    assert "Sinä ja Simo" in aino.get("/wishes/mine/sharing").text
    assert "Kuka näkee? Vain sinä." in press(aino, "off").text
    assert not sharing.is_shared(session, world.aino.id)
    session.rollback()
    assert "Kuka näkee? Sinä ja Simo." in press(aino, "on").text


def test_a_press_too_soon_decides_nothing(browser, session, world):
    aino = browser(world.aino)
    form = aino.get("/wishes/mine/sharing").form("/wishes/mine/sharing")
    assert aino.post("/wishes/mine/sharing", form | {"value": "off"}).h1 == "Kuka näkee toiveeni?"
    assert sharing.is_shared(session, world.aino.id)


def test_paper_that_cannot_be_set_is_asked_for_later(browser, world, monkeypatch):
    def broken(_content):
        raise CalledProcessError(1, "typesetter")

    monkeypatch.setattr(paper, "make_sheet", broken)
    assert browser(world.aino).raw("GET", "/wishes/mine/sheet.pdf").status_code == 503


def test_the_paper_is_a_pdf_that_nobody_keeps(browser, session, world, sat):
    tell_all(session, world.aino, sat(world.aino))
    answer = browser(world.aino).raw("GET", "/wishes/mine/sheet.pdf")
    assert answer.data.startswith(b"%PDF") and answer.mimetype == "application/pdf"
    assert "no-store" in answer.headers["Cache-Control"]
