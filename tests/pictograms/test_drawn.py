"""The clock face shows the real time."""

from datetime import time

import pytest

from selkoapp.pictograms.drawn import clock_hands


@pytest.mark.parametrize(
    ("moment", "hour_hand", "minute_hand"),
    [
        (time(14, 30), (50.49, 32.12), (36, 60)),
        (time(0, 0), (36, 21), (36, 12)),
        (time(12, 0), (36, 21), (36, 12)),
        (time(11, 59), (35.87, 21.0), (33.49, 12.13)),
        (time(15, 0), (51, 36), (36, 12)),
        (time(6, 0), (36, 51), (36, 12)),
    ],
)
def test_hands(moment, hour_hand, minute_hand):
    assert clock_hands(moment) == (hour_hand, minute_hand)
