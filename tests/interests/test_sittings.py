"""A sitting: at most 25 presses, and asked once at its end whether somebody helped."""

from datetime import timedelta
from itertools import cycle

import pytest
from sqlalchemy import func, select

from selkoapp.interests import sittings
from selkoapp.interests.models import Answer, Setting, Sitting, Value
from selkoapp.interests.service import record_answer
from selkoapp.interests.sittings import HELPERS, MOST_PRESSES, PAUSE, PRESSES, ROOM
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import NotFound
from selkoapp.pictograms.catalogue import concepts, tasks_of
from tests.interests.sitting import rows

CLEANING = "/wishes/sector_cleaning"
TASKS = [task.id for sector in concepts("sector") for task in tasks_of(sector.id)]
ENOUGH = "Kysymyksiä on nyt tarpeeksi."


def all_of(session, person) -> list[Sitting]:
    found = session.scalars(select(Sitting).where(Sitting.person_id == person.id).order_by(Sitting.id)).all()
    session.expunge_all()
    session.rollback()
    return found


def presses(session) -> dict:
    """How many presses each sitting has, of whatever kind, the oldest sitting first."""
    found = {}
    for kind in PRESSES:
        for sitting, count in session.execute(select(kind.sitting_id, func.count()).group_by(kind.sitting_id)):
            found[sitting] = found.get(sitting, 0) + count
    session.rollback()
    return dict(sorted(found.items()))


def answer(session, person, count: int) -> None:
    for task in TASKS[:count]:
        record_answer(session, person.viewer, task, Value.YES, new_id())
    session.commit()


def begun(session, sit, person, path="/wishes/enough"):
    """A person who has answered three pictures and has had enough."""
    answer(session, person, 3)
    return sit(person, path)


def send(day, value: str, after: float = 2.0):
    """Press a button of the end of a sitting: alone, helped, or one of HELPERS."""
    day.clock.shift(after)
    where = "helper" if day.at.endswith("/helper") else "setting"
    action = next(form.get("action") for form in day.page.all("form") if form.get("action").endswith(where))
    name = {"helper": "helper", "setting": "value"}[where]
    response = day.browser.press(day.page, action, **{name: value})
    day.page = response
    return response


def test_after_23_pictures_it_is_enough_and_two_presses_are_left(session, sit, world):
    answer(session, world.aino, ROOM - 1)
    day = sit(world.aino, "/wishes/sector_shop/stock_shelves")
    assert day.press("yes").text.startswith(ENOUGH)
    assert send(day, "helped").h1 == "Kuka auttoi sinua?"
    assert send(day, HELPERS[0]).h1 == "Kiitos!"
    (sitting,) = all_of(session, world.aino)
    assert presses(session) == {sitting.id: ROOM} and ROOM + 2 == MOST_PRESSES
    assert (sitting.setting, sitting.helper) == (Setting.HELPED, HELPERS[0]) and sitting.ended_at


def test_no_sitting_has_more_whatever_is_pressed(session, sit, world):
    """Tasks, pairs, conditions and skills by turns, past every end of a sitting."""
    day = sit(world.aino, "/wishes")
    paths = cycle(
        ["/wishes/sector_cleaning", "/wishes/conditions", "/wishes/pairs/next", "/wishes/skills", "/wishes/sector_shop"]
    )
    values = cycle([("yes", "left"), ("both", "right"), ("no", "neither"), ("self", "both"), ("skip", "none")])
    for path, wanted in zip(paths, values, strict=False):
        day.open(path)
        if start := day.page.links().get("Aloita"):
            day.open(start)
        actions = [form.get("action") for form in day.page.all("form") if "/answers" in form.get("action")]
        if actions:
            day.clock.shift(2)
            buttons = [(b.get("name"), b.get("value")) for b in day.page.all("button") if b.get("name") in ("value", "chosen")]
            name, value = next((each for each in buttons if each[1] in wanted), buttons[0])
            day.page = day.browser.press(day.page, actions[0], **{name: value})
        if sum(presses(session).values()) >= 3 * ROOM:
            break
    told = presses(session)
    assert None not in told and len(told) >= 3 and max(told.values()) == ROOM


def test_every_answer_has_its_sitting(session, sit, world):
    day = sit(world.mikko, f"{CLEANING}/sweep_floor")
    for value in ("yes", "maybe", "no", "skip"):
        day.press(value)
    day.open(f"{CLEANING}/wash_windows/meaning")
    day.press("unknown")
    (sitting,) = all_of(session, world.mikko)
    assert set(session.scalars(select(Answer.sitting_id))) == {sitting.id} and len(rows(session, world.mikko)) == 5


def test_the_same_press_sent_again_begins_no_sitting(session, sit, world):
    day = sit(world.onni, f"{CLEANING}/sweep_floor")
    day.clock.shift(2)
    fields = day.fields("yes")
    day.send(fields)
    day.clock.shift(PAUSE * 2)
    day.send(fields)
    assert len(all_of(session, world.onni)) == 1


