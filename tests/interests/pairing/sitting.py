"""Somebody who knows what they want, at the pairs, through the service."""

from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from selkoapp.interests import service
from selkoapp.interests.models import Value
from selkoapp.interests.pairing.questions import NONE, Question, coming, now_of
from selkoapp.interests.pairing.service import record
from selkoapp.interests.pairs.asked import Choice
from selkoapp.interests.sittings import end_sitting, open_sitting
from selkoapp.kernel.db import new_id
from tests.world import Named

SIX = ("sweep_floor", "mop_floor", "wash_windows", "bake", "wash_dishes", "stock_shelves")  # the most wanted first


def say_yes(session: Session, named: Named, tasks: Sequence[str] = SIX) -> None:
    for task in tasks:
        service.record_answer(session, named.viewer, task, Value.YES, new_id())
    sitting = open_sitting(session, named.viewer)
    if sitting:
        end_sitting(session, named.viewer, sitting.id)


def by_wish(wishes: Sequence[str]) -> Callable[[Question], str]:
    """Chooses what stands earlier in these wishes."""

    def choose(question: Question) -> str:
        best = min(question.tasks, key=wishes.index)
        if question.layout is None:
            return best
        return Choice.LEFT if best == question.tasks[0] else Choice.RIGHT

    return choose


def nothing(question: Question) -> str:
    return Choice.NEITHER if question.layout else NONE


def press(session: Session, named: Named, question: Question, chosen: str) -> None:
    record(session, named.viewer, question.tasks, question.layout, chosen, new_id())


def sit(session: Session, named: Named, choose: Callable[[Question], str]) -> list[Question]:
    """One whole sitting, until it asks nothing more. Returns what was asked."""
    asked = []
    while question := coming(now_of(session, named.viewer)):
        press(session, named, question, choose(question))
        asked.append(question)
    sitting = open_sitting(session, named.viewer)
    if sitting:
        end_sitting(session, named.viewer, sitting.id)
    return asked
