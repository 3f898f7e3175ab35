"""Everything of the story put into a database, and what lets its people in."""

from sqlalchemy.orm import Session

from selkoapp.seeds import calendar, cast, wishes
from selkoapp.seeds.cast import Named


def seed(session: Session) -> dict[str, Named]:
    """Put in what is not there yet. Returns each person's new card token, or login and new password. The caller commits."""
    people = cast.put_people(session)
    calendar.put_groups(session, people)
    calendar.put_meetings(session, people)
    wishes.put_wishes(session, people)
    cast.put_threads(session, people)
    return cast.give_entries(session, people)
