"""Whole days in a real browser: Aino's first day and Simo's twenty minutes, with and without script, in three languages."""

import re

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from selkoapp.accounts.models import Person
from selkoapp.events.models import EventAnswer
from selkoapp.interests.models import Answer, Practice
from selkoapp.messages.models import Message, Thread
from tests.browser.conftest import LAPTOP

WORDS = {
    "fi": {
        "yes": "Kyllä",
        "coming": "Tulen",
        "text": "Hei Simo! Haluan leipoa.",
        "reply": "Hienoa! Puhumme siitä ryhmässä.",
        "home": "Koti",
    },
    "sv": {
        "yes": "Ja",
        "coming": "Jag kommer",
        "text": "Hej Simo! Jag vill baka.",
        "reply": "Fint! Vi pratar om det.",
        "home": "Hem",
    },
    "en": {
        "yes": "Yes",
        "coming": "I am coming",
        "text": "Hi Simo! I want to bake.",
        "reply": "Great! We talk about it.",
        "home": "Home",
    },
}
ANSWERS = 20


def press(page: Page, button) -> None:
    """Press like a person: not within the first second of a page."""
    page.wait_for_timeout(750)
    button.click()
    page.wait_for_load_state()


def come_in(page: Page, live, script: bool) -> None:
    """From the paper card to home: that is me, my own device, three first-visit pages."""
    page.goto(live.card("aino") if script else live.plain_card("aino"))
    expect(page.get_by_role("button").first).to_be_visible()
    if script:
        page.wait_for_url("**/k/*")
        assert live.people["aino"].card not in page.url, "the token is gone from the address"
    press(page, page.locator("main button.button-yes"))
    press(page, page.locator("main button[value=mine]"))
    press(page, page.locator(f"button[value={page.lang}]"))
    assert "/welcome/voice" in page.url
    press(page, page.locator("#speed button[value=slow]"))
    press(page, page.locator("main > a.button-primary"))
    press(page, page.locator("#text button[value=normal]"))
    press(page, page.locator("main button.button-primary"))
    assert page.url.endswith("/home")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_ainos_first_day(language, script, live, open_browser):
    said = WORDS[language]
    with live.session() as session:
        aino = session.get(Person, live.people["aino"].id)
        aino.language = language
        for kind in (Answer, Practice):
            session.query(kind).filter_by(person_id=aino.id).delete()
        session.commit()
    page = open_browser(script=script)
    page.lang = language
    come_in(page, live, script)
    assert page.locator("html").get_attribute("lang") == language

    answer_tasks(page, live)
    with live.session() as session:
        given = session.scalars(select(Answer.value).where(Answer.person_id == live.people["aino"].id)).all()
    assert len(given) == ANSWERS and set(given) == {"yes"}

    page.goto(live.base + "/events")
    page.locator("a.event-card").first.click()
    press(page, page.get_by_role("button", name=said["coming"], exact=True))
    expect(page.locator("button[aria-current=true]")).to_have_text(said["coming"])

    page.goto(live.base + "/messages")
    page.locator("textarea").fill(said["text"])
    press(page, page.locator("form:has(textarea) button"))
    expect(page.locator(".message-mine .bubble-text").last).to_have_text(said["text"])
    expect(page.locator(".message-mine .state").last).to_be_visible()
    assert "Simo" not in page.locator(".message-mine .state").last.inner_text(), "nobody has read it yet"

    simo_replies(live, open_browser, script, said)
    page.reload()
    expect(page.locator(".bubble-text").last).to_have_text(said["reply"])
    with live.session() as session:
        assert (
            session.scalar(select(func.count()).select_from(EventAnswer).where(EventAnswer.person_id == live.people["aino"].id))
            == 1
        )


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_mikko_comes_back_from_apua_to_his_cards_question(script, live, open_browser):
    page = open_browser(script=script)
    page.goto(live.card("mikko") if script else live.plain_card("mikko"))
    question = page.get_by_role("heading", name="Oletko sinä Mikko?")
    expect(question).to_be_visible()
    page.locator("a.button-help").click()
    page.get_by_role("link", name="Takaisin").click()
    expect(question).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Apua")).to_be_visible()
    page.go_back()
    expect(question).to_be_visible()
    press(page, page.locator("main button.button-yes"))
    expect(page.get_by_role("heading", name="Kenen laite tämä on?")).to_be_visible()


