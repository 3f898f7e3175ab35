"""The coach's desk: the one blueprint of its pages, and the way between them."""

from typing import NamedTuple

from flask import Blueprint, g
from flask_babel import lazy_gettext as _l

from selkoapp.accounts.models import Role

DESK = "/coach"
bp = Blueprint("coach", __name__, url_prefix=DESK)


class Way(NamedTuple):
    """One main link: where it leads, its word and picture, its own path, and the paths of the pages that belong to it."""

    endpoint: str
    words: str
    picture: str
    path: str
    beneath: tuple[str, ...]

    def current(self, path: str) -> str:
        """What `aria-current` says on the page at this path: "page", "true" for a page that belongs here, or ""."""
        if path == self.path:
            return "page"
        return "true" if path.startswith(self.beneath) else ""


INBOX = Way("coach.inbox", _l("Messages"), "nav_message", DESK, (f"{DESK}/threads/",))
PEOPLE = Way("coach.people", _l("People"), "group", f"{DESK}/people", (f"{DESK}/people/", f"{DESK}/cards", f"{DESK}/tasks"))
EVENTS = Way("coach.event_list", _l("Events"), "nav_calendar", f"{DESK}/events", (f"{DESK}/events/", f"{DESK}/groups/"))
PICTURES = Way("pictograms.sheet", _l("Pictures"), "nav_pictures", f"{DESK}/pictograms", (f"{DESK}/pictograms/",))
STAFF = Way("coach.staff_list", _l("Coaches"), "coach", f"{DESK}/staff", (f"{DESK}/staff/",))
WAYS = {Role.COACH: (INBOX, PEOPLE, EVENTS, PICTURES), Role.COORDINATOR: (PEOPLE, STAFF, PICTURES)}


@bp.app_context_processor
def desk_ways() -> dict:
    """The main links of a staff page, by what its reader does."""
    return {"desk_ways": WAYS.get(g.viewer.role, ()) if g.get("viewer") else ()}
