"""The meetings of the groups that a coach leads: the list, a new one, and who comes."""

from uuid import UUID

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards
from selkoapp.coach.desk import bp
from selkoapp.events import service as events
from selkoapp.events.forms import EventForm
from selkoapp.groups import service as groups
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import options, parse_id
from selkoapp.kernel.pages import go, page


@bp.get("/events")
@access("coach")
def event_list() -> Response:
    """Coming meetings, soonest first, with how many come."""
    viewer = guards.viewer()
    return page("coach/events.html", events=events.led_events(db(), viewer), groups=groups.led_groups(db(), viewer))


@bp.route("/events/new", methods=["GET", "POST"])
@access("coach")
def new_event() -> AnyResponse:
    """Make one meeting."""
    viewer = guards.viewer()
    form = EventForm()
    form.group.choices = options((str(group.id), group.name) for group in groups.led_groups(db(), viewer))
    if form.validate_on_submit():
        starts_at, ends_at = form.moments()
        made = events.make_event(db(), viewer, parse_id(form.group.data), starts_at, ends_at, **form.words())
        db().commit()
        return go("coach.event", event_id=made.id)
    return page("coach/new_event.html", 422 if form.errors else 200, form=form)


@bp.get("/events/<uuid:event_id>")
@access("coach", obj="event")
def event(event_id: UUID) -> Response:
    """One meeting: who comes, who does not, who has not answered."""
    found = events.led_event(db(), guards.viewer(), event_id)
    return page("coach/event.html", event=found, answers=events.answers_to(db(), found))


@bp.post("/events/<uuid:event_id>/cancelled")
@access("coach", obj="event")
def event_cancelled(event_id: UUID) -> AnyResponse:
    """Cancel the meeting. The members see it at once on their pages."""
    found = events.led_event(db(), guards.viewer(), event_id)
    events.cancel_event(found)
    db().commit()
    return go("coach.event", event_id=event_id)
