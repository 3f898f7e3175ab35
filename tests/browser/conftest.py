"""A real server on a free port, the people of the seeds, and a real Chromium."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from waitress.server import create_server

from selkoapp.app import create_app
from selkoapp.cli import chromium
from selkoapp.kernel import db, schema
from selkoapp.seeds import play
from selkoapp.settings import Settings
from tests.world import sign_in_id

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 860}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MICROPHONE = [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Live:
    """The served app: its address, its database and who is in it."""

    base: str
    engine: Engine
    people: dict

    def session(self) -> Session:
        return Session(self.engine, expire_on_commit=False)

    def card(self, who: str) -> str:
        """The address in the large QR of this person's card."""
        return f"{self.base}/k#{self.people[who].card}"

    def plain_card(self, who: str) -> str:
        return f"{self.base}/k/{self.people[who].card}"


@pytest.fixture(scope="session")
def seeded(tmp_path_factory) -> tuple[Path, dict]:
    """A database with the named people and their fortnight, made once a process."""
    file = tmp_path_factory.mktemp("seeded") / "seeded.db"
    engine = db.make_engine(f"sqlite:///{file}")
    schema.upgrade(engine)
    with Session(engine, expire_on_commit=False) as session:
        people = play.seed(session)
        session.commit()
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return file, people


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[tuple]:
    """One app behind waitress for the whole process; each test gives it a database of its own."""
    data = tmp_path_factory.mktemp("live")
    app = create_app(
        Settings(
            data=data,
            secret_key="s" * 32,
            mode="test",
            https=False,
            crisis_name="Kriisipäivystys",
            crisis_phone="09 310 44222",
            speech=("silent",),
        )
    )
    served = create_server(app, host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=served.run, daemon=True).start()
    yield app, f"http://localhost:{served.effective_port}"
    served.close()
    app.extensions["speech"].close()


@pytest.fixture
def live(server, seeded, tmp_path) -> Iterator[Live]:
    """The served app on a fresh copy of the seeds."""
    app, base = server
    file = tmp_path / "selkoapp.db"
    shutil.copy(seeded[0], file)
    before, app.extensions["engine"] = app.extensions["engine"], db.make_engine(f"sqlite:///{file}", counted=True)
    with Session(app.extensions["engine"]) as session:
        session.execute(db.Base.metadata.tables["attempt"].delete())
        session.commit()
    yield Live(base, app.extensions["engine"], seeded[1])
    app.extensions["engine"].dispose()
    app.extensions["engine"] = before


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chrome(playwright):
    """The system's Chromium, or the one of Playwright."""
    path = os.environ.get("SELKO_CHROMIUM") or chromium.find()
    browser = playwright.chromium.launch(executable_path=path, args=QUIET)
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def beeping(playwright):
    """A Chromium whose microphone beeps."""
    browser = playwright.chromium.launch(
        executable_path=os.environ.get("SELKO_CHROMIUM") or chromium.find(), args=QUIET + MICROPHONE
    )
    yield browser
    browser.close()


@pytest.fixture
def open_browser(chrome, live) -> Iterator[Callable[..., Page]]:
    """open_browser(viewport=…, script=False) → a page in a browser of its own. Every request to elsewhere fails the test.

    of: another Chromium than the usual one.
    """
    contexts: list[BrowserContext] = []
    outside: list[str] = []

    def opened(viewport=PHONE, script: bool = True, theme: str = "light", of=chrome, **about) -> Page:
        about = {"viewport": viewport, "java_script_enabled": script, "color_scheme": theme, "locale": "fi-FI"} | about
        context = of.new_context(**about)
        context.set_default_timeout(8_000)
        context.on("request", lambda r: outside.append(r.url) if not r.url.startswith((live.base, "data:", "blob:")) else None)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert not outside, f"Pages asked other sites: {outside}"


@pytest.fixture
def signed_in(open_browser, live) -> Callable[..., Page]:
    """signed_in("aino") → her phone, signed in with her card; signed_in("simo") → his laptop, with his password.

    shared: whether it is a device that others use too.
    """

    def opened(who: str, shared: bool = False, **about) -> Page:
        page = open_browser(**about)
        with live.session() as session:
            token = sign_in_id(session, live.people[who].id, shared)
        page.context.add_cookies(
            [
                {
                    "name": "__Host-sid",
                    "value": token,
                    "url": live.base.replace("http:", "https:") + "/",
                    "secure": True,
                    "httpOnly": True,
                }
            ]
        )
        return page

    return opened
