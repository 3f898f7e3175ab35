"""How much one person may keep. Whose a thing is, only its owner's room knows: it says which rows are meant."""

from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from selkoapp.media.faults import Full
from selkoapp.media.made import Made
from selkoapp.media.models import Media

MOST_THINGS = 100  # sounds and photographs of one person
MOST_BYTES = 100_000_000  # about an hour and a half of speech, and a hundred photographs


class Used(NamedTuple):
    """What somebody keeps already."""

    things: int
    bytes: int

    def holds(self, made: Made) -> bool:
        """Whether there is room for one more."""
        return self.things < MOST_THINGS and self.bytes + len(made.content) <= MOST_BYTES


def used(session: Session, ids: Select) -> Used:
    """How much these are. `ids` selects the ids of all that one person keeps."""
    asked = select(func.count(), func.coalesce(func.sum(Media.bytes), 0)).where(Media.id.in_(ids))
    return Used(*session.execute(asked).one())


def require_room(session: Session, ids: Select, made: Made) -> None:
    """Raise Full when there is no room for one more among these."""
    if not used(session, ids).holds(made):
        raise Full
