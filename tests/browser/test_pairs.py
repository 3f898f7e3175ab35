"""Mikko chooses between two pictures without reading, stops in the middle, and goes on another day."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update

from selkoapp.interests.models import Answer, PairAnswer, Pick, Sitting, Value
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.pictograms.catalogue import tasks_of
from tests.browser.conftest import PHONE
from tests.browser.hearing import EVERY_WORD, choose, open_page, read_whole
from tests.browser.test_stories import press

TABLET = {"width": 820, "height": 1180}
WISHES = ("sweep_floor", "mop_floor", "wash_windows", "bake", "wash_dishes", "stock_shelves")  # the most wanted first


def wants(live, who: str, wishes=WISHES) -> None:
    """Nobody has answered anything before, but this person a yes to these."""
    with live.session() as session:
        person = live.people[who].id
        for kind in (Answer, PairAnswer, Pick, Sitting):
            session.execute(delete(kind))
        session.add_all(Answer(person_id=person, concept_id=task, value=Value.YES, key=new_id()) for task in wishes)
        session.commit()


def pass_a_night(live) -> None:
    with live.session() as session:
        yesterday = clock.now() - timedelta(days=1)
        session.execute(update(Sitting).values(began_at=yesterday, ended_at=yesterday))
        session.commit()


def kept(live, kind):
    with live.session() as session:
        return session.scalars(select(kind).order_by(kind.id)).all()


def pictures(page) -> list[str]:
    """What the two or five pictures show, as the form would tell it."""
    return page.locator("form.pair input[name=shown], form.few input[name=shown]").input_value().split()


def choose_by_wish(page, wishes=WISHES) -> tuple[str, ...]:
    """Press the picture that shows what is wanted more; what was shown."""
    shown = pictures(page)
    best = min(shown, key=wishes.index)
    press(page, page.locator("form.pair > button, form.few > button").nth(shown.index(best)))
    return tuple(shown)


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_mikko_stops_in_the_middle_and_goes_on_another_day(language, script, live, signed_in):
    page = signed_in("mikko", shared=True, script=script, viewport=TABLET)
    choose(live, "mikko", language)
    wants(live, "mikko")
    page.goto(live.base + "/wishes/pairs")
    assert page.locator("html").get_attribute("lang") == language
    press(page, page.locator("main a.button-primary"))
    first = [choose_by_wish(page) for _question in range(3)]
    first.append(tuple(pictures(page)))
    press(page, page.locator("form.two button").first)  # both
    assert page.locator("progress").get_attribute("value") == "5"
    press(page, page.locator("form.stack button"))  # enough
    assert "/pairs" not in page.url
    assert len(kept(live, PairAnswer)) == 4 and all(sitting.ended_at for sitting in kept(live, Sitting))

    pass_a_night(live)
    page.goto(live.base + "/wishes/pairs/next")
    second = [choose_by_wish(page) for _question in range(6)]
    assert page.url.endswith("/wishes/pairs/end")
    assert sum(tuple(reversed(shown)) in first for shown in second) >= 3, "the sides have changed"
    assert not set(first) & set(second)


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_many_wishes_come_down_to_a_few(script, live, signed_in):
    many = tuple(task.id for task in tasks_of("sector_cleaning"))[:12]
    page = signed_in("mikko", script=script)
    wants(live, "mikko", many)
    page.goto(live.base + "/wishes/pairs/next")
    while page.locator("form.few").count():
        choose_by_wish(page, many)
    assert 2 <= len(kept(live, Pick)) <= 6
    assert page.locator("form.pair button").count() == 2


@pytest.mark.parametrize("gap", [80, 300, 600])
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_two_taps_at_one_point_choose_once(gap, script, live, signed_in):
    page = signed_in("onni", script=script)
    wants(live, "onni")
    page.goto(live.base + "/wishes/pairs/1")
    page.wait_for_timeout(900)
    box = page.locator("form.pair button").first.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    page.wait_for_timeout(gap)
    page.mouse.click(x, y)
    page.wait_for_timeout(1200)
    assert len(kept(live, PairAnswer)) == 1
    assert page.url.endswith("/wishes/pairs/2"), "the next question stands unanswered"


@pytest.mark.parametrize("habit", ["", "left"], ids=["side by side", "one above the other"])
def test_every_choice_is_in_view_on_a_phone(habit, live, signed_in):
    page = signed_in("aino", viewport=PHONE)
    wants(live, "aino")
    if habit:
        page.goto(live.base + "/wishes/pairs/1")
        while page.locator("form.pair").count():
            press(page, page.locator("form.pair button").first)
        pass_a_night(live)
    page.goto(live.base + "/wishes/pairs/1")
    boxes = [button.bounding_box() for button in page.locator("main button").all()]
    bar = page.locator("nav.bar").bounding_box()["y"]
    assert len(boxes) == 5 and all(box["y"] + box["height"] <= bar for box in boxes)
    one, other = boxes[:2]
    beside = one["y"] == other["y"] and one["x"] + one["width"] <= other["x"]
    above = one["x"] == other["x"] and one["y"] + one["height"] <= other["y"]
    assert (above and not beside) if habit else (beside and not above)


HEARD = {
    "fi": "Kumpaa haluat tehdä enemmän Kuvat ovat lakaista lattioita mopata lattioita Molemmat En kumpaakaan Riittää jo",
    "sv": "Vilket vill du hellre göra Bilderna är sopa golv moppa golv Båda Ingendera Det räcker nu",
    "en": "Which do you want to do more The pictures are sweep the floor mop the floor Both Neither That is enough",
}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_mikko_hears_the_question_and_both_pictures(language, live, signed_in):
    page = signed_in("mikko")
    choose(live, "mikko", language)
    wants(live, "mikko", WISHES[:2])
    open_page(page, live.base + "/wishes/pairs/1")
    heard = read_whole(page)
    assert heard == page.evaluate(EVERY_WORD)
    rest = iter(heard)
    assert all(word in rest for word in HEARD[language].split()), " ".join(heard)
