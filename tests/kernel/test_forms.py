"""Times as people write them, and what is no time."""

from datetime import time

import pytest

from selkoapp.kernel.forms import parse_time


@pytest.mark.parametrize(
    ("written", "meant"), [("14.30", time(14, 30)), ("9:05", time(9, 5)), (" 00:00 ", time(0)), ("14:30:00", time(14, 30))]
)
def test_times(written, meant):
    assert parse_time(written) == meant


@pytest.mark.parametrize("written", ["", None, "\0", "24.00", "12.60", "14", "²2:00", "14.30 ip", "-1:00"])
def test_what_is_no_time(written):
    assert parse_time(written) is None
