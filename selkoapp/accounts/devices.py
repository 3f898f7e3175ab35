"""Where a person is signed in right now, so that they can see it and end it elsewhere."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Device, SignIn
from selkoapp.accounts.signins import Viewer, Visit, limits_of
from selkoapp.kernel import clock
from selkoapp.kernel.faults import NotFound


class SignedInDevice(NamedTuple):
    """One device on which the person is signed in. `id` is the sign-in's; `here` marks the device that asks."""

    id: UUID
    shared: bool | None
    kind: str
    seen_at: datetime
    here: bool


COMPUTERS = ("Windows", "X11", "CrOS")
ON_APPLE = ("CriOS", "FxiOS", "EdgiOS")  # other browsers on an iPad that calls itself a Macintosh
ON_MAC = ("Chrome/", "Firefox/")


def guess_kind(browser: str) -> str:
    """ "phone", "tablet" or "computer" by what the browser calls itself; "" where that does not tell.

    Safari of an iPad and Safari of a Macintosh call themselves the same: that is no guess worth making.
    """
    if "Android" in browser:
        return "phone" if "Mobile" in browser else "tablet"
    if "iPhone" in browser:
        return "phone"
    if "iPad" in browser or ("Macintosh" in browser and any(name in browser for name in ON_APPLE)):
        return "tablet"
    if any(name in browser for name in COMPUTERS):
        return "computer"
    return "computer" if "Macintosh" in browser and any(name in browser for name in ON_MAC) else ""


def signed_in_devices(session: Session, visit: Visit) -> list[SignedInDevice]:
    """The viewer's devices whose time is not up: this one first, then the most recently seen."""
    rows = session.execute(
        select(SignIn.id, Device.shared, Device.kind, SignIn.seen_at, SignIn.created_at)
        .join(Device, Device.id == SignIn.device_id)
        .where(SignIn.person_id == visit.viewer.id, SignIn.ended_at.is_(None))
        .order_by((SignIn.id == visit.id).desc(), SignIn.seen_at.desc())
    )
    moment = clock.now()
    return [
        SignedInDevice(row.id, row.shared, row.kind, row.seen_at, row.id == visit.id)
        for row in rows
        if limits_of(visit.viewer.role, row.shared).hold(row.seen_at, row.created_at, moment)
    ]


def sign_in_of(session: Session, viewer: Viewer, sign_in_id: UUID) -> UUID:
    """The id, if this sign-in is the viewer's own; NotFound for anyone else's and for none alike."""
    found = session.scalar(select(SignIn.id).where(SignIn.id == sign_in_id, SignIn.person_id == viewer.id))
    if found is None:
        raise NotFound
    return found
