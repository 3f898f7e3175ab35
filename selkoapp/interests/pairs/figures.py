"""How well the pairs find favourites, and habits: simulated people go through the same functions as people do."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from selkoapp.interests.models import Value
from selkoapp.interests.pairs import simulated
from selkoapp.interests.pairs.asked import MOST_PRESSES, Asked
from selkoapp.interests.pairs.choosing import next_pair
from selkoapp.interests.pairs.habits import Habits, habits
from selkoapp.interests.pairs.narrowing import Narrowing, candidates, next_narrowing
from selkoapp.interests.pairs.orders import BEST
from selkoapp.interests.pairs.standing import Standing, standing

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


class _Sittings:
    """One simulated person, from the first sitting on."""

    def __init__(self, person: simulated.Consistent) -> None:
        self.person = person
        self.answers: dict[str, Value] = {}
        self.narrowed: list[Narrowing] = []
        self.asked: list[Asked] = []
        self.stood: list[Standing] = []
        self.presses = 0

    def sit(self, sitting: int) -> None:
        """One sitting: tasks that have no answer, then which of five, then pairs, and whether it was answered alone."""
        presses = 1  # "Did you answer alone?" at the end
        for task in simulated.TASKS:
            if task not in self.answers:
                self.answers[task] = self.person.answer(task)
                presses += 1
        while presses < MOST_PRESSES and (self._narrow(sitting) or self._pair(sitting)):
            presses += 1
        self.presses = max(self.presses, presses)
        self.stood.append(standing(self.candidates, self.asked))

    @property
    def yes(self) -> list[str]:
        return [task for task, value in self.answers.items() if value == Value.YES]

    @property
    def candidates(self) -> tuple[str, ...]:
        return candidates(self.yes, self.narrowed)

    @property
    def habits(self) -> Habits:
        return habits(self.asked, self.answers.values())

    def found(self) -> list[float]:
        """The share of the true top three among the best, after each sitting."""
        top = set(self.person.order[:BEST])
        return [len(top & set(stood.best)) / BEST for stood in self.stood]

    def settled(self) -> list[bool]:
        """For each of the best that is called settled whether it belongs there."""
        top = self.person.order[:BEST]
        return [place.task in top for place in self.stood[-1].places[:BEST] if place.settled]

    def _narrow(self, sitting: int) -> bool:
        shown = next_narrowing(self.yes, self.narrowed, sitting)
        if shown is None:
            return False
        self.narrowed.append(Narrowing(shown, self.person.one_of(shown), sitting))
        return True

    def _pair(self, sitting: int) -> bool:
        pair = next_pair(self.candidates, self.asked, sitting)
        if pair is None:
            return False
        self.asked.append(Asked(pair.left, pair.right, self.person.choose(pair), sitting, pair.layout))
        return True


def measure(kind: str, people: int = PEOPLE, seed: int = SEED) -> Figures:
    """The figures of so many people of a kind. The same seed gives the same figures."""
    random = Random(f"{seed} {kind}")  # noqa: S311 (nobody is to be kept from guessing it)
    everyone = [_Sittings(KINDS[kind](random)) for _ in range(people)]
    for each in everyone:
        for sitting in range(SITTINGS):
            each.sit(sitting)
    seen = [each.habits for each in everyone]
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
