"""Everything that one person has told of their wishes, read by one query: pages that show all of it may ask little."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    String,
    Uuid,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from selkoapp.interests.models import Answer, PairAnswer, Pick, Sitting
from selkoapp.interests.wish_models import ConditionAnswer, OwnWish, Sharing, SkillAnswer, Tryout


class Kind(StrEnum):
    """What an entry is."""

    ANSWER = "answer"
    PAIR = "pair"
    PICK = "pick"
    CONDITION = "condition"
    SKILL = "skill"
    OWN = "own"
    TRYOUT = "tryout"
    SHARING = "sharing"


class Entry(NamedTuple):
    """One row of any of the tables.

    `about` is the task, question or skill, for pairs and picks all that was shown, by spaces; of an own wish its words.
    `said` is the answer; of an own wish the language, of sharing "on" or "off". `more` is the layout of a pair, the way
    in which an own wish was told (a picture) or the place of a try-out. `setting` and `helper` tell how it was answered.
    """

    kind: str
    id: UUID
    about: str
    said: str
    more: str
    setting: str
    helper: str
    sitting_id: UUID | None
    at: datetime
    day: date | None


_SHOWN_AS = case((OwnWish.sound_id.is_not(None), "nav_voice"), (OwnWish.photo_id.is_not(None), "nav_photo"), else_="nav_write")

_NO_DAY = cast(null(), Date)


def _text(words: Any) -> ColumnElement:
    return cast(literal(words) if isinstance(words, str) else words, String)


def _entries(kind: Kind, table: Any, about: Any, said: Any, *, more: Any = "", setting: Any = None, day: Any = _NO_DAY) -> Select:
    """The rows of one table as entries of this person. `setting` for tables whose rows belong to sittings."""
    sat = setting is not None
    chosen = select(
        _text(kind.value).label("kind"),
        table.id.label("id"),
        _text(about).label("about"),
        _text(said).label("said"),
        _text(more).label("more"),
        _text(func.coalesce(setting, "") if sat else "").label("setting"),
        _text(func.coalesce(Sitting.helper, "") if sat else "").label("helper"),
        (table.sitting_id if sat else cast(null(), Uuid)).label("sitting_id"),
        table.at.label("at"),
        day.label("day"),
    ).where(table.person_id == bindparam("person_id"))
    return chosen.outerjoin(Sitting, Sitting.id == table.sitting_id) if sat else chosen


_OF_ANSWER = func.coalesce(func.nullif(Answer.setting, ""), Sitting.setting)
_PAIR = PairAnswer.left + " " + PairAnswer.right
_ALL = union_all(
    _entries(Kind.ANSWER, Answer, Answer.concept_id, Answer.value, setting=_OF_ANSWER),
    _entries(Kind.PAIR, PairAnswer, _PAIR, PairAnswer.chosen, more=PairAnswer.layout, setting=Sitting.setting),
    _entries(Kind.PICK, Pick, Pick.offered, Pick.chosen, setting=Sitting.setting),
    _entries(Kind.CONDITION, ConditionAnswer, ConditionAnswer.condition, ConditionAnswer.value, setting=Sitting.setting),
    _entries(Kind.SKILL, SkillAnswer, SkillAnswer.skill, SkillAnswer.value, setting=Sitting.setting),
    _entries(Kind.OWN, OwnWish, OwnWish.text, OwnWish.language, more=_SHOWN_AS).where(OwnWish.removed_at.is_(None)),
    _entries(Kind.TRYOUT, Tryout, Tryout.concept_id, "", more=Tryout.place, day=Tryout.day),
    _entries(Kind.SHARING, Sharing, "", case((Sharing.shared, "on"), else_="off")),
).subquery()
_JOURNAL = select(_ALL).order_by(_ALL.c.id)


def journal(session: Session, person_id: UUID) -> list[Entry]:
    """All entries, oldest first. Callers give their own id, or one that accounts.people has let them see."""
    return [Entry(*row) for row in session.execute(_JOURNAL, {"person_id": person_id})]
