"""What the people of the story want: answers in sittings, pairs, conditions, skills, own wishes, and what happens next."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person
from selkoapp.interests.models import Answer, NextStep, PairAnswer, Practice, Scale, Setting, Sitting, Value
from selkoapp.interests.pairs.asked import Layout
from selkoapp.interests.wish_models import ConditionAnswer, OwnWish, SkillAnswer
from selkoapp.kernel import clock
from selkoapp.kernel.db import Base
from selkoapp.seeds import story
from selkoapp.seeds.cast import id_at, key_of, moment


def put_wishes(session: Session, cast: dict[str, Person]) -> None:
    """Everything about wishes that is not there yet."""
    for seeker in story.WISHES:
        _put_sittings(session, seeker, cast[seeker].id)
    _put_next_steps(session, cast)
    session.flush()


def _put_sittings(session: Session, seeker: str, person: UUID) -> None:
    """A practice round long ago, then one sitting a turn. Whoever has answers of the story already has all of it."""
    if session.scalar(select(Answer.id).where(Answer.person_id == person).limit(1)):
        return
    practised = moment(13, "14.00")
    session.add(Practice(id=id_at(practised, 0), person_id=person, scale=Scale.THREE, done=True, at=practised))
    tasks = story.WISHES[seeker]
    for turn in range(max(map(len, tasks.values()))):
        sitting = _sitting(session, seeker, person, turn, moment(12 - 3 * turn, "14.55"))
        for place, (task, values) in enumerate(tasks.items()):
            if turn < len(values):
                answer = {"concept_id": task, "value": Value(values[turn])}
                _add(session, Answer, (seeker, task, turn), person, sitting, moment(12 - 3 * turn, f"15.{place:02d}"), **answer)
    if len(story.SITTINGS[seeker]) > turn + 1:
        sitting = _sitting(session, seeker, person, turn + 1, moment(5, "14.55"))
    _put_more(session, seeker, person, sitting)


def _put_more(session: Session, seeker: str, person: UUID, sitting: UUID) -> None:
    """What was asked beside tasks, all in one sitting, and a wish in own words."""
    for place, (left, right, chosen) in enumerate(story.PAIRS.get(seeker, ())):
        pair = {"left": left, "right": right, "chosen": chosen, "layout": Layout.SIDE}
        _add(session, PairAnswer, (seeker, "pair", place), person, sitting, moment(5, f"15.{place:02d}"), **pair)
    themes = ((ConditionAnswer, "condition", story.CONDITIONS, 10), (SkillAnswer, "skill", story.SKILLS, 30))
    for table, column, told, minute in themes:
        for place, (question, value) in enumerate(told.get(seeker, {}).items()):
            said = {column: question, "value": value}
            at = moment(5, f"15.{minute + place:02d}")
            _add(session, table, (seeker, question), person, sitting, at, **said)
    if seeker in story.OWN_WISHES:
        text, language = story.OWN_WISHES[seeker]
        at, key = moment(4, "10.00"), key_of("own", seeker)
        session.add(OwnWish(id=id_at(at, 0), person_id=person, text=text, language=language, key=key, at=at))


def _sitting(session: Session, seeker: str, person: UUID, number: int, at: datetime) -> UUID:
    """The sitting with this number in the story."""
    helper = story.SITTINGS[seeker][number]
    made = Sitting(
        id=id_at(at, 0), person_id=person, began_at=at, ended_at=at + timedelta(minutes=40),
        setting=Setting.HELPED if helper else Setting.ALONE, helper=helper,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made.id


def _add(session: Session, table: type[Base], name: tuple, person: UUID, sitting: UUID, at: datetime, **values: object) -> None:
    key = key_of("answer", *name)
    session.add(table(id=id_at(at, 0), person_id=person, sitting_id=sitting, key=key, at=at, **values))


def _put_next_steps(session: Session, cast: dict[str, Person]) -> None:
    for place, (seeker, (picture, text, language, days, who)) in enumerate(story.NEXT_STEPS.items()):
        person = cast[seeker]
        if session.scalar(select(NextStep.id).where(NextStep.person_id == person.id).limit(1)) is None:
            day = clock.today() + timedelta(days=days)
            session.add(
                NextStep(
                    id=id_at(moment(3, "9.00"), place), person_id=person.id, picture=picture, text=text, language=language,
                    day=day, who_id=cast[who].id, made_by=person.coach_id,
                )
            )  # fmt: skip
