"""The pages stay light: so many questions to the database a page, however much was answered."""

import re

import pytest

from selkoapp.interests import service, tasks
from selkoapp.interests.models import Value
from selkoapp.kernel.db import new_id

QUERIES = 6


@pytest.fixture
def answered_all(session, world):
    """Aino has answered everything twice."""
    for _ in range(2):
        for sector in tasks.sectors():
            for task in tasks.tasks_of(sector):
                service.record_answer(session, world.aino.viewer, task.id, Value.YES, new_id())
    session.commit()


@pytest.mark.parametrize(
    "path", ["", "/sector_cleaning/mop_floor", "/sector_cleaning/mop_floor/meaning", "/mine", "/mine/sector_cleaning"]
)
def test_a_page_asks_the_database_few_times(answered_all, visit, world, path):
    told = visit(world.aino, f"/wishes{path}").response.headers["Server-Timing"]
    assert int(re.search(r'db;desc="?(\d+)', told)[1]) <= QUERIES
