"""What a person has said about favourites so far: the yes-answers, which of five, and which of two.

Rows are only added. A question that was answered again in the same sitting, because the person went back to it, counts
once: where it was first asked, with the newest answer.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from selkoapp.interests import service, tasks
from selkoapp.interests.models import PairAnswer, Pick, Sitting, Value
from selkoapp.interests.pairs.asked import Asked, Choice, Layout
from selkoapp.interests.pairs.habits import Habits, habits
from selkoapp.interests.pairs.narrowing import Narrowing, candidates
from selkoapp.interests.pairs.standing import Standing, standing
from selkoapp.kernel import clock
from selkoapp.pictograms import catalogue


class Kept(NamedTuple):
    """A question that was answered, and the id of its first answer: the order in which everything was asked."""

    id: UUID
    said: Asked | Narrowing


class History(NamedTuple):
    """Everything that one person has said. `today`: the sittings of pairs that began today."""

    answers: service.Answers
    yes: tuple[str, ...]
    picks: tuple[Kept, ...]
    pairs: tuple[Kept, ...]
    today: frozenset[UUID]

    @property
    def narrowed(self) -> list[Narrowing]:
        """The answers to "which of these five?", in order."""
        return [kept.said for kept in self.picks]

    @property
    def asked(self) -> list[Asked]:
        """The pairs, in the order in which they were asked."""
        return [kept.said for kept in self.pairs]

    @property
    def candidates(self) -> tuple[str, ...]:
        """The at most six tasks between which pairs decide."""
        return candidates(self.yes, self.narrowed)

    @property
    def standing(self) -> Standing:
        """The favourites, the most wanted first, and what is not settled between them."""
        return standing(self.candidates, self.asked)

    @property
    def habits(self) -> Habits:
        """What a coach should know before trusting the answers."""
        return habits(self.asked, [latest.value for latest in self.answers.values()])


_PICKS = (
    select(Pick.id, Pick.sitting_id, Pick.offered, Pick.chosen).where(Pick.person_id == bindparam("person_id")).order_by(Pick.id)
)
_PAIRS = (
    select(
        PairAnswer.id,
        PairAnswer.sitting_id,
        PairAnswer.left,
        PairAnswer.right,
        PairAnswer.chosen,
        PairAnswer.layout,
        Sitting.began_at,
    )
    .join(Sitting, Sitting.id == PairAnswer.sitting_id)
    .where(PairAnswer.person_id == bindparam("person_id"))
    .order_by(PairAnswer.id)
)


def history_of(session: Session, person_id: UUID) -> History:
    """What this person has said; three queries. Callers give their own id, or one that accounts.people has let them see."""
    answers = service.latest(session, person_id)
    picks = session.execute(_PICKS, {"person_id": person_id}).all()
    pairs = session.execute(_PAIRS, {"person_id": person_id}).all()
    today = clock.today()
    return history_from(
        answers,
        ((row.id, Narrowing(tuple(row.offered.split()), row.chosen or None, row.sitting_id)) for row in picks),
        ((row.id, Asked(row.left, row.right, Choice(row.chosen), row.sitting_id, Layout(row.layout))) for row in pairs),
        frozenset(row.sitting_id for row in pairs if clock.local(row.began_at).date() == today),
    )


def history_from(
    answers: service.Answers,
    picks: Iterable[tuple[UUID, Narrowing]],
    pairs: Iterable[tuple[UUID, Asked]],
    today: frozenset[UUID] = frozenset(),
) -> History:
    """The same of what is at hand, with the id of each row, oldest first."""
    yes = in_lasting_order(task for task, latest in answers.items() if latest.value == Value.YES)
    return History(answers, yes, _counting(picks), _counting(pairs), today)


def in_lasting_order(wanted: Iterable[str]) -> tuple[str, ...]:
    """These tasks as the catalogue orders them, without what it no longer has; then those that an organisation added, by age."""
    every = list(wanted)
    ordered = sorted((task for task in every if task in _places()), key=_places().__getitem__)
    return (*ordered, *sorted(filter(tasks.is_added, every)))


@cache
def _places() -> Mapping[str, int]:
    every = (task.id for sector in tasks.sectors() for task in catalogue.tasks_of(sector.id))
    return {task: place for place, task in enumerate(every)}


def _counting(answered: Iterable[tuple[UUID, Asked | Narrowing]]) -> tuple[Kept, ...]:
    """One answer for each question of a sitting: the newest, in the place of the first."""
    counting: dict[tuple, Kept] = {}
    for row_id, said in answered:
        question = (said.sitting, _shown(said))
        first = counting.get(question)
        counting[question] = Kept(first.id if first else row_id, said)
    return tuple(counting.values())


def _shown(said: Asked | Narrowing) -> frozenset[str]:
    return frozenset(said.shown if isinstance(said, Narrowing) else (said.left, said.right))
