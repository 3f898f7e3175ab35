"""What do I want to do? The doors to everything that is asked about wishes."""

from typing import NamedTuple

from flask import Response, url_for
from flask_babel import lazy_gettext as _l

from selkoapp.accounts.guards import viewer
from selkoapp.interests import service, sittings, tryouts
from selkoapp.interests.blueprint import bp
from selkoapp.interests.practice import service as practice
from selkoapp.interests.tasks import sector_of
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import page


class Door(NamedTuple):
    """One picture of the hub: the page behind it, its words and its picture."""

    endpoint: str
    words: str
    picture: str


WORK = Door("interests.sectors", _l("Work"), "workplace")
# At most five, in an order that never changes by itself.
DOORS = (
    WORK,
    Door("interests.pairs", _l("Which do I want more?"), "choose_of_two"),
    Door("interests.conditions", _l("What kind of work do I want?"), "job_good"),
    Door("interests.skills", _l("What can I do?"), "can_by_myself"),
    Door("interests.own", _l("My own wish"), "own_wish"),
)


@bp.get("/wishes")
@access("seeker")
def wishes() -> Response:
    """The doors. Who has neither practised nor answered comes to the work by the practice round."""
    me = viewer()
    tried = next(iter(tryouts.waiting(db(), me.id)), None)
    at_home = practice.fitting(db(), me.id).told or service.latest(db(), me.id)
    first = "interests.sectors" if at_home else "interests.practice"
    return page(
        "interests/hub.html",
        doors=[(url_for(first if door is WORK else door.endpoint), door.words, door.picture) for door in DOORS],
        tried=tried,
        tried_url=url_for("interests.task", sector=sector_of(tried).id, task=tried) if tried else None,
        untold=sittings.untold(db(), me),
        back_url=url_for("home.home_page"),
    )
