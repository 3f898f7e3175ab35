"""What all that a person has told adds up to: favourites, conditions, skills, own wishes, and how sure each answer is.

Pure functions of a journal: they ask the database nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from selkoapp.interests.mine.journal import Entry, Kind
from selkoapp.interests.models import Setting, Value
from selkoapp.interests.pairing.history import History, history_from
from selkoapp.interests.pairs.asked import Asked, Choice, Layout
from selkoapp.interests.pairs.habits import heard
from selkoapp.interests.pairs.narrowing import Narrowing
from selkoapp.interests.service import Answers, Change, add_up
from selkoapp.kernel import clock

TOP = 5
BOTH, SKIP = "both", "skip"


class OwnWord(NamedTuple):
    """An own wish: its words if it has any, and the picture of the way in which it was told."""

    id: UUID
    text: str
    language: str
    picture: str
    at: datetime


class Tried(NamedTuple):
    """A task that the person has tried, on which day and where; the answer before it, and the first one since."""

    task: str
    day: date
    place: str
    before: Value | None
    since: Value | None


class Trust(NamedTuple):
    """How sure an answer is.

    `times` counts the sittings in a row that ended with this same answer. `paired` is None when the task was in no
    pair that tells of wishes, else whether its place among the favourites is settled by choices made again.
    """

    task: str
    value: Value
    times: int
    setting: str
    helper: str
    changed: Change | None
    paired: bool | None


class Difference(NamedTuple):
    """A task that was answered in one way alone and in another with somebody there; each the newest of its kind."""

    task: str
    alone: Value
    helped: Value
    helper: str


@dataclass(frozen=True)
class Told:
    """Everything that one person has told, in the order in which it was told."""

    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Told":
        """All of a journal."""
        return cls(tuple(entries))

    def _of(self, kind: Kind) -> Iterable[Entry]:
        return (entry for entry in self.entries if entry.kind == kind)

    @cached_property
    def shared(self) -> bool:
        """Whether the own coach may see it: the newest decision, else yes."""
        return [True, *(entry.said == "on" for entry in self._of(Kind.SHARING))][-1]

    @cached_property
    def _counted(self) -> tuple[Answers, list[Change]]:
        return add_up((entry.about, entry.said, entry.at) for entry in self._of(Kind.ANSWER))

    @property
    def answers(self) -> Answers:
        """What counts now for each task."""
        return self._counted[0]

    @property
    def changes(self) -> list[Change]:
        """The last change of each task whose answer has changed, newest first."""
        return self._counted[1]

    @cached_property
    def history(self) -> History:
        """What was said between two, and of five."""
        picks = (
            (each.id, Narrowing(tuple(each.about.split()), each.said or None, each.sitting_id)) for each in self._of(Kind.PICK)
        )
        pairs = (
            (each.id, Asked(*each.about.split(), Choice(each.said), each.sitting_id, Layout(each.more)))
            for each in self._of(Kind.PAIR)
        )
        return history_from(self.answers, picks, pairs)

    @cached_property
    def top(self) -> tuple[str, ...]:
        """At most five tasks: as the pairs set them, then the newest yes-answers."""
        placed = [place.task for place in self.history.standing.places] if self.history.pairs else []
        newest = sorted(self.history.yes, key=lambda task: self.answers[task].at, reverse=True)
        return tuple(dict.fromkeys([*placed, *newest]))[:TOP]

    @cached_property
    def conditions(self) -> Mapping[str, str]:
        """How the work should be: the newest answer to each question; "both" is one, a skip is none."""
        return _newest(self._of(Kind.CONDITION))

    @cached_property
    def skills(self) -> Mapping[str, str]:
        """The newest answer about each skill."""
        return _newest(self._of(Kind.SKILL))

    @cached_property
    def own(self) -> list[OwnWord]:
        """The wishes told in the person's own way, newest first."""
        found = [OwnWord(each.id, each.about, each.said, each.more, each.at) for each in self._of(Kind.OWN)]
        return found[::-1]

    @cached_property
    def tried(self) -> list[Tried]:
        """What was tried, newest first."""
        return [_tried(each, self.given.get(each.about, [])) for each in self._of(Kind.TRYOUT)][::-1]

    @cached_property
    def given(self) -> Mapping[str, list[Entry]]:
        """Every answer to each task, oldest first, without skips."""
        found: dict[str, list[Entry]] = {}
        for entry in self._of(Kind.ANSWER):
            if entry.said != Value.SKIP:
                found.setdefault(entry.about, []).append(entry)
        return found

    @cached_property
    def trust(self) -> Mapping[str, Trust]:
        """How sure the answer to each task is."""
        changed = {change.concept: change for change in self.changes}
        asked = {task for pair in heard(self.history.asked) for task in (pair.left, pair.right)}
        return {
            task: _trust(task, given, changed.get(task), task in self.checked if task in asked else None)
            for task, given in self.given.items()
        }

    @cached_property
    def checked(self) -> frozenset[str]:
        """The tasks whose place among the favourites is settled by a choice that was made again."""
        chosen = Counter((pair.winner, pair.loser) for pair in heard(self.history.asked) if pair.winner)
        again = {task for (won, lost), times in chosen.items() if times - chosen[lost, won] > 1 for task in (won, lost)}
        return frozenset(place.task for place in self.history.standing.places if place.settled and place.task in again)

    @cached_property
    def differences(self) -> list[Difference]:
        """Where the answers alone and with help differ, in the order in which the tasks were first answered."""
        return [found for task, given in self.given.items() if (found := _difference(task, given))]


def _newest(entries: Iterable[Entry]) -> dict[str, str]:
    return {entry.about: entry.said for entry in entries if entry.said != SKIP}


def _tried(entry: Entry, given: list[Entry]) -> Tried:
    before = [Value(each.said) for each in given if each.id < entry.id]
    since = [Value(each.said) for each in given if each.id > entry.id]
    return Tried(entry.about, entry.day, entry.more, before[-1] if before else None, since[0] if since else None)


def _trust(task: str, given: list[Entry], changed: Change | None, paired: bool | None) -> Trust:
    now, times = given[-1], 0
    for said in reversed(_by_sitting(given)):
        if said != now.said:
            break
        times += 1
    return Trust(task, Value(now.said), times, now.setting, now.helper, changed, paired)


def _by_sitting(given: list[Entry]) -> list[str]:
    """The last answer of each sitting; answers from before sittings were kept go by their day."""
    return list({entry.sitting_id or clock.local(entry.at).date(): entry.said for entry in given}.values())


def _difference(task: str, given: list[Entry]) -> Difference | None:
    newest = {entry.setting: entry for entry in given}
    alone, helped = newest.get(Setting.ALONE), newest.get(Setting.HELPED)
    if alone is None or helped is None or alone.said == helped.said:
        return None
    return Difference(task, Value(alone.said), Value(helped.said), helped.helper)
