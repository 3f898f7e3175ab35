"""Practice rounds and the scale that fits. A round can rest: it goes on where it stopped."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from selkoapp.accounts.signins import Viewer
from selkoapp.interests.models import Practice, Scale
from selkoapp.interests.practice import rounds


class Round(NamedTuple):
    """The round that goes on: what it offers and what was pressed so far. `id` is None before the first press."""

    id: UUID | None
    scale: Scale
    said: tuple[str, ...]


class Fitting(NamedTuple):
    """The scale that fits now; whether somebody chose it, and whether a round or a choice has told it at all.

    `simpler` says that the newest round has just made it so.
    """

    scale: Scale
    chosen: bool = False
    told: bool = False
    simpler: bool = False


_NEWEST = (
    select(Practice.id, Practice.scale, Practice.said, Practice.chosen)
    .where(Practice.person_id == bindparam("person"), Practice.done == bindparam("done"))
    .order_by(Practice.id.desc())
    .limit(1)
)


def fitting(session: Session, person_id: UUID) -> Fitting:
    """What fits this person now; three answers before any practice."""
    rounds_done = session.execute(_NEWEST.limit(2), {"person": person_id, "done": True}).all()
    if not rounds_done:
        return Fitting(Scale.THREE)
    newest, before = rounds_done[0], Scale(rounds_done[-1].scale) if rounds_done[1:] else Scale.THREE
    simpler = not newest.chosen and rounds.SIMPLER.get(before) == newest.scale
    return Fitting(Scale(newest.scale), newest.chosen, True, simpler)


def scale_of(session: Session, person_id: UUID) -> Scale:
    """How many answers to offer this person."""
    return fitting(session, person_id).scale


def round_of(session: Session, person_id: UUID) -> Round:
    """The round that goes on, or the one that would begin now."""
    resting = session.execute(_NEWEST, {"person": person_id, "done": False}).one_or_none()
    if resting:
        return Round(resting.id, Scale(resting.scale), tuple(resting.said.split()))
    return Round(None, rounds.scale_of_round(scale_of(session, person_id)), ())


def say(session: Session, person: Viewer, number: int, answer: str) -> None:
    """Keep the answer to one page of the round; the last one ends it.

    An answer to an earlier page takes back what came after it, unless it is the same: the same press sent twice is one.
    What the page does not offer changes nothing.
    """
    going_on = round_of(session, person.id)
    step = rounds.step(going_on.scale, going_on.said, number)
    if step is None or answer not in step.answers or answer == step.given:
        return
    said = (*going_on.said[: number - 1], answer)
    if len(said) < rounds.STEPS:
        _keep(session, person, going_on, going_on.scale, said, done=False)
        return
    now = fitting(session, person.id)
    scale = now.scale if now.chosen else rounds.scale_after(going_on.scale, said)
    _keep(session, person, going_on, scale, said, done=True, chosen=now.chosen)


def _keep(
    session: Session, person: Viewer, going_on: Round, scale: Scale, said: Sequence[str], *, done: bool, chosen: bool = False
) -> None:
    values = {"scale": scale, "said": " ".join(said), "done": done, "chosen": chosen}
    if going_on.id:
        session.execute(update(Practice).where(Practice.id == going_on.id).values(values))
    else:
        session.add(Practice(person_id=person.id, **values))
        session.flush()


def skip(session: Session, person: Viewer) -> None:
    """The person wants no practice now: nothing changes, and it is not offered by itself again."""
    now = fitting(session, person.id)
    session.add(Practice(person_id=person.id, scale=now.scale, chosen=now.chosen, done=True))
    session.flush()


def choose_scale(session: Session, person: Viewer, scale: Scale) -> None:
    """The person or a supporter decides how to answer: no practice changes it from now on."""
    session.add(Practice(person_id=person.id, scale=scale, chosen=True, done=True))
    session.flush()
