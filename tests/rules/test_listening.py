"""Promise 1: every visible text on every page for seekers can be heard, in every language, and its sound says it."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qsl, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Look, Person
from selkoapp.events.models import Event
from selkoapp.interests.wish_models import OwnWish
from selkoapp.kernel.access import ANYONE
from selkoapp.kernel.db import new_id
from selkoapp.kernel.i18n import LANGUAGES
from selkoapp.messages.models import Message, Thread
from selkoapp.speech.quota import Quota
from selkoapp.speech.service import Speech
from tests.visit import HOST
from tests.world import sign_in_id

UNSEEN = {"head", "script", "style", "svg", "textarea", "select"}
NO_PAGES = {
    "assets.asset_file", "pictograms.picture", "speech.own_words", "messages.speech", "health.process_lives", "health.ready",
    "style.style", "accounts.staff", "interests.sheet",
    "interests.own_sound", "interests.own_picture",
}  # fmt: skip
PLAIN = {"sector": "sector_kitchen", "task": "serve_food", "condition": "travel", "skill": "skill_read", "number": 1}
KINDS = ("language", "text", "colours", "voice", "speed", "reading", "devices")


class Listener:
    """One person's browser that hears pages: every sound is asked for as the page's script would ask."""

    def __init__(self, app, token: str | None):
        self.app, self.token, self.heard = app, token, {}

    def get(self, address: str):
        client = self.app.test_client()
        if self.token:
            client.set_cookie("__Host-sid", self.token, domain="localhost", secure=True)
        return client.get(address, base_url=HOST, follow_redirects=True)

    def where(self, page: Element, path: str, said: str) -> str:
        """The address of a passage, without the part: what read_aloud.js makes of data-say."""
        if said.startswith("/"):
            return f"{said}/{{}}?speed=normal"
        if not said.startswith("?"):
            return f"{page.get('data-words')}/{said}/{{}}?speed=normal"
        again = page.get("data-page") or ""
        base = path.split("?")[0] if again.startswith("?") or not again else ""
        return f"{base}{again}{'&' if '?' in again else '?'}speed=normal&say={said[1:]}/{{}}"

    def times(self, page: Element, path: str, said: str, parts: int) -> list[list[int]]:
        """The times of every unit of a passage; asked for once a text."""
        address = self.where(page, path, said)
        if said not in self.heard:
            found = []
            for part in range(parts):
                answer = self.get(address.format(f"{part}.json"))
                assert answer.status_code == 200 and answer.is_json, f"{path}: {said} part {part}: {answer.status_code}"
                assert answer.json["first"] == len(found) and answer.json["parts"] == parts
                found += answer.json["words"]
            sound = self.get(address.format("0.mp3"))
            assert (sound.status_code, sound.mimetype) == (200, "audio/mpeg") and len(sound.data) > 500, (
                f"{path}: no sound: {said}"
            )
            self.heard[said] = found
        return self.heard[said]


def texts(element: Element, said: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Every text that somebody can see, with the passage in which it stands; pieces between tags one by one."""
    said = element.get("data-say", said)
    if element.text:
        yield element.text, said
    for inner in element:
        if isinstance(inner.tag, str) and inner.tag not in UNSEEN and inner.get("data-silent") is None:
            yield from texts(inner, said)
        if inner.tail:
            yield inner.tail, said


def units(passage: Element) -> list[str]:
    """What is lit in a passage, one after the other."""
    found: list[str] = []
    for span in passage.iter("span"):
        names = (span.get("class") or "").split()
        if "w-more" in names:
            found[-1] += span.text or ""
        elif "w" in names:
            found.append(span.text or "")
    return found


def bare(text: str) -> str:
    """Without the gaps, which a tag inside a unit may take away."""
    return re.sub(r"\s", "", text)


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", unescape(text)).strip()


def hold(listener: Listener, path: str) -> int:
    """Hold one page against the promise; how many passages it has."""
    answer = listener.get(path)
    path = answer.request.full_path.rstrip("?")
    page = html5lib.parse(answer.get_data(as_text=True), namespaceHTMLElements=False)
    silent = [text for text, said in texts(page) if said is None and re.search(r"[^\W_]", text)]
    assert not silent, f"{path}: nothing says {silent}"
    assert [a for a in page.iter("a") if a.get("data-listen") == "page"], f"{path}: no Kuuntele in the bar"
    passages = [each for each in page.iter("span") if each.get("data-say")]
    for passage in passages:
        spoken = listener.times(page, path, passage.get("data-say"), int(passage.get("data-parts", 1)))
        text, shown = flat("".join(passage.itertext())), units(passage)
        assert len(spoken) == len(shown), f"{path}: “{text}” has {len(shown)} spans and {len(spoken)} times"
        if not passage.get("data-say").startswith("/"):  # lines of messages count as characters
            cut = [text.encode("utf-16-le")[2 * at : 2 * (at + size)].decode("utf-16-le") for _, _, at, size in spoken]
            assert [bare(word) for word in shown] == [bare(word) for word in cut], (
                f"{path}: “{text}” lights other words than it says"
            )
        missed = re.sub("|".join(map(re.escape, sorted(map(bare, shown), key=len, reverse=True))) or "$^", "", bare(text))
        assert not re.search(r"[^\W_]", missed), f"{path}: “{text}” does not say “{missed}”"
    for link in (a for a in page.iter("a") if a.get("data-listen") is not None):
        assert "say=block" not in link.get("href"), f"{path}: a listen link reads nothing: put it into a data-block"
    return len(passages)


