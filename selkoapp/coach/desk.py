"""The coach's desk: the one blueprint of its pages, and the way between them."""

from flask import Blueprint, g
from flask_babel import lazy_gettext as _l

from selkoapp.accounts.models import Role

bp = Blueprint("coach", __name__, url_prefix="/coach")

INBOX = ("coach.inbox", _l("Messages"), "nav_message")
PEOPLE = ("coach.people", _l("People"), "group")
EVENTS = ("coach.event_list", _l("Events"), "nav_calendar")
PICTURES = ("pictograms.sheet", _l("Pictures"), "nav_pictures")
WAYS = {Role.COACH: (INBOX, PEOPLE, EVENTS, PICTURES), Role.COORDINATOR: (PEOPLE, PICTURES)}


@bp.app_context_processor
def desk_ways() -> dict:
    """The main links of a staff page, by what its reader does."""
    return {"desk_ways": WAYS.get(g.viewer.role, ()) if g.get("viewer") else ()}
