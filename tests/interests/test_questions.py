"""Mikko answers how his work should be and what he can do: one question a page, saved at once, going on where it stopped."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from selkoapp.interests.conditions.theme import CONDITIONS
from selkoapp.interests.questions import course, service
from selkoapp.interests.sittings import ROOM
from selkoapp.interests.skills.theme import SKILLS
from selkoapp.interests.wish_models import ConditionAnswer, SkillAnswer
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import Conflict, NotFound
from selkoapp.kernel.i18n import LANGUAGES
from selkoapp.pictograms import catalogue

THEMES = [CONDITIONS, SKILLS]


def stored(session, person, theme=CONDITIONS) -> list[tuple[str, str]]:
    column = getattr(theme.table, theme.column)
    found = session.execute(select(column, theme.table.value).where(theme.table.person_id == person.id).order_by(theme.table.id))
    told = [tuple(row) for row in found]
    session.rollback()
    return told


def test_it_begins_with_what_is_asked_and_that_work_is_paid(visit, world):
    page = visit(world.mikko, "/wishes/conditions")
    assert page.h1 == "Millaista työtä haluan?"
    assert "Työstä maksetaan palkkaa." in page.text and "Kuka näkee? Sinä ja Simo." in page.text
    assert page.links()["Aloita"] == "/wishes/conditions/place"


def test_one_press_saves_and_goes_on(session, sit, world):
    day = sit(world.mikko, "/wishes/conditions/place")
    assert "Haluatko tehdä työtä sisällä vai ulkona?" in day.page.text
    assert [each for each in day.page.buttons() if each] == ["Sisällä", "Ulkona", "Molemmat käy", "Ohita"]
    assert "Kysymys 1. Kysymyksiä on 10." in day.page.html
    day.press("outdoors")
    assert day.at == "/wishes/conditions/company" and stored(session, world.mikko) == [("place", "outdoors")]


def test_takaisin_shows_what_was_answered_and_it_can_be_changed(session, sit, world):
    day = sit(world.mikko, "/wishes/conditions/place")
    day.press("outdoors")
    day.follow("Takaisin")
    assert "Vastasit: ulkona." in day.page.text and "Jatka" in day.page.links()
    day.press("both")
    assert stored(session, world.mikko) == [("place", "outdoors"), ("place", "both")]
    assert service.latest(session, world.mikko.id, CONDITIONS)["place"].value == "both"


def test_a_press_within_700_ms_saves_nothing(session, sit, world):
    day = sit(world.onni, "/wishes/skills/skill_read")
    page = day.press("self", after=0.6)
    assert page.h1 == "Mitä osaan?" and stored(session, world.onni, SKILLS) == []


def test_the_same_press_twice_is_one_and_another_of_the_same_page_is_not_heard(session, sit, world):
    day = sit(world.onni, "/wishes/skills/skill_read")
    day.clock.shift(2)
    fields, action = day.fields("helped"), day.action
    for _ in range(2):
        day.browser.post(action, fields)
    page = day.browser.post(action, fields | {"value": "no"})
    assert "Vastasit: osaan, kun joku auttaa." in page.text
    assert stored(session, world.onni, SKILLS) == [("skill_read", "helped")]


def test_it_goes_on_next_day_where_it_stopped_and_asks_the_skipped_again(session, sit, world):
    day = sit(world.mikko, "/wishes/skills/skill_read")
    day.press("skip")
    day.press("learn")
    day.clock.shift(timedelta(days=1))
    day = sit(world.mikko, "/wishes/skills")
    assert day.at == "/wishes/skills/skill_count"
    for _ in SKILLS.questions[2:]:
        day.press("self")
    assert day.at == "/wishes/skills/answered"
    assert day.page.links()["Jatka"] == "/wishes/skills/skill_read"
    day.follow("Jatka")
    day.press("no")
    assert day.at == "/wishes/skills/answered" and "Vastasit kaikkiin kysymyksiin." in day.page.text


def test_a_job_is_asked_about_only_where_there_is_one(session, sit, world):
    day = sit(world.aino, "/wishes/conditions/job_now")
    day.press("job_have")
    given = service.latest(session, world.aino.id, CONDITIONS)
    assert [each.id for each in course.questions_of(CONDITIONS, given)][-1] == "job_wish"
    session.rollback()
    page = day.open("/wishes/conditions/job_wish")
    assert page.buttons() == ["Haluan enemmän tunteja", "Haluan toisen työn", "Työni on hyvä", "Ohita"]
    day.open("/wishes/conditions/job_now")
    day.press("job_none")
    assert "job_wish" not in [
        each.id for each in course.questions_of(CONDITIONS, service.latest(session, world.aino.id, CONDITIONS))
    ]


def test_an_answer_changed_from_the_list_leads_back_to_it(session, sit, world):
    day = sit(world.mikko, "/wishes/conditions/travel")
    day.press("travel_bus")
    day.open("/wishes/conditions/answered")
    assert "Mennä bussilla" in day.page.text
    day.open(next(href for href in day.page.links().values() if "from=answered" in href))
    day.press("travel_walk")
    assert day.at == "/wishes/conditions/answered" and "Kävellä" in day.page.text


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_presses_belong_to_a_sitting_of_at_most_25(session, sit, world, theme):
    question = theme.questions[0]
    for _ in range(ROOM - 1):
        service.record(session, world.aino.viewer, theme, question, question.options[0], new_id())
    session.commit()
    day = sit(world.aino, f"/wishes/{theme.name}/{question.id}")
    assert day.press(question.options[0]).text.startswith("Kysymyksiä on nyt tarpeeksi.")
    service.record(session, world.aino.viewer, theme, question, question.options[0], new_id())
    sittings = session.scalars(select(theme.table.sitting_id).order_by(theme.table.id)).all()
    assert len(set(sittings)) == 2 and len(set(sittings[:ROOM])) == 1


def test_only_what_is_offered_can_be_answered(session, world):
    place = CONDITIONS.question("place")
    with pytest.raises(NotFound):
        service.record(session, world.aino.viewer, CONDITIONS, place, "travel_bus", new_id())
    with pytest.raises(NotFound):
        CONDITIONS.question("no_such_question")
    key = new_id()
    service.record(session, world.aino.viewer, CONDITIONS, place, "indoors", key)
    with pytest.raises(Conflict):
        service.record(session, world.aino.viewer, CONDITIONS, place, "outdoors", key)


def test_answers_of_others_never_show(session, visit, world):
    for person in (world.eeva, world.onni):
        service.record(session, person.viewer, CONDITIONS, CONDITIONS.question("place"), "outdoors", new_id())
    session.commit()
    assert "Vastasit" not in visit(world.aino, "/wishes/conditions/place").text


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_question_and_answer_has_words_and_a_picture(theme, app):
    assert {each.id for each in theme.questions} == set(theme.asked)
    with app.test_request_context():
        for question in theme.questions:
            assert len(question.options) <= 5
            for value in question.values:
                assert len(value) <= theme.table.value.type.length
                assert all(catalogue.concept(theme.said(value, language).picture) for language in LANGUAGES)


def test_the_tables_are_those_of_the_room():
    assert (CONDITIONS.table, SKILLS.table) == (ConditionAnswer, SkillAnswer)