def addresses(app, engine, people, role: str) -> list[str]:
    """Every page of this role, with things of Aino's."""
    wish = new_id()
    with Session(engine) as session:
        session.add(OwnWish(id=wish, person_id=people["aino"].id, text="Haluan hoitaa hevosia.", language="fi", key=wish))
        session.commit()
        event = session.scalars(select(Event.id).where(Event.title.like("Työnhaku%")).order_by(Event.starts_at.desc())).first()
    own = PLAIN | {"event_id": event, "token": people["aino"].card, "wish_id": wish}
    found = ["/no-such-page"]
    for rule in app.url_map.iter_rules():
        roles = app.view_functions[rule.endpoint].access.roles
        if "GET" in rule.methods and rule.endpoint not in NO_PAGES and role in roles:
            for kind in KINDS if "kind" in rule.arguments else ("",):
                values = {name: own.get(name, kind) for name in rule.arguments}
                found.append(app.url_map.bind("localhost").build(rule.endpoint, values))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["seeker", ANYONE])
def test_every_text_can_be_heard(app, engine, real_week, language, role, monkeypatch):
    monkeypatch.setattr(app.extensions["speech"], "_quota", Quota(100_000))  # nobody opens every page in one minute
    token = None
    with Session(engine) as session:
        if role == "seeker":
            token = sign_in_id(session, real_week["aino"].id, shared=True)  # with Lopeta and "Oletko vielä tässä?"
        session.execute(update(Look).values(language=language))
        session.execute(update(Person).where(Person.id == real_week["aino"].id).values(language=language))
        session.commit()
    listener = Listener(app, token)
    passages = sum(hold(listener, path) for path in addresses(app, engine, real_week, role))
    assert passages > 50


def test_the_walk_can_fail(app, engine, real_week):
    listener = Listener(app, None)
    assert hold(listener, "/help") > 5
    listener.get = lambda address: _without_spans(app.test_client().get(address, base_url=HOST))
    with pytest.raises(AssertionError, match="nothing says"):
        hold(listener, "/help")


def _without_spans(answer):
    answer.set_data(answer.get_data(as_text=True).replace("data-say", "data-said"))
    return answer


def test_a_swedish_message_on_a_finnish_page_is_swedish(app, engine, real_week, monkeypatch):
    with Session(engine) as session:
        token = sign_in_id(session, real_week["aino"].id)
        newest = select(Message).join(Thread, Thread.id == Message.thread_id).where(Thread.person_id == real_week["aino"].id)
        message = session.scalars(newest.order_by(Message.id.desc())).first()
        message.language, message.text, heard = "sv", "Hej! Kommer du?", f"/messages/{message.id}/speech"
        session.commit()
    listener = Listener(app, token)
    page = html5lib.parse(listener.get("/messages").get_data(as_text=True), namespaceHTMLElements=False)
    assert page.get("lang") == "fi"
    (bubble,) = [e for e in page.iter("div") if heard in {span.get("data-say") for span in e.iter("span")} and e.get("lang")]
    assert bubble.get("lang") == "sv"
    said, usual = [], Speech.clip
    monkeypatch.setattr(Speech, "clip", lambda self, runs, *more, **named: said.extend(runs) or usual(self, runs, *more, **named))
    assert listener.get(f"{heard}/0.mp3").mimetype == "audio/mpeg"
    assert [run.language for run in said] == ["sv"]


def test_say_addresses_keep_the_pages_own_query(app, engine, real_week):
    with Session(engine) as session:
        token = sign_in_id(session, real_week["aino"].id)
        session.commit()
    page = html5lib.parse(Listener(app, token).get("/wishes/work?page=2").get_data(as_text=True), namespaceHTMLElements=False)
    (link,) = [a for a in page.iter("a") if a.get("data-listen") == "page"]
    asked = dict(parse_qsl(urlsplit(link.get("href")).query))
    assert (asked["page"], asked["say"]) == ("2", "page/all.mp3")
