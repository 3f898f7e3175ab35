"""What a sitting asks about favourites: which of five while there are more than six, then which of two.

The questions of a sitting are counted from 1 in the order in which they were asked, so that Takaisin can lead to each
of them and a new answer can take the place of the old one.
"""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from selkoapp.accounts.signins import Viewer
from selkoapp.interests.pairing.history import History, Kept, history_of
from selkoapp.interests.pairs.asked import Asked, Layout
from selkoapp.interests.pairs.choosing import next_pair, pairs_coming
from selkoapp.interests.pairs.narrowing import MOST_NARROWINGS, next_narrowing
from selkoapp.interests.sittings import ROOM, Open, open_sitting

LEAST_YES = 2  # fewer tasks make no pair
NONE = ""  # chosen, when none of five was


class Question(NamedTuple):
    """One question of the sitting. `layout` is None when one of up to five is to be chosen.

    `given` is what was pressed before; None for a question that has no answer yet. `place` of `of` is how far it is
    among the questions of its kind; of five pictures nobody knows beforehand how many questions there will be, so there
    `of` is the most.
    """

    number: int
    tasks: tuple[str, ...]
    layout: Layout | None
    given: str | None
    place: int
    of: int


class Now(NamedTuple):
    """Where a person is: what they have said so far, and the sitting that goes on, if any."""

    history: History
    sitting: Open | None

    @property
    def sitting_id(self) -> UUID | None:
        """The sitting that goes on; None before its first press."""
        return self.sitting.id if self.sitting else None

    @property
    def full(self) -> bool:
        """Whether the sitting has had all its presses, whatever was asked in it."""
        return bool(self.sitting) and self.sitting.full

    @property
    def answered(self) -> list[Kept]:
        """The questions that this sitting has asked, in their order."""
        said = [*self.history.picks, *self.history.pairs]
        return sorted((kept for kept in said if kept.said.sitting == self.sitting_id), key=lambda kept: kept.id)


def now_of(session: Session, person: Viewer) -> Now:
    """Where this person is now; five queries."""
    return Now(history_of(session, person.id), open_sitting(session, person))


def question(now: Now, number: int) -> Question | None:
    """The question with this number, answered or the one that comes next; None for any other."""
    answered = now.answered
    if 1 <= number <= len(answered):
        return _answered(now, answered, number)
    return coming(now) if number == len(answered) + 1 else None


def coming(now: Now) -> Question | None:
    """What this sitting asks next; None when it has asked enough."""
    if now.full:
        return None
    history, number = now.history, len(now.answered) + 1
    few = next_narrowing(history.yes, history.narrowed, now.sitting_id)
    if few:
        return Question(number, few, None, None, _so_far(history.picks, now.sitting_id) + 1, MOST_NARROWINGS)
    pair = next_pair(history.candidates, history.asked, now.sitting_id, history.today)
    if pair is None:
        return None
    place = _so_far(history.pairs, now.sitting_id) + 1
    return Question(number, (pair.left, pair.right), pair.layout, None, place, _pairs_in_all(now))


def _answered(now: Now, answered: Sequence[Kept], number: int) -> Question:
    kept = answered[number - 1]
    kind = type(kept.said)
    place = sum(isinstance(each.said, kind) for each in answered[:number])
    if isinstance(kept.said, Asked):
        return Question(number, tasks_of(kept), kept.said.layout, kept.said.chosen, place, _pairs_in_all(now))
    return Question(number, tasks_of(kept), None, kept.said.chosen or NONE, place, MOST_NARROWINGS)


def _pairs_in_all(now: Now) -> int:
    """How many pairs this sitting will have asked, as far as can be known; its presses may set an end sooner."""
    here = _so_far(now.history.pairs, now.sitting_id)
    left = ROOM - now.sitting.presses if now.sitting else ROOM
    return here + min(left, pairs_coming(now.history.candidates, now.history.asked, now.sitting_id))


def _so_far(kept: Sequence[Kept], sitting_id: UUID | None) -> int:
    return sum(each.said.sitting == sitting_id for each in kept)


def tasks_of(kept: Kept) -> tuple[str, ...]:
    """What was shown, as it stood."""
    return (kept.said.left, kept.said.right) if isinstance(kept.said, Asked) else kept.said.shown
