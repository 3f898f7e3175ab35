"""A clock that stands still on a Tuesday morning, and people who sit down at their wishes."""

import pytest
import time_machine

from tests.interests.sitting import MORNING, Sitting


@pytest.fixture
def clock():
    """The clock of the test: it moves only when the test moves it."""
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def sit(clock, browser):
    """sit(world.aino, "/wishes") → Aino's sitting, with that page open."""

    def begin(named, path: str) -> Sitting:
        opened = browser(named)
        return Sitting(opened, clock, opened.get(path))

    return begin
