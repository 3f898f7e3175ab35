"""Who is in a group. Every look-up starts from the one who looks."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session, aliased

from selkoapp.accounts.models import Person
from selkoapp.accounts.people import seekers_seen_by
from selkoapp.accounts.signins import Viewer
from selkoapp.groups.models import Group, Membership
from selkoapp.kernel import clock
from selkoapp.kernel.faults import NotFound


class GroupSeen(NamedTuple):
    """A group with the number of its members."""

    id: UUID
    name: str
    picture: str
    members: int


class OtherMember(NamedTuple):
    """A member whom another coach helps."""

    name: str
    picture: str
    coach_name: str


def ids_of(person_id: UUID, leads: bool | None = None) -> Select:
    """The ids of the groups in which this person is now; `leads` asks only for led or only for joined ones."""
    ids = select(Membership.group_id).where(Membership.person_id == person_id, Membership.until.is_(None))
    return ids if leads is None else ids.where(Membership.leads.is_(leads))


def led_groups(session: Session, coach: Viewer) -> list[GroupSeen]:
    """The groups that the coach leads, by name."""
    count = (
        select(func.count())
        .select_from(Membership)
        .where(Membership.group_id == Group.id, Membership.leads.is_(False), Membership.until.is_(None))
        .scalar_subquery()
    )
    rows = session.execute(
        select(Group.id, Group.name, Group.picture, count).where(Group.id.in_(ids_of(coach.id, leads=True))).order_by(Group.name)
    )
    return [GroupSeen(*row) for row in rows]


def led_group(session: Session, coach: Viewer, group_id: UUID) -> Group:
    """One of them; NotFound for any other and for none alike."""
    group = session.scalar(select(Group).where(Group.id == group_id, Group.id.in_(ids_of(coach.id, leads=True))))
    if group is None:
        raise NotFound
    return group


def make_group(session: Session, coach: Viewer, name: str, members: Collection[UUID]) -> Group:
    """A new group that this coach leads, with these of the coach's own seekers in it. Others are left out."""
    group = Group(organisation_id=coach.organisation_id, name=name)
    session.add(group)
    session.flush()
    session.add(Membership(group_id=group.id, person_id=coach.id, leads=True, shown=True))
    set_members(session, coach, group, members)
    return group


def set_members(session: Session, coach: Viewer, group: Group, members: Collection[UUID]) -> None:
    """Put exactly these of the coach's own seekers into the group. Members who are other coaches' seekers stay as they are."""
    own = set(session.scalars(seekers_seen_by(coach).with_only_columns(Person.id)))
    known = {m.person_id: m for m in session.scalars(select(Membership).where(Membership.group_id == group.id))}
    for person in own:
        membership = known.get(person)
        if person in members and membership is None:
            session.add(Membership(group_id=group.id, person_id=person))
        elif membership is not None:
            membership.until = None if person in members else membership.until or clock.now()
    session.flush()


def member_ids(session: Session, group_id: UUID) -> set[UUID]:
    """Who is in the group now, without those who lead it."""
    found = select(Membership.person_id).where(
        Membership.group_id == group_id, Membership.leads.is_(False), Membership.until.is_(None)
    )
    return set(session.scalars(found))


def join(session: Session, coach: Viewer, group_id: UUID, person_id: UUID) -> None:
    """Put one of the coach's own seekers into a group that the coach leads; the others stay as they are."""
    group = led_group(session, coach, group_id)
    set_members(session, coach, group, member_ids(session, group.id) | {person_id})


def others_in(session: Session, coach: Viewer, group: Group) -> list[OtherMember]:
    """The members whom other coaches help, by name: the coach sees that they are there, and cannot take them out."""
    helper = aliased(Person)
    rows = session.execute(
        select(Person.name, Person.picture, func.coalesce(helper.name, ""))
        .join(Membership, Membership.person_id == Person.id)
        .outerjoin(helper, helper.id == Person.coach_id)
        .where(Membership.group_id == group.id, Membership.leads.is_(False), Membership.until.is_(None))
        .where(Person.disabled_at.is_(None), Person.coach_id.is_distinct_from(coach.id))
        .order_by(Person.name, Person.id)
    )
    return [OtherMember(*row) for row in rows]


def shows_me(session: Session, viewer: Viewer, group_id: UUID) -> bool:
    """Whether the viewer lets the others of this group see name and picture. NotFound when not a member."""
    shown = session.scalar(
        select(Membership.shown).where(
            Membership.group_id == group_id, Membership.person_id == viewer.id, Membership.until.is_(None)
        )
    )
    if shown is None:
        raise NotFound
    return shown


def show_me(session: Session, viewer: Viewer, group_id: UUID, shown: bool) -> None:
    """Let the group see the viewer's name and picture, or no longer."""
    shows_me(session, viewer, group_id)
    session.execute(
        update(Membership).where(Membership.group_id == group_id, Membership.person_id == viewer.id).values(shown=shown)
    )
