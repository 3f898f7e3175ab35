"""The pages stay light: so many questions to the database a page, however many come and however often they answered."""

import re
from datetime import timedelta

import pytest

from selkoapp.events import service
from selkoapp.kernel.db import new_id
from tests.events.calendar import WEDNESDAY, put_meeting

QUERIES = 6


@pytest.fixture
def busy(session, world, group):
    """A meeting every week, each answered twice by everyone."""
    events = [put_meeting(session, group, WEDNESDAY + timedelta(weeks=week)) for week in range(8)]
    for event in events:
        for person in (world.aino, world.mikko, world.leila, world.onni):
            for coming in (True, False):
                service.answer_event(session, person.viewer, event, coming, new_id())
    session.commit()
    return events[0]


@pytest.mark.parametrize(
    ("who", "path"), [("aino", "/events"), ("aino", "/events/{}"), ("simo", "/coach/events"), ("simo", "/coach/events/{}")]
)
def test_a_page_asks_the_database_few_times(busy, visit, world, who, path):
    told = visit(world.everyone[who], path.format(busy.id)).response.headers["Server-Timing"]
    assert int(re.search(r'db;desc="?(\d+)', told)[1]) <= QUERIES
