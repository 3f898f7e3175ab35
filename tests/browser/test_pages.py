"""Every page of everyone: axe, no sideways scroll, targets large enough, nothing asked elsewhere."""

import re
from importlib.resources import files
from uuid import UUID

import pytest
from sqlalchemy import select

from selkoapp.accounts.models import Card, CardUse, Person, SignIn
from selkoapp.events.models import Event
from selkoapp.interests.models import Sitting
from selkoapp.interests.wish_models import OwnTask, OwnWish
from selkoapp.kernel.access import ANYONE
from selkoapp.kernel.db import new_id
from selkoapp.messages.models import Thread
from tests.browser.conftest import LAPTOP, PHONE
from tests.world import sign_in_id

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PLACES = {
    "sector": "sector_kitchen",
    "task": "serve_food",
    "condition": "place",
    "skill": "skill_read",
    "kind": "text",
    "variant": "colour",
    "concept_id": "bake",
    "name": "css/main.css",
    "stamp": "0",
    "number": 1,
}
NO_PAGES = {
    "assets.asset_file",
    "pictograms.picture",
    "speech.own_words",
    "messages.speech",
    "health.process_lives",
    "health.ready",
    "interests.next_task",
    "interests.enough",
    "interests.sheet",
    "interests.own_sound",
    "interests.own_picture",
    "interests.task_photo",
    "coach.task_photo",
    "coach.wish_sheet",
    "coach.wish_sound",
    "coach.wish_picture",
    "interests.next_pair",
    "home.welcome",
}
WHO = {"seeker": "aino", "coach": "simo", "coordinator": "petra", ANYONE: None}


def strange_use(session, person: UUID) -> UUID:
    """A use of the person's card on a new device, to which they have said no."""
    sign_in_id(session, person)
    entry = session.scalars(select(SignIn).where(SignIn.person_id == person).order_by(SignIn.id.desc())).first()
    card = session.scalars(select(Card).where(Card.person_id == person)).first()
    use = CardUse(card_id=card.id, person_id=person, device_id=entry.device_id, sign_in_id=entry.id, was_me=False)
    session.add(use)
    session.commit()
    return use.id


def own_wish(session, person: UUID) -> UUID:
    """A wish that the person has written."""
    told = OwnWish(person_id=person, text="Haluan hoitaa hevosia.", language="fi", key=new_id())
    session.add(told)
    session.commit()
    return told.id


def sitting(session, person: UUID) -> UUID:
    """A sitting of the person in which nothing was pressed yet."""
    begun = Sitting(person_id=person)
    session.add(begun)
    session.commit()
    return begun.id


def own_task(session, coach: UUID) -> UUID:
    """A task that the coach has added."""
    words = {f"{kind}_{code}": "Leikata ruohoa." for kind in ("label", "meaning") for code in ("fi", "sv", "en")}
    of = session.get(Person, coach).organisation_id
    task = OwnTask(organisation_id=of, made_by=coach, sector="sector_outdoors", picture="mow_lawn", **words)
    session.add(task)
    session.commit()
    return task.id


def addresses(app, live, role: str) -> list[str]:
    """The address of every page that this role opens, with things of its own."""
    with live.session() as session:
        event = session.scalars(select(Event.id).where(Event.title.like("Työnhaku%")).order_by(Event.starts_at.desc())).first()
        aino = live.people["aino"].id
        own = {
            "event_id": event,
            "group_id": session.get(Event, event).group_id,
            "person_id": aino,
            "coach_id": live.people["simo"].id,
            "thread_id": session.scalar(select(Thread.id).where(Thread.person_id == aino)),
            "token": live.people["aino"].card,
            "use_id": strange_use(session, aino),
            "wish_id": own_wish(session, aino),
            "task_id": own_task(session, live.people["simo"].id),
            "sitting_id": sitting(session, aino),
        }
    found = []
    for rule in app.url_map.iter_rules():
        roles = app.view_functions[rule.endpoint].access.roles
        wanted = role in roles if role != ANYONE else ANYONE in roles
        if "GET" in rule.methods and wanted and rule.endpoint not in NO_PAGES:
            values = {name: PLACES.get(name, own.get(name)) for name in rule.arguments}
            found.append(app.url_map.bind("localhost").build(rule.endpoint, values))
    return found


