"""One app a test process, one fresh database a test: a copy of a template with the named people in it."""

import os
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from selkoapp.app import create_app
from selkoapp.kernel import db, schema
from selkoapp.models import Base
from selkoapp.seeds import play
from selkoapp.seeds.cast import Named
from selkoapp.settings import Settings
from tests import world as people
from tests.stores import PostgresStore, SqliteStore
from tests.visit import Browser


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("selkoapp")


@pytest.fixture(scope="session")
def store(folder):
    """Where databases come from: SQLite files, or a PostgreSQL server of our own with SELKO_TEST_DATABASE=postgresql."""
    made = PostgresStore() if os.environ.get("SELKO_TEST_DATABASE") == "postgresql" else SqliteStore(folder)
    yield made
    made.close()


@pytest.fixture(scope="session")
def template(store) -> people.World:
    """The named people, in a database migrated and peopled once; each test gets a copy of it."""
    engine = db.make_engine(store.template())
    schema.upgrade(engine)
    with Session(engine, expire_on_commit=False) as session:
        built = people.build(session)
        session.commit()
    store.settle(engine)
    return built


@pytest.fixture(scope="session")
def the_app(folder):
    """The whole app, made once. It speaks in soft tones."""
    made = create_app(
        Settings(
            data=folder / "data",
            secret_key="s" * 32,
            mode="test",
            hosts=("localhost",),
            crisis_name="Kriisipäivystys",
            crisis_phone="09 310 44222",
            speech=("silent",),
        )
    )
    yield made
    if "speech" in made.extensions:
        made.extensions["speech"].close()


@pytest.fixture
def engine(store, template):
    """A fresh copy of the peopled database."""
    url = store.copy()
    made = db.make_engine(url, counted=True)
    yield made
    made.dispose()
    store.drop(url)


@pytest.fixture
def real_week(engine) -> dict[str, Named]:
    """The demo's people and their fortnight instead of the world's, in this test's database."""
    with Session(engine) as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(delete(table))
        told = play.seed(session)
        session.commit()
    return told


@pytest.fixture
def world(template) -> people.World:
    return template


@pytest.fixture
def app(the_app, engine):
    """The app on this test's database."""
    before = the_app.extensions["engine"]
    the_app.extensions["engine"] = engine
    yield the_app
    the_app.extensions["engine"] = before


@pytest.fixture
def session(engine):
    """A Session of the test's own, for arranging and looking."""
    with Session(engine, expire_on_commit=False) as opened:
        yield opened


@pytest.fixture
def browser(app, engine):
    """browser(world.aino) → that person's browser, signed in; browser() → nobody's."""

    def open_for(named: people.Named | None = None, shared: bool | None = False) -> Browser:
        if named is None:
            return Browser(app.test_client())
        with Session(engine, expire_on_commit=False) as opened:
            token = people.sign_in_as(opened, named, shared)
        return Browser(app.test_client(), token, named.viewer.language)

    return open_for


@pytest.fixture
def visit(browser):
    """visit(world.aino, "/home") → the checked page."""
    return lambda named, path, status=200: browser(named).get(path, status)
