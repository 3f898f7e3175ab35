"""Simo's sign-in ends while he writes: he signs in, comes back to where he was, and nothing that he wrote is lost."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from selkoapp.accounts.models import Card
from selkoapp.interests.models import NextStep
from selkoapp.kernel import clock
from selkoapp.messages.models import Message, Thread
from tests.messages.desk import write
from tests.visit import HOST, SAME_ORIGIN, Page, words
from tests.world import PASSWORD

LOGIN = "simo@example.org"
UNSENT = "Tätä ei ole vielä tallennettu tai lähetetty"


@pytest.fixture
def later():
    """Half an hour after everyone signed in: call it when the hands are off the keys."""
    with time_machine.travel(clock.now(), tick=False) as travel:
        yield lambda minutes=31: travel.shift(timedelta(minutes=minutes))


def count(session, table) -> int:
    found = session.scalar(select(func.count()).select_from(table))
    session.rollback()
    return found


def sign_in(browser, page, password=PASSWORD, status=200):
    action = page.one("form", class_="stack").get("action")
    return browser.press(page, action, status, login=LOGIN, password=password)


def test_a_link_to_the_desk_asks_the_staff_to_sign_in_and_leads_on(browser, session, world):
    thread_id = write(session, world.aino)
    simo = browser()
    page = simo.get(f"/coach/threads/{thread_id}", 401)
    assert page.h1 == "Kirjaudu sisään" and "Et ole nyt kirjautunut. Kirjaudu, niin voit jatkaa." in page.text
    assert "Kirjoituksesi" not in page.text
    onward = sign_in(simo, page)
    assert onward.h1 == "Aino" and onward.response.request.path == f"/coach/threads/{thread_id}"


def test_a_reply_sent_too_late_is_there_after_the_sign_in(later, browser, session, world):
    thread_id = write(session, world.aino)
    simo, path = browser(world.simo), f"/coach/threads/{thread_id}"
    sent = simo.get(path).form(path) | {"text": "Hei Aino!\nNähdään & kahvitellaan."}
    later()
    page = simo.post(path, sent, 401)
    assert "Kirjoituksesi on tallessa." in page.text
    wrong = sign_in(simo, page, "wrong words every time", 422)
    assert count(session, Message) == 1
    page = sign_in(simo, wrong)
    assert page.h1 == UNSENT and words(page.one("textarea")) == "Hei Aino! Nähdään & kahvitellaan."
    page = simo.press(page, path)
    assert page.h1 == "Aino", "it is plain to whom it goes"
    assert page.one("textarea", id="text").text.strip() == "Hei Aino!\nNähdään & kahvitellaan."
    assert count(session, Message) == 1 and not page.all("p", class_="field-error"), "nothing goes before Simo says so"
    again = page.form(path)
    assert again["key"] == sent["key"], "the same press sent twice stays one message"
    page = simo.post(path, again | {"text": "Hei Aino!\nNähdään & kahvitellaan."})
    assert page.h1 == "Aino" and "Nähdään & kahvitellaan." in page.text
    assert count(session, Message) == 2


def test_a_whole_new_meeting_is_not_lost(later, browser, world):
    simo = browser(world.simo)
    later()
    page = sign_in(simo, simo.post("/coach/events/new", {"title": "Vierailu leipomoon", "login": "mine"}, 401))
    page = simo.press(page, "/coach/events/new")
    assert page.h1 == "Uusi tapaaminen" and page.form("/coach/events/new")["title"] == "Vierailu leipomoon"


def test_what_was_agreed_stands_in_its_form_again(later, browser, session, world):
    simo, path = browser(world.simo), f"/coach/people/{world.aino.id}"
    sent = simo.get(path).form(f"{path}/next-step") | {"text": "Käymme leipomossa.", "day": "2030-12-01"}
    later()
    page = simo.press(sign_in(simo, simo.post(f"{path}/next-step", sent, 401)), f"{path}/next-step")
    assert page.h1 == "Aino" and page.form(f"{path}/next-step")["day"] == "2030-12-01"
    assert count(session, NextStep) == 0, "only shown"


def test_a_press_without_a_form_leads_back_to_its_page_and_does_nothing(later, browser, session, world):
    simo, path = browser(world.simo), f"/coach/people/{world.aino.id}"
    step = {"text": "Käymme leipomossa.", "picture": "company_visit", "day": "", "who": str(world.simo.id)}
    simo.post(f"{path}/next-step", step)
    later()
    from_there = {"Referer": f"https://localhost{path}"} | SAME_ORIGIN
    asked = simo.client.post(f"{path}/next-step/none", data=step, base_url=HOST, headers=from_there)
    page = sign_in(simo, Page(asked, path))
    assert page.h1 == "Aino" and "Käymme leipomossa." in page.text


def test_the_half_written_reply_of_another_press_stands_in_its_box_again(later, browser, session, world):
    thread_id = write(session, world.aino)
    simo, path = browser(world.simo), f"/coach/threads/{thread_id}"
    sent = simo.get(path).form(path) | {"text": "Hei Aino, katson"}
    later()
    from_there = {"Referer": f"https://localhost{path}"} | SAME_ORIGIN
    asked = simo.client.post(f"{path}/settled", data=sent, base_url=HOST, headers=from_there)
    page = simo.press(sign_in(simo, Page(asked, path)), path)
    assert page.h1 == "Aino" and words(page.one("textarea", id="text")) == "Hei Aino, katson"
    assert session.scalar(select(Thread.waiting_since)) is not None and count(session, Message) == 1


def test_ticked_people_outlive_the_asking_for_a_fresh_sign_in(later, browser, session, world):
    simo, ticked = browser(world.simo), {"people": [str(world.aino.id), str(world.onni.id)]}
    later(6)
    asked = simo.post("/coach/cards", ticked, 403)
    kept = {"kept-people": [e.get("value") for e in asked.all("input", name_="kept-people")]}
    page = simo.post(asked.one("form", class_="stack").get("action"), kept | {"login": LOGIN, "password": PASSWORD})
    assert sorted(e.get("value") for e in page.all("input", name_="people")) == sorted(ticked["people"])
    page = simo.post("/coach/cards", ticked | {"only-show": "yes"})
    assert sorted(e.get("value") for e in page.all("input", checked="")) == sorted(ticked["people"])
    assert count(session, Card) == 0


def test_what_scripts_ask_gets_no_form(browser, session, world):
    thread_id = write(session, world.aino)
    answer = browser().raw("GET", f"/coach/threads/{thread_id}", headers={"X-Fragment": "1"})
    assert answer.status_code == 401 and "password" not in answer.text


def test_a_seekers_address_still_asks_for_the_card(browser):
    page = browser().get("/messages", 401)
    assert page.h1 == "Et ole kirjautunut sisään." and not page.all("input", type_="password")


@pytest.mark.parametrize("onward", ["/coach/threads/01900000-0000-7000-8000-00000000dead", "/coach/nowhere"])
def test_an_address_that_is_not_there_is_not_told_before_the_sign_in(browser, onward):
    simo = browser()
    action = f"/staff?next={onward}"
    assert simo.post(action, {"login": LOGIN, "password": PASSWORD}, 404).h1 == "Tätä sivua ei löydy."


def test_after_logging_out_the_staffs_own_door_is_shown(browser, world):
    assert browser(world.simo).post("/leaving", {}).response.request.path == "/staff"
