"""How well the pairs find favourites, and habits: simulated people press, and the service keeps and decides."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import NamedTuple

from sqlalchemy import update
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Organisation, Person, Role
from selkoapp.accounts.signins import Viewer
from selkoapp.interests import service, sittings
from selkoapp.interests.models import Sitting
from selkoapp.interests.pairing.history import History, history_of
from selkoapp.interests.pairing.questions import Question, coming, now_of
from selkoapp.interests.pairing.service import record
from selkoapp.interests.pairs.orders import BEST
from selkoapp.interests.pairs.standing import Standing
from selkoapp.interests.simulation import people as simulated
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id

PEOPLE = 200  # of each kind
SITTINGS = 3
SEED = 1951

KINDS: dict[str, Callable[[Random], simulated.Consistent]] = {
    "noise-free": lambda random: simulated.Consistent(random, 0.0),
    "consistent, 10 % noise": lambda random: simulated.Consistent(random, 0.1),
    "consistent, 20 % noise": lambda random: simulated.Consistent(random, 0.2),
    "10 % noise, on the scale too": lambda random: simulated.SlippingOnTheScale(random, 0.1),
    "says yes to all, 10 % noise": lambda random: simulated.YesSayer(random, 0.1),
    "says yes to all, noise-free": lambda random: simulated.YesSayer(random, 0.0),
    "left-sided, else 10 % noise": lambda random: simulated.LeftSided(random, 0.1),
    "random": lambda random: simulated.Random4(random, 0.0),
    "random, pictures only": lambda random: simulated.Random2(random, 0.0),
}


class Figures(NamedTuple):
    """What came of one kind of people. All but `presses` are shares from 0 to 1.

    `found`: of the true top three, after each sitting. The habits and what is settled are those after the last one.
    `flagged`: pressing one side, or contradicting. `settled_right`: how much of what is called settled is so.
    `presses`: the most of anybody in one sitting.
    """

    kind: str
    found: tuple[float, ...]
    sided: float
    says_yes: float
    contradicts: float
    flagged: float
    settled: float
    settled_right: float
    presses: int


class _Visitor:
    """One simulated person, from the first sitting on, and what stood after each."""

    def __init__(self, session: Session, organisation: Organisation, person: simulated.Consistent) -> None:
        row = Person(organisation_id=organisation.id, name="Simuloitu", role=Role.SEEKER, picture="person_a", language="fi")
        session.add(row)
        session.flush()
        self.session, self.person = session, person
        self.viewer = Viewer(row.id, row.organisation_id, row.role, row.name, row.picture, row.language, row.coach_id)
        self.stood: list[Standing] = []
        self.presses = 0

    def sit(self) -> None:
        """One sitting: tasks that have no answer, then which of five, then pairs, and whether it was answered alone."""
        presses = 1  # "Did you answer alone?" at the end
        if not self.stood:
            for task in simulated.TASKS:
                service.record_answer(self.session, self.viewer, task, self.person.answer(task), new_id())
            presses += len(simulated.TASKS)
        while asked := coming(now_of(self.session, self.viewer)):
            record(self.session, self.viewer, asked.tasks, asked.layout, self._pressed(asked), new_id())
            presses += 1
        sitting = sittings.open_sitting(self.session, self.viewer)
        if sitting:
            sittings.end_sitting(self.session, self.viewer, sitting.id)
        self.presses = max(self.presses, presses)
        self.stood.append(self.history.standing)

    @property
    def history(self) -> History:
        return history_of(self.session, self.viewer.id)

    def found(self) -> list[float]:
        """The share of the true top three among the best, after each sitting."""
        top = set(self.person.order[:BEST])
        return [len(top & set(stood.best)) / BEST for stood in self.stood]

    def settled(self) -> list[bool]:
        """For each of the best that is called settled whether it belongs there."""
        top = self.person.order[:BEST]
        return [place.task in top for place in self.stood[-1].places[:BEST] if place.settled]

    def _pressed(self, asked: Question) -> str:
        if asked.layout is None:
            return self.person.one_of(asked.tasks)
        return self.person.choose(*asked.tasks, asked.layout)


def measure(session: Session, kind: str, people: int = PEOPLE, seed: int = SEED) -> Figures:
    """The figures of so many people of a kind, each sitting on a day of its own. The same seed gives the same figures.

    `session` is that of a database made for this: the people are put into it. Nothing is committed.
    """
    random = Random(f"{seed} {kind}")  # noqa: S311 (nobody is to be kept from guessing it)
    organisation = Organisation(name="Simulaatio")
    session.add(organisation)
    session.flush()
    everyone = [_Visitor(session, organisation, KINDS[kind](random)) for _ in range(people)]
    for _day in range(SITTINGS):
        for each in everyone:
            each.sit()
        _pass_a_night(session)
    seen = [each.history.habits for each in everyone]
    sided = [bool(habit.side or habit.end) for habit in seen]
    found = zip(*(each.found() for each in everyone), strict=True)
    settled = [right for each in everyone for right in each.settled()]
    return Figures(
        kind,
        tuple(sum(shares) / people for shares in found),
        sided=sum(sided) / people,
        says_yes=sum(habit.says_yes for habit in seen) / people,
        contradicts=sum(habit.contradicts for habit in seen) / people,
        flagged=sum(one or habit.contradicts for one, habit in zip(sided, seen, strict=True)) / people,
        settled=len(settled) / (BEST * people),
        settled_right=sum(settled) / len(settled) if settled else 1.0,
        presses=max(each.presses for each in everyone),
    )


def _pass_a_night(session: Session) -> None:
    """Let every sitting so far be one of yesterday."""
    session.execute(update(Sitting).values(began_at=clock.now() - timedelta(days=1)))
