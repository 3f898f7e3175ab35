"""What Simo sees of Aino's wishes, how sure each answer is; and nothing of them once she keeps them to herself."""

import pytest
from sqlalchemy import select

from selkoapp.accounts.models import Reading
from selkoapp.interests import sharing
from selkoapp.interests.models import PairAnswer, Setting
from selkoapp.interests.wish_models import Tryout
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from tests.interests.test_mine import answer, sat, tell_all
from tests.messages.desk import write

__all__ = ["sat"]
SECRETS = ("leipoa", "laulaa", "Ulkona", "lukea", "Haluan hoitaa hevosia.")


@pytest.fixture
def desk(session, world, sat):
    """Aino has told everything and written to Simo. Returns the addresses at which he meets her wishes."""
    tell_all(session, world.aino, sat(world.aino, Setting.ALONE))
    thread = write(session, world.aino)
    person = f"/coach/people/{world.aino.id}"
    return {"person": person, "thread": f"/coach/threads/{thread}", "paper": f"{person}/wishes.pdf"}


def decide(session, person, shared) -> None:
    sharing.share(session, person.viewer, shared)
    session.commit()


def readings(session) -> list[str]:
    found = list(session.scalars(select(Reading.what).order_by(Reading.id)))
    session.rollback()
    return found


@pytest.mark.parametrize("which", ["person", "thread", "paper"])
def test_what_aino_keeps_to_herself_is_nowhere_at_the_desk_and_comes_back(browser, session, world, desk, which):
    simo = browser(world.simo)

    def seen():
        return simo.raw("GET", desk[which])

    for shared in (True, False, True):
        decide(session, world.aino, shared)
        page = seen()
        if which == "paper":
            assert page.data.startswith(b"%PDF") == shared and page.status_code == (200 if shared else 404)
        elif shared:
            assert "leipoa" in page.text and "ei nyt näytä toiveitaan" not in page.text
        else:
            body = page.text.split('aria-labelledby="wishes"')[1].split("</section>")[0]
            assert not [secret for secret in SECRETS if secret in body]
            assert "Aino ei nyt näytä toiveitaan." in page.text and page.status_code == 200


def test_paper_that_is_not_shared_looks_like_paper_of_nobody(browser, session, world, desk):
    simo = browser(world.simo)
    decide(session, world.aino, False)
    nobody = simo.raw("GET", "/coach/people/01900000-0000-7000-8000-00000000dead/wishes.pdf")
    assert simo.raw("GET", desk["paper"]).data == nobody.data


def test_the_log_of_reading_tells_only_what_was_to_be_seen(browser, session, world, desk):
    simo = browser(world.simo)
    simo.get(desk["person"]), simo.get(desk["thread"])
    decide(session, world.aino, False)
    simo.get(desk["person"]), simo.get(desk["thread"])
    assert readings(session) == ["wishes", "thread", "wishes", "page", "thread"]


def test_each_answer_says_how_sure_it_is(browser, session, world, desk, sat):
    answer(session, world.aino, sat(world.aino, Setting.HELPED, "helper_family"), bake="yes", sing="yes")
    page = browser(world.simo).get(desk["person"])
    for words in ("Sama vastaus 2 kertaa", "Avun kanssa: ", "Muuttunut", "Yksin ja avun kanssa", "Mitä merkit tarkoittavat?"):
        assert words in page.text
    assert "%" not in page.text, "no score"


def choose(session, person, sitting, *pairs) -> None:
    """Answer pairs: (left, right, chosen)."""
    for left, right, chosen in pairs:
        common = {"person_id": person.id, "sitting_id": sitting, "layout": "side", "key": new_id()}
        session.add(PairAnswer(left=left, right=right, chosen=chosen, **common))
    session.commit()


def test_pairs_tell_simo_what_is_settled_and_what_is_not(browser, session, world, desk, sat):
    answer(session, world.aino, sat(world.aino), sing="yes", vacuum="yes")
    choose(session, world.aino, sat(world.aino), ("bake", "sing", "left"), ("sing", "vacuum", "left"))
    choose(session, world.aino, sat(world.aino), ("sing", "bake", "right"))
    page = browser(world.simo).get(desk["person"])
    assert "leipoa Selvä laulaa Selvä imuroida Ei vielä selvä" in page.text
    assert "laulaa ja imuroida: kysytty vain kerran." in page.text and "leipoa ja laulaa:" not in page.text


def test_a_habit_is_told_to_simo_only_and_its_pairs_check_nothing(browser, session, world, desk, sat):
    answer(session, world.aino, sat(world.aino), sing="yes", vacuum="yes")
    for _ in range(3):
        choose(session, world.aino, sat(world.aino), ("bake", "sing", "left"), ("sing", "vacuum", "left"))
    page = browser(world.simo).get(desk["person"])
    habit = "Pareissa painettiin melkein aina vasenta kuvaa."
    assert habit in page.text and habit not in browser(world.aino).get("/wishes/mine").text
    assert "Varmistettu pareilla" not in page.text.split("Mitä merkit")[0]


def test_a_try_out_is_noted_and_both_answers_stay(browser, session, world, desk):
    simo = browser(world.simo)
    fields = {"task": "bake", "day": clock.today().isoformat(), "place": "Leipomo Ruis"}
    page = simo.press(simo.get(f"{desk['person']}/tryouts"), f"{desk['person']}/tryouts", **fields)
    assert "Leipomo Ruis Ennen: Kyllä. Jälkeen: ei ole vielä kysytty." in page.text
    answer(session, world.aino, None, bake="no")
    assert "Ennen: Kyllä. Jälkeen: En." in simo.get(desk["person"]).text


@pytest.mark.parametrize(("field", "value"), [("task", "moon"), ("day", "2099-01-01"), ("day", "x"), ("place", "a" * 81)])
def test_a_wrong_try_out_is_told_and_not_kept(browser, session, world, desk, field, value):
    simo = browser(world.simo)
    fields = {"task": "bake", "day": clock.today().isoformat(), "place": ""} | {field: value}
    page = simo.press(simo.get(f"{desk['person']}/tryouts"), f"{desk['person']}/tryouts", 422, **fields)
    assert page.h1 == "Merkitse kokeilu"
    assert session.scalar(select(Tryout.id)) is None
