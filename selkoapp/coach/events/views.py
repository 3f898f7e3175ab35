"""The meetings of the groups that a coach leads: the list, a new one, who comes, another time, other words."""

from uuid import UUID

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards
from selkoapp.coach.desk import bp
from selkoapp.events import led
from selkoapp.events.forms import EventForm, TimeForm, WordsForm
from selkoapp.events.models import Event
from selkoapp.events.service import still_on
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
    return page("coach/events.html", events=led.led_events(db(), viewer), groups=groups.led_groups(db(), viewer))


@bp.route("/events/new", methods=["GET", "POST"])
@access("coach", shows_form=True)
def new_event() -> AnyResponse:
    """Make one meeting."""
    viewer = guards.viewer()
    form = EventForm()
    form.group.choices = options((str(group.id), group.name) for group in groups.led_groups(db(), viewer))
    if form.validate_on_submit():
        starts_at, ends_at = form.moments()
        made = led.make_event(db(), viewer, parse_id(form.group.data), starts_at, ends_at, **form.words())
        db().commit()
        return go("coach.event", event_id=made.id)
    return page("coach/new_event.html", 422 if form.errors else 200, form=form)


@bp.get("/events/<uuid:event_id>")
@access("coach", obj="event")
def event(event_id: UUID) -> Response:
    """One meeting: who comes, who does not, who has not answered."""
    found = led.led_event(db(), guards.viewer(), event_id)
    answers = led.answers_to(db(), found)
    return page(
        "coach/event.html", event=found, answers=answers, still_on=still_on(found), can_be_restored=led.can_be_restored(found)
    )


def closed(found: Event) -> Response:
    """Why this meeting cannot be changed any more: it is cancelled, or over."""
    return page("coach/event_closed.html", 409, event=found)


@bp.route("/events/<uuid:event_id>/time", methods=["GET", "POST"])
@access("coach", obj="event", shows_form=True)
def event_time(event_id: UUID) -> AnyResponse:
    """Move the meeting. The members see the old time and the new one at once on their pages."""
    found = led.led_event(db(), guards.viewer(), event_id)
    if not still_on(found):
        return closed(found)
    form = TimeForm.of(found)
    if form.validate_on_submit():
        led.move_event(db(), found, *form.moments())
        db().commit()
        return go("coach.event", event_id=event_id)
    return page("coach/event_time.html", 422 if form.errors else 200, event=found, form=form)


@bp.route("/events/<uuid:event_id>/words", methods=["GET", "POST"])
@access("coach", obj="event", shows_form=True)
def event_words(event_id: UUID) -> AnyResponse:
    """Change what is told of the meeting: its texts, picture and language."""
    found = led.led_event(db(), guards.viewer(), event_id)
    if not still_on(found):
        return closed(found)
    form = WordsForm(obj=found)
    if form.validate_on_submit():
        led.change_words(found, **form.words())
        db().commit()
        return go("coach.event", event_id=event_id)
    return page("coach/event_words.html", 422 if form.errors else 200, event=found, form=form)


@bp.post("/events/<uuid:event_id>/cancelled")
@access("coach", obj="event")
def event_cancelled(event_id: UUID) -> AnyResponse:
    """Cancel the meeting. The members see it at once on their pages."""
    found = led.led_event(db(), guards.viewer(), event_id)
    led.cancel_event(found)
    db().commit()
    return go("coach.event", event_id=event_id)


@bp.post("/events/<uuid:event_id>/restored")
@access("coach", obj="event")
def event_restored(event_id: UUID) -> AnyResponse:
    """Take a cancellation back. The members see it at once on their pages."""
    found = led.led_event(db(), guards.viewer(), event_id)
    led.restore_event(db(), found)
    db().commit()
    return go("coach.event", event_id=event_id)
