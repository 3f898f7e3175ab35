"""The clock on the wall: one place that knows what time it is. Times are stored in UTC and shown in Helsinki's."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment as Helsinki's clocks show it."""
    return moment.astimezone(HELSINKI)


def today() -> date:
    """Today's date in Helsinki."""
    return local(now()).date()


def at(day: date, hour: time) -> datetime:
    """The moment, in UTC, when Helsinki's calendar and clocks show this day and time.

    Of a time that the autumn night has twice, the first; one that the spring night skips is moved on by the hour skipped.
    """
    return datetime.combine(day, hour, HELSINKI).astimezone(UTC)


def exists(day: date, hour: time) -> bool:
    """Whether Helsinki's clocks ever show this time on this day (03:30 is skipped on one spring night)."""
    return local(at(day, hour)).replace(tzinfo=None) == datetime.combine(day, hour)