def test_after_45_minutes_rest_it_is_a_new_sitting(session, clock, world):
    answer(session, world.aino, 1)
    clock.shift(timedelta(minutes=45))
    answer(session, world.aino, 1)
    assert len(all_of(session, world.aino)) == 1
    clock.shift(timedelta(minutes=45, seconds=1))
    assert sittings.open_sitting(session, world.aino.viewer) is None
    answer(session, world.aino, 1)
    assert list(presses(session).values()) == [2, 1]


def test_alone_is_one_press_and_asked_once(session, sit, world):
    day = begun(session, sit, world.mikko)
    assert "Vastasitko yksin?" in day.page.text and ENOUGH not in day.page.text
    assert day.page.buttons() == ["Kyllä", "Joku auttoi"] and "Ohita" in day.page.links()
    assert send(day, "alone").h1 == "Kiitos!"
    (sitting,) = all_of(session, world.mikko)
    assert (sitting.setting, sitting.helper) == (Setting.ALONE, "") and sitting.ended_at
    day.open("/wishes/enough")
    assert day.at == "/wishes" and "Vastasitko" not in day.page.text, "nobody is asked twice"


def test_somebody_helped_and_who_by_four_pictures(session, sit, world):
    day = begun(session, sit, world.mikko)
    who = send(day, "helped")
    faces = [button.get("value") for button in who.all("button") if button.get("name") == "helper"]
    assert faces == list(HELPERS) and len(faces) == 4
    (sitting,) = all_of(session, world.mikko)
    assert (sitting.setting, sitting.helper) == (Setting.HELPED, ""), "the help is kept also if nobody says whose"
    send(day, "helper_family")
    assert all_of(session, world.mikko)[0].helper == "helper_family"


def test_takaisin_and_another_answer_takes_the_helper_away(session, sit, world):
    day = begun(session, sit, world.mikko)
    send(day, "helped")
    back = day.page.links()["Takaisin"]
    send(day, "coach")
    day.open(back)
    assert [button.get("value") for button in day.page.all("button", aria_current="true")] == ["helped"]
    send(day, "alone")
    (sitting,) = all_of(session, world.mikko)
    assert (sitting.setting, sitting.helper) == (Setting.ALONE, "")


def test_ohita_tells_nothing_and_the_next_press_goes_on(session, sit, world):
    answer(session, world.aino, ROOM - 1)
    day = sit(world.aino, "/wishes/sector_shop/stock_shelves")
    day.press("yes")
    assert day.follow("Ohita").h1 == "Mitä haluan tehdä?"
    day.open("/wishes/sector_animals/feed_animals")
    day.press("yes")
    first, second = all_of(session, world.aino)
    assert first.ended_at and first.setting == "" and presses(session) == {first.id: ROOM, second.id: 1}


@pytest.mark.parametrize("later", [0.1, 0.699])
def test_a_second_tap_tells_nothing(session, sit, world, later):
    day = begun(session, sit, world.onni)
    assert "Vastasitko yksin?" in send(day, "alone", after=later).text
    assert all_of(session, world.onni)[0].setting == ""


@pytest.mark.parametrize("odd", ["perhaps", "", "\0", "tryout", "group"])
def test_nothing_else_can_be_told(session, sit, world, odd):
    day = begun(session, sit, world.onni)
    assert "Vastasitko yksin?" in send(day, odd).text
    send(day, "helped")
    assert send(day, odd).h1 == "Kuka auttoi sinua?"
    assert all_of(session, world.onni)[0].helper == ""


@pytest.mark.parametrize("way", ["", "/helper"])
def test_anothers_sitting_is_not_there(session, browser, world, way):
    answer(session, world.mikko, 1)
    (theirs,) = all_of(session, world.mikko)
    fields = {"made": "1", "key": str(new_id()), "value": "alone", "helper": "coach"}
    aino, told = browser(world.aino), set()
    for sitting in (theirs.id, new_id()):
        told.add(aino.get(f"/wishes/sittings/{sitting}{way}", status=404).text)
        told.add(aino.post(f"/wishes/sittings/{sitting}{way or '/setting'}", fields, status=404).text)
    assert len(told) == 1, "like one that is not there"
    assert all_of(session, world.mikko)[0].setting == "" and not all_of(session, world.mikko)[0].ended_at


def test_nobody_ends_or_tells_anothers_sitting(session, world):
    answer(session, world.mikko, 1)
    (theirs,) = all_of(session, world.mikko)
    with pytest.raises(NotFound):
        sittings.end_sitting(session, world.aino.viewer, theirs.id)
    with pytest.raises(NotFound):
        sittings.tell_setting(session, world.aino.viewer, theirs.id, True)
    with pytest.raises(NotFound):
        sittings.tell_setting(session, world.mikko.viewer, theirs.id, False, "food_coffee")


def test_enough_before_anything_was_pressed_leads_to_the_wishes(sit, world):
    day = sit(world.mikko, "/wishes/enough")
    assert day.at == "/wishes"


@pytest.mark.parametrize("path", ["/wishes/sittings/{}", "/wishes/sittings/{}/helper", "/wishes/thanks"])
def test_a_page_asks_the_database_little(session, visit, world, path):
    answer(session, world.mikko, ROOM)
    told = visit(world.mikko, path.format(all_of(session, world.mikko)[0].id)).response.headers["Server-Timing"]
    assert int(told.split('"')[1]) <= 6
