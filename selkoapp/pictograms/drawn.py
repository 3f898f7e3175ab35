"""Numbers for pictures that the app draws itself, because they show a real time."""

from datetime import datetime, time
from math import cos, pi, sin

Point = tuple[float, float]

CENTRE: Point = (36.0, 36.0)
HOUR_HAND = 15.0
MINUTE_HAND = 24.0
"""Lengths in units of the 72-unit grid."""


def clock_hands(moment: time | datetime) -> tuple[Point, Point]:
    """Tips of the hour hand and the minute hand on a 72-unit grid; both start at CENTRE.

    The hour hand moves between the hours as on a wall clock: at 14.30 it is halfway from 2 to 3.
    """
    minutes = moment.hour * 60 + moment.minute
    return _tip(minutes / 720, HOUR_HAND), _tip(moment.minute / 60, MINUTE_HAND)


def _tip(turn: float, length: float) -> Point:
    angle = 2 * pi * turn
    return round(CENTRE[0] + length * sin(angle), 2), round(CENTRE[1] - length * cos(angle), 2)