def answer_tasks(page: Page, live) -> None:
    """By the first door, past the practice; then twenty tasks, sector after sector, each by one press."""
    page.goto(f"{live.base}/wishes")
    press(page, page.locator("nav.tiles a").first)
    page.wait_for_url("**/wishes/practice")
    press(page, page.locator("main form button"))
    page.wait_for_url("**/wishes/work")
    done = 0
    for sector in ("sector_kitchen", "sector_shop"):
        page.goto(f"{live.base}/wishes/{sector}")
        for _ in range(30):
            if done == ANSWERS:
                return
            answer = page.locator("form.answers button[value=yes]")
            if answer.count():
                press(page, answer)
                done += 1
            elif "/mine" in page.url:
                break
            else:
                page.locator("main a.button, main form button").first.click()
    assert done == ANSWERS


def simo_replies(live, open_browser, script: bool, said: dict) -> None:
    """Simo signs in with his password and answers Aino."""
    page = open_browser(viewport=LAPTOP, script=script)
    simo = live.people["simo"]
    page.goto(live.base + "/staff")
    page.locator("input[name=login]").fill(simo.login)
    page.locator("input[name=password]").fill(simo.password)
    page.locator("main form button").click()
    page.wait_for_url("**/coach")
    page.locator("a.inbox-row", has_text="Aino").click()
    expect(page.locator(".bubble-text").last).to_have_text(said["text"])
    page.locator("#reply textarea").fill(said["reply"])
    page.locator("#reply button.button-primary").click()
    expect(page.locator(".bubble-text").last).to_have_text(said["reply"])


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_simos_twenty_minutes(script, live, signed_in):
    """Everyone who waits gets an answer, longest waiting first; nobody is left."""
    page = signed_in("simo", viewport=LAPTOP, script=script)
    page.goto(live.base + "/coach")
    waiting = page.locator("a.inbox-row:has(.tag-urgent)").count()
    assert waiting >= 3
    assert "Mikko" in page.locator("a.inbox-row").first.inner_text(), "who did not understand comes first"
    for turn in range(waiting):
        page.goto(live.base + "/coach")
        page.locator("a.inbox-row").first.click()
        page.locator("#reply textarea").fill(f"Vastaan sinulle heti. Asia {turn}.")
        page.locator("#reply button.button-primary").click()
        expect(page.locator(".bubble-text").last).to_contain_text(f"Asia {turn}.")
    page.goto(live.base + "/coach")
    assert page.locator("a.inbox-row:has(.tag-urgent)").count() == 0
    with live.session() as session:
        simo = live.people["simo"].id
        mine = select(Person.id).where(Person.coach_id == simo)
        assert (
            session.scalar(
                select(func.count()).select_from(Thread).where(Thread.person_id.in_(mine), Thread.waiting_since.is_not(None))
            )
            == 0
        )


def test_reading_is_told_only_after_two_seconds_in_view(live, signed_in):
    """Simo's page tells that he has read after two seconds in view; the list and the first moment tell nothing."""
    page = signed_in("simo", viewport=LAPTOP)
    page.goto(live.base + "/coach")
    pekka = live.people["pekka"].id

    def marked() -> bool:
        with live.session() as session:
            last = session.scalar(select(Thread.last_message_id).where(Thread.person_id == pekka))
            row = session.execute(select(Message.thread_id).where(Message.id == last)).one()
            from_simo = "SELECT count(*) FROM read_mark WHERE thread_id = :t AND reader_id = :r"
            connection = session.connection()
            found = connection.exec_driver_sql(from_simo, {"t": row.thread_id.hex, "r": live.people["simo"].id.hex}).scalar()
            return bool(found)

    page.wait_for_timeout(2500)
    assert not marked()
    page.locator("a.inbox-row", has_text="Pekka").click()
    assert not marked()
    page.wait_for_timeout(3500)
    assert marked()


@pytest.mark.parametrize("gap", [80, 150, 300, 600])
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_two_taps_at_one_point_give_one_answer(gap, script, live, signed_in):
    """Onni's hand trembles: the second tap, wherever it lands, answers nothing."""
    page = signed_in("onni", script=script)
    page.goto(live.base + "/wishes/sector_shop/stock_shelves")
    page.wait_for_timeout(900)
    box = page.locator("form.answers button[value=yes]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    page.wait_for_timeout(gap)
    page.mouse.click(x, y)
    page.wait_for_timeout(1200)
    with live.session() as session:
        given = session.scalars(select(Answer.concept_id).where(Answer.person_id == live.people["onni"].id)).all()
    assert given == ["stock_shelves"], given
    assert re.search(r"/wishes/sector_shop/(?!stock_shelves)", page.url), "the next question stands unanswered"
