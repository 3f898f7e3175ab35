"""What the answers add up to: for the person, and for the coach."""

from datetime import date, timedelta
from itertools import product

import pytest
from sqlalchemy.orm import Session

from selkoapp.interests import course, service, tasks
from selkoapp.interests.models import Value
from selkoapp.kernel import clock as wall
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import Conflict, NotFound
from tests.visit import words


def say(session: Session, person, **answers: str) -> None:
    """Answer these tasks, in this order."""
    for concept_id, value in answers.items():
        service.record_answer(session, person.viewer, concept_id, Value(value), new_id())
    session.commit()


def headings(page) -> list[str]:
    return [words(e) for e in page.tree.iter() if str(e.tag).endswith(("}h2", "}h3"))]


def test_aino_sees_all_her_answers_by_kind_of_work(session, visit, world):
    say(
        session,
        world.aino,
        bake="yes",
        sweep_floor="maybe",
        mop_floor="yes",
        clean_toilet="no",
        mangle_laundry="unknown",
        vacuum="skip",
    )
    page = visit(world.aino, "/wishes/mine/answers")
    assert page.h1 == "Vastaukseni" and page.links()["Takaisin"] == "/wishes/mine"
    assert headings(page) == [
        *("Siivous", "Kyllä", "Ehkä", "En", "En tunne tätä työtä"),
        *("Keittiö", "Kyllä"),
    ]  # fmt: skip
    assert page.links()["leipoa"] == "/wishes/sector_kitchen/bake?from=wishes"
    assert "imuroida" not in page.text


def test_an_answer_changed_from_the_wishes_leads_back_to_them(session, sit, world):
    say(session, world.aino, bake="maybe")
    day = sit(world.aino, "/wishes/mine/answers")
    question = day.follow("leipoa")
    assert question.links()["Takaisin"] == "/wishes/mine/answers"
    day.follow("Mikä tämä on?")
    day.follow("Takaisin kysymykseen")
    day.press("yes")
    assert day.at == "/wishes/mine/answers"
    assert headings(day.page) == ["Keittiö", "Kyllä"]


def test_five_wishes_at_a_time_and_a_change_leads_back_to_its_page(session, sit, world):
    kitchen = tasks.tasks_of(tasks.sector("sector_kitchen"))
    say(session, world.aino, **{task.id: "yes" for task in kitchen})
    day, found = sit(world.aino, "/wishes/mine/answers"), []
    while True:
        shown = [href for href in day.page.links().values() if "from=wishes" in href]
        assert 0 < len(shown) <= 5 and headings(day.page)[-2:] == ["Keittiö", "Kyllä"]
        found += shown
        if "Näytä lisää" not in day.page.links():
            break
        day.follow("Näytä lisää")
    assert [href.split("/")[3].split("?")[0] for href in found] == [task.id for task in kitchen]
    assert day.at == "/wishes/mine/answers" and day.page.links()["Takaisin"] == "/wishes/mine/answers?page=2"
    last = kitchen[-1]
    day.follow(last.labels["fi"])
    assert day.page.links()["Takaisin"] == "/wishes/mine/answers?page=3"
    day.press("no")
    assert day.page.response.request.full_path == "/wishes/mine/answers?page=3"
    assert headings(day.page)[-1] == "En"


def test_the_end_of_a_sector_shows_five_at_a_time_too(session, browser, world):
    kitchen = tasks.tasks_of(tasks.sector("sector_kitchen"))
    say(session, world.aino, **{task.id: "maybe" for task in kitchen})
    aino = browser(world.aino)
    first = aino.get("/wishes/mine/sector_kitchen")
    second = aino.get(first.links()["Näytä lisää"])
    assert "kaikkiin kuviin." in first.text and "kaikkiin kuviin." not in second.text
    assert second.links()["Takaisin"] == "/wishes/mine/sector_kitchen"
    assert [len([href for href in page.links().values() if "from=wishes" in href]) for page in (first, second)] == [5, 5]


@pytest.mark.parametrize("number", ["0", "-1", "99999999", "abc", "1e3", ""])
def test_a_page_of_wishes_that_does_not_exist_shows_one_that_does(session, visit, world, number):
    say(session, world.aino, bake="yes")
    assert "leipoa" in visit(world.aino, f"/wishes/mine/answers?page={number}").text


def test_nobody_has_answered_yet(visit, world):
    page = visit(world.leila, "/wishes/mine/answers")
    assert "Du har inte svarat" in page.text


