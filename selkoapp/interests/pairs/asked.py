"""A question with two pictures, and what a person chose."""

from collections.abc import Hashable
from enum import StrEnum
from typing import NamedTuple


class Choice(StrEnum):
    """What a person can press under two pictures. One above the other, LEFT is the upper one."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NEITHER = "neither"


class Layout(StrEnum):
    """How the two pictures stand."""

    SIDE = "side"
    STACKED = "stacked"


class Pair(NamedTuple):
    """Two tasks to choose between. One above the other, `left` is the upper one."""

    left: str
    right: str
    layout: Layout


class Asked(NamedTuple):
    """A pair that was asked, and the press. Sittings are only compared for being the same one."""

    left: str
    right: str
    chosen: Choice
    sitting: Hashable
    layout: Layout

    @property
    def winner(self) -> str | None:
        """The chosen task; None when both or neither was pressed."""
        return {Choice.LEFT: self.left, Choice.RIGHT: self.right}.get(self.chosen)

    @property
    def loser(self) -> str | None:
        """The task that was not chosen; None when both or neither was pressed."""
        return {Choice.LEFT: self.right, Choice.RIGHT: self.left}.get(self.chosen)

    def is_about(self, one: str, other: str) -> bool:
        """Whether these two tasks stood beside each other, on whichever sides."""
        return {self.left, self.right} == {one, other}