def open_as(role: str, signed_in, open_browser, **about):
    return signed_in(WHO[role], **about) if WHO[role] else open_browser(**about)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", list(WHO))
def test_axe_finds_nothing(role, theme, server, live, signed_in, open_browser):
    page = open_as(role, signed_in, open_browser, theme=theme, bypass_csp=True, reduced_motion="reduce")
    wrong = []
    for path in addresses(server[0], live, role):
        for size in (PHONE, LAPTOP):
            page.set_viewport_size(size)
            page.goto(live.base + path)
            page.add_style_tag(content=".bar { position: static }")  # what it covers until one scrolls is no small target
            page.evaluate(AXE)
            found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
            wrong += [f"{path} {size['width']} {v['id']}: {v['nodes'][0]['target']} {v['help']}" for v in found]
    assert not wrong, "\n".join(wrong)


def test_axe_can_fail(live, open_browser):
    page = open_browser(bypass_csp=True)
    page.goto(live.base)
    page.evaluate("document.querySelector('h1').style.color = '#ddd'; document.documentElement.lang = ''")
    page.evaluate(AXE)
    found = {v["id"] for v in page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]}
    assert {"color-contrast", "html-has-lang"} <= found


SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """least => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(e => e.checkVisibility() && !e.classList.contains('skip') && !e.closest('.paper-card'))
  .map(e => [e.closest('label') || e, e])
  .map(([box, e]) => [box.getBoundingClientRect(), e])
  .filter(([r]) => r.width > 1 && (r.width < least || r.height < least))
  .map(([r, e]) => `${e.tagName} ${e.textContent.trim().slice(0, 30)} ${Math.round(r.width)}x${Math.round(r.height)}`)"""


@pytest.mark.parametrize("role", list(WHO))
def test_nothing_scrolls_sideways_and_targets_are_large(role, server, live, signed_in, open_browser):
    page = open_as(role, signed_in, open_browser)
    wrong = []
    for path in addresses(server[0], live, role):
        for width, zoom in ((320, 1), (390, 2), (820, 1)):
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(live.base + path)
            page.evaluate("zoom => { document.documentElement.style.fontSize = `${zoom * 100}%` }", zoom)
            if (over := page.evaluate(SIDEWAYS)) > 0:
                wrong.append(f"{path} at {width} px, text {zoom * 100} %: {over} px too wide")
            wrong += [f"{path} at {width}: {small}" for small in page.evaluate(SMALL, 48)]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_the_answers_are_in_view_on_a_phone(live, signed_in):
    page = signed_in("aino")
    for task in ("put_in_envelopes", "walk_with_elderly", "bake"):
        sector = {"put_in_envelopes": "sector_office", "walk_with_elderly": "sector_care", "bake": "sector_kitchen"}[task]
        page.goto(f"{live.base}/wishes/{sector}/{task}")
        bar = page.locator("nav.bar").bounding_box()["y"]
        for answer in page.locator("form.answers button").all():
            box = answer.bounding_box()
            assert box["y"] + box["height"] <= bar, f"{task}: {answer.inner_text()} is under the bar"


def test_every_stop_of_the_keyboard_is_seen(live, signed_in):
    """Tab through home and a question: each stop is visible, not under the bar, and there is a way out at the end."""
    page = signed_in("aino")
    for path in ("/home", "/wishes/sector_kitchen/serve_food", "/messages"):
        page.goto(live.base + path)
        stops = page.locator("a[href], button, textarea, input:not([type=hidden])").count()
        seen = []
        for _ in range(stops + 2):
            page.keyboard.press("Tab")
            at = page.evaluate(
                """() => { const e = document.activeElement; if (e === document.body) return null;
                const r = e.getBoundingClientRect(), t = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
                return {word: e.textContent.trim() || e.name, covered: !(t && (e.contains(t) || t.contains(e))),
                  outline: getComputedStyle(e).outlineStyle} }"""
            )
            if at is None:
                break
            assert at["outline"] != "none" and not at["covered"], f"{path}: {at}"
            seen.append(at["word"])
        assert len(seen) >= stops - 1 and re.search("Koti", " ".join(seen)), f"{path}: {seen}"
