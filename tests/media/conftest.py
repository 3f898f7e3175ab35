"""An app with the room of pages.py in it, on a database of the test's own."""

import pytest

from selkoapp.app import create_app
from selkoapp.kernel import schema
from selkoapp.settings import Settings
from tests.media import pages
from tests.visit import Browser


@pytest.fixture
def voices(tmp_path):
    """The app, with a database that is empty but whole."""
    app = create_app(Settings(data=tmp_path, secret_key="s" * 32, mode="test", https=False, speech=("silent",)))
    pages.register(app)
    schema.upgrade(app.extensions["engine"])
    yield app
    app.extensions["speech"].close()
    app.extensions["engine"].dispose()


@pytest.fixture
def phone(voices) -> Browser:
    return Browser(voices.test_client(), language="fi")
