"""Mikko, who does not read, on a shared tablet: by pictures alone through the practice, the work, the pairs and a wish.

He stops in the middle of each and goes on another day.
"""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import delete, func, select, update

from selkoapp.interests.models import Answer, PairAnswer, Practice, Sitting
from selkoapp.interests.sittings import PRESSES
from selkoapp.interests.wish_models import OwnWish
from selkoapp.kernel import clock
from selkoapp.media.models import Media
from tests.browser.hearing import EVERY_WORD, choose, open_page, read_whole
from tests.browser.test_recorder import ARMED, send, speak
from tests.browser.test_stories import press

TABLET = {"width": 820, "height": 1180}
LANGUAGES = ["fi", "sv", "en"]


@pytest.fixture
def tablet(live, signed_in, beeping):
    """tablet("sv", script) → the shared tablet with Mikko at his home, in this language. Each day he signs in anew."""

    def taken(language: str, script: bool) -> Page:
        microphone = {"of": beeping, "permissions": ["microphone"]} if script else {}
        page = signed_in("mikko", shared=True, script=script, viewport=TABLET, **microphone)
        choose(live, "mikko", language)
        page.goto(live.base + "/home")
        assert page.locator("html").get_attribute("lang") == language
        return page

    return taken


def begin_anew(live) -> None:
    """Mikko has never met a question."""
    with live.session() as session:
        for kind in (*PRESSES, OwnWish, Practice, Sitting):
            session.execute(delete(kind).where(kind.person_id == live.people["mikko"].id))
        session.commit()


def pass_a_night(live) -> None:
    yesterday = clock.now() - timedelta(days=1)
    with live.session() as session:
        for kind in PRESSES:
            session.execute(update(kind).values(at=yesterday))
        session.execute(update(Sitting).values(began_at=yesterday))
        session.execute(update(Sitting).where(Sitting.ended_at.is_not(None)).values(ended_at=yesterday))
        session.commit()


def find(page: Page, picture: str):
    """What shows this picture and can be pressed."""
    shown = f":has(img[src*='/{picture}.svg'])"
    return page.locator(f"main a{shown}, main button{shown}, nav.bar a{shown}").first


def by(page: Page, *pictures: str) -> None:
    """Press what shows each of these pictures, page after page."""
    for picture in pictures:
        press(page, find(page, picture))


def count(live, kind) -> int:
    with live.session() as session:
        mine = select(func.count()).select_from(kind).where(kind.person_id == live.people["mikko"].id)
        return session.scalar(mine)


def told(live) -> list[tuple[str, str]]:
    """Of each sitting that has ended: how it was answered, and who helped."""
    with live.session() as session:
        mine = select(Sitting.setting, Sitting.helper).where(
            Sitting.person_id == live.people["mikko"].id, Sitting.ended_at.is_not(None)
        )
        return [tuple(row) for row in session.execute(mine.order_by(Sitting.id))]


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_mikko_goes_through_everything_by_pictures(language, script, live, tablet):
    begin_anew(live)

    page = tablet(language, script)
    by(page, "what_i_want", "workplace", "nav_next", "answer_yes", "answer_maybe", "nav_home")

    pass_a_night(live)
    page = tablet(language, script)
    by(page, "what_i_want", "workplace", "nav_next", "answer_no")
    by(page, "food_coffee", "food_coffee", "nav_next")
    by(page, "sector_kitchen", "nav_next", *["answer_yes"] * 4, "nav_home")
    assert count(live, Answer) == 4

    pass_a_night(live)
    page = tablet(language, script)
    by(page, "what_i_want", "workplace", "sector_kitchen")
    assert page.locator("progress").get_attribute("value") == "5", "it goes on where it stopped"
    by(page, "answer_yes", "answer_yes", "answer_no", "nav_home", "what_i_want")
    by(page, "nav_next", "answer_yes")
    assert told(live) == [("alone", "")] and page.url.endswith("/wishes/thanks")

    by(page, "what_i_want", "choose_of_two", "nav_next")
    for _pair in range(3):
        press(page, page.locator("form.pair button").first)
    by(page, "enough_for_now", "helper_support_worker", "helper_family")
    assert told(live)[1:] == [("helped", "helper_family")]

    pass_a_night(live)
    page = tablet(language, script)
    by(page, "what_i_want", "choose_of_two", "nav_next", "both_cards")
    assert count(live, PairAnswer) == 4
    by(page, "nav_home", "what_i_want", "own_wish")
    if script:
        say_a_wish(page, live)
    else:
        expect(find(page, "nav_microphone")).to_be_visible()


def say_a_wish(page: Page, live) -> None:
    """By the pictures of the recorder: the microphone, the tick, the arrow."""
    by(page, "nav_microphone")
    page.wait_for_timeout(ARMED)
    speak(page, 1200)
    send(page)
    with live.session() as session:
        (sound,) = session.scalars(
            select(Media).join(OwnWish, OwnWish.sound_id == Media.id).where(OwnWish.person_id == live.people["mikko"].id)
        )
        assert sound.seconds > 0.5


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_contradictions_lead_to_pairs_by_pictures(script, live, tablet):
    begin_anew(live)
    page = tablet("fi", script)
    by(page, "what_i_want", "workplace", "nav_next", "answer_yes", "answer_maybe", "answer_no")
    by(page, "food_fish_soup", "food_fish_soup", "nav_repeat", "nav_next", "answer_yes", "answer_no", "answer_no")
    by(page, "food_coffee", "food_coffee", "nav_next", "sector_kitchen", "nav_next")
    press(page, page.locator("form.pair button").first)
    assert count(live, Answer) == 2 and page.locator("form.pair button").count() == 2


@pytest.mark.parametrize("gap", [80, 300, 600])
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_two_taps_at_one_point_say_one_thing(gap, script, live, signed_in):
    begin_anew(live)
    page = signed_in("mikko", script=script)
    page.goto(live.base + "/wishes/practice/1")
    page.wait_for_timeout(900)
    box = find(page, "answer_yes").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    page.wait_for_timeout(gap)
    page.mouse.click(x, y)
    page.wait_for_timeout(1200)
    assert page.url.endswith("/wishes/practice/2")
    with live.session() as session:
        said = select(Practice.said).where(Practice.person_id == live.people["mikko"].id)
        assert session.scalars(said).all() == ["yes"]


HEARD = {
    "fi": "Haluatko kahvia Kyllä Ehkä En",
    "sv": "Vill du ha kaffe Ja Kanske Nej",
    "en": "Do you want coffee Yes Maybe No",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_mikko_hears_what_is_asked(language, live, signed_in):
    begin_anew(live)
    page = signed_in("mikko")
    choose(live, "mikko", language)
    open_page(page, live.base + "/wishes/practice/1")
    heard = read_whole(page)
    assert heard == page.evaluate(EVERY_WORD)
    rest = iter(heard)
    assert all(word in rest for word in HEARD[language].split()), " ".join(heard)