def test_the_answers_of_others_never_show(session, visit, world):
    say(session, world.eeva, bake="yes", sweep_floor="no")
    say(session, world.onni, bake="no")
    assert "leipoa" not in visit(world.aino, "/wishes/mine").text
    assert "Valmiina" not in visit(world.aino, "/wishes/work").text
    assert "Vastasit" not in visit(world.aino, "/wishes/sector_kitchen/bake").text
    assert service.latest(session, world.aino.id) == {}


def test_the_newest_counts_and_the_coach_sees_what_changed(session, clock, world):
    say(session, world.aino, bake="maybe", sing="yes", vacuum="no")
    clock.shift(timedelta(days=7))
    say(session, world.aino, bake="yes", sing="yes", vacuum="skip")
    assert {task: newest.value for task, newest in service.latest(session, world.aino.id).items()} == {
        "bake": Value.YES, "sing": Value.YES, "vacuum": Value.NO,
    }  # fmt: skip
    counts, changed = service.story(session, world.aino.id)
    assert counts == service.latest(session, world.aino.id)
    assert changed == [service.Change("bake", Value.MAYBE, Value.YES, wall.now())]


@pytest.mark.parametrize("values", list(product(("yes", "no", "skip", "unknown"), repeat=3)), ids="-".join)
def test_the_whole_story_counts_the_same_answer_as_the_short_one(session, world, values):
    for value in values:
        say(session, world.aino, bake=value)
    assert service.story(session, world.aino.id)[0] == service.latest(session, world.aino.id)


def test_a_task_that_the_catalogue_has_lost_stays_in_the_table_and_off_the_pages(session, visit, world):
    say(session, world.aino, mend_umbrellas="yes", bake="yes")
    answers = service.latest(session, world.aino.id)
    session.rollback()
    assert "mend_umbrellas" in answers
    assert [found.sector.id for found in course.wishes(answers)] == ["sector_kitchen"]
    assert "umbrella" not in visit(world.aino, "/wishes/mine").html


def test_a_key_stands_for_one_answer(session, world):
    key = new_id()
    for _ in range(2):
        service.record_answer(session, world.aino.viewer, "bake", Value.YES, key)
    for task, value in (("bake", Value.NO), ("sing", Value.YES)):
        with pytest.raises(Conflict):
            service.record_answer(session, world.aino.viewer, task, value, key)
    assert list(service.latest(session, world.aino.id)) == ["bake"]


STEP = {"picture": "company_visit", "text": "Käymme leipomossa.", "language": "fi", "day": date(2026, 12, 1)}


def test_simo_says_what_happens_next(session, visit, world):
    assert "Simo ja sinä sovitte seuraavan askeleen." in visit(world.aino, "/wishes/mine").text
    service.set_next_step(session, world.simo.viewer, world.aino.id, **STEP, who_id=world.simo.id)
    session.commit()
    page = visit(world.aino, "/wishes/mine")
    assert "Käymme leipomossa." in page.text and "Simo huolehtii tästä." in page.text
    assert page.one("time").get("datetime") == "2026-12-01"

    service.set_next_step(session, world.simo.viewer, world.aino.id, **STEP | {"text": ""}, who_id=None)
    session.commit()
    assert service.next_step_of(session, world.aino.id) is None
    session.rollback()
    assert "Simo ja sinä sovitte seuraavan askeleen." in visit(world.aino, "/wishes/mine").text


def test_the_newest_step_counts(session, world):
    service.set_next_step(session, world.simo.viewer, world.aino.id, **STEP, who_id=world.simo.id)
    later = STEP | {"text": "Soita leipomoon.", "day": None}
    service.set_next_step(session, world.simo.viewer, world.aino.id, **later, who_id=world.aino.id)
    found = service.next_step_of(session, world.aino.id)
    assert (found.text, found.day, found.who_name) == ("Soita leipomoon.", None, "Aino")
    assert service.next_step_of(session, world.mikko.id) is None


@pytest.mark.parametrize(
    ("coach", "seeker", "who", "picture"),
    [
        ("kalle", "aino", None, "meeting"),
        ("sara", "aino", None, "meeting"),
        ("simo", "eeva", None, "meeting"),
        ("simo", "sara", None, "meeting"),
        ("simo", "aino", "mikko", "meeting"),
        ("simo", "aino", "kalle", "meeting"),
        ("simo", "aino", None, "no_such_picture"),
    ],
)
def test_a_next_step_belongs_to_the_two(session, world, coach, seeker, who, picture):
    named = world.everyone
    with pytest.raises(NotFound):
        service.set_next_step(
            session, named[coach].viewer, named[seeker].id, **STEP | {"picture": picture},
            who_id=named[who].id if who else None,
        )  # fmt: skip
    assert service.next_step_of(session, named[seeker].id) is None
