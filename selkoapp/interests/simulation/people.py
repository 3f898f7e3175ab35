"""Simulated people who know what they want and press more or less accordingly: with them the pairs are measured."""

from collections.abc import Sequence
from random import Random

from selkoapp.interests import tasks
from selkoapp.interests.models import Value
from selkoapp.interests.pairs.asked import Choice, Layout

TASKS = tuple(task.id for task in tasks.tasks_of(tasks.sector("sector_kitchen")))[:12]
WANTED = 6


class Consistent:
    """Wants six of twelve tasks, in an order of their own; a press between pictures goes wrong with this probability."""

    def __init__(self, random: Random, noise: float) -> None:
        self.random, self.noise = random, noise
        self.order = random.sample(TASKS, len(TASKS))  # the most wanted first

    def answer(self, task: str) -> Value:
        """What is pressed under "Do you want to …?"."""
        if task in self.order[:WANTED]:
            return Value.YES
        return self.random.choice((Value.MAYBE, Value.NO))

    def one_of(self, shown: Sequence[str]) -> str:
        """Which of some pictures is pressed."""
        best = min(shown, key=self.order.index)
        return self.random.choice([task for task in shown if task != best]) if self._slips() else best

    def choose(self, left: str, right: str, layout: Layout) -> Choice:
        """What is pressed under two pictures."""
        left_is_better = self.order.index(left) < self.order.index(right)
        return Choice.LEFT if left_is_better != self._slips() else Choice.RIGHT

    def _slips(self) -> bool:
        return self.random.random() < self.noise


class SlippingOnTheScale(Consistent):
    """A press under "Do you want to …?" goes wrong, too: a yes for a no, a no for a yes."""

    def answer(self, task: str) -> Value:
        """What is pressed under "Do you want to …?"."""
        if self._slips():
            return Value.NO if task in self.order[:WANTED] else Value.YES
        return super().answer(task)


class YesSayer(Consistent):
    """Says yes to every task. Between pictures yes cannot be said: there the wishes show."""

    def answer(self, task: str) -> Value:
        """Yes."""
        return Value.YES


class LeftSided(Consistent):
    """Presses the left of two pictures, but for one time in twenty. One above the other, the wishes show."""

    def choose(self, left: str, right: str, layout: Layout) -> Choice:
        """What is pressed under two pictures."""
        if layout == Layout.SIDE and self.random.random() < 0.95:
            return Choice.LEFT
        return super().choose(left, right, layout)


class Random4(Consistent):
    """Presses any of the four buttons under two pictures."""

    def choose(self, left: str, right: str, layout: Layout) -> Choice:
        """Any press."""
        return self.random.choice(list(Choice))


class Random2(Consistent):
    """Presses any of the two pictures, never "both" or "neither"."""

    def choose(self, left: str, right: str, layout: Layout) -> Choice:
        """Any picture."""
        return self.random.choice((Choice.LEFT, Choice.RIGHT))
