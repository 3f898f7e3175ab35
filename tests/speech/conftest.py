"""Speech with the odd child, in a test's own folder."""

import pytest

from selkoapp.speech.process import Worker
from selkoapp.speech.service import Speech
from tests.speech.mouth import NO_VOICES, odd_command


@pytest.fixture
def log(tmp_path):
    """What the engine was asked to say, a line each."""
    return tmp_path / "said.log"


@pytest.fixture
def speaking(tmp_path, log):
    """speaking(…) → speech with the odd child, in this test's folder."""
    made = []

    def make(secret="s", wanted=("silent",), limit=10**9, folder="speech") -> Speech:
        speech = Speech(tmp_path / folder, secret, wanted, NO_VOICES, limit, Worker(NO_VOICES, odd_command(log)))
        made.append(speech)
        return speech

    yield make
    for speech in made:
        speech.close()


@pytest.fixture
def speech(speaking):
    return speaking()


@pytest.fixture
def worker():
    made = Worker(NO_VOICES, odd_command())
    yield made
    made.close()
