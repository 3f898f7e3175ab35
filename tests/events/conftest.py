"""A clock that stands still on a Tuesday morning, and the job-search group that meets on Wednesdays."""

import pytest
import time_machine

from selkoapp.groups.models import Group
from tests.events.calendar import MORNING, WEDNESDAY, put_group, put_meeting
from tests.events.sitting import Sitting


@pytest.fixture(autouse=True)
def clock():
    """The clock of the test: it moves only when the test moves it."""
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def group(session, world) -> Group:
    """Simo and Sara lead it; Aino, Mikko, Leila and Onni are in it. Mikko and Leila let the others see them."""
    members = (world.aino, world.mikko, world.leila, world.onni)
    return put_group(session, leads=(world.simo, world.sara), members=members, shown=(world.mikko, world.leila))


@pytest.fixture
def meeting(session, group):
    """Tomorrow's meeting."""
    return put_meeting(session, group, WEDNESDAY)


@pytest.fixture
def sit(clock, browser, meeting):
    """sit(world.aino) → Aino with tomorrow's meeting in front of her."""
    return lambda named, event=None: Sitting(browser(named), clock, event or meeting)
