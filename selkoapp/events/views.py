"""A seeker's group: the coming meetings day by day, one meeting, and "Tuletko ryhmään?"."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from uuid import UUID

from flask import Blueprint, Flask, Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards
from selkoapp.events import changes, service
from selkoapp.events.forms import ComingForm, KnownForm, ShownForm
from selkoapp.events.maps import map_link
from selkoapp.events.models import Event
from selkoapp.events.service import EventSeen
from selkoapp.events.ways import way_picture
from selkoapp.groups import service as groups
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import Conflict
from selkoapp.kernel.forms import parse_number
from selkoapp.kernel.i18n import local_day
from selkoapp.kernel.pages import go, page

bp = Blueprint("events", __name__)

ON_PAGE = 5
PAGES = 20


def by_day(found: Iterable[EventSeen]) -> list[tuple[date, list[EventSeen]]]:
    """The meetings under their days."""
    return [(day, list(those)) for day, those in groupby(found, key=lambda event: local_day(event.starts_at))]


@bp.get("/events")
@access("seeker")
def event_list() -> Response:
    """The coming meetings, five at a time."""
    number = parse_number(request.args.get("page"), 1, PAGES)
    found = service.upcoming(db(), guards.viewer(), ON_PAGE + 1, (number - 1) * ON_PAGE)
    back = url_for("events.event_list", page=number - 1) if number > 1 else url_for("home.home_page")
    more = url_for("events.event_list", page=number + 1) if len(found) > ON_PAGE and number < PAGES else None
    return page("events/list.html", days=by_day(found[:ON_PAGE]), more=more, back_url=back)


@bp.get("/events/<uuid:event_id>")
@access("seeker", obj="event")
def event(event_id: UUID) -> Response:
    """One meeting."""
    return show_event(service.event_of(db(), guards.viewer(), event_id))


def show_event(found: Event) -> Response:
    """The page of a meeting. A cancelled one, or one that is over, asks nothing."""
    viewer = guards.viewer()
    return page(
        "events/event.html",
        event=found,
        answers=service.my_answers(db(), viewer, found),
        news=changes.is_news_to(db(), viewer, found),
        asks=service.still_on(found),
        comers=service.who_comes(db(), viewer, found),
        shown=groups.shows_me(db(), viewer, found.group_id),
        way=way_picture(found.how_to_get_there),
        map_url=map_link(found.address, request.user_agent.string),
        back_url=url_for("events.event_list"),
    )


@bp.post("/events/<uuid:event_id>/answers")
@access("seeker", obj="event")
def answer(event_id: UUID) -> AnyResponse:
    """Tulen or En tule. It can be changed until the meeting is over."""
    viewer = guards.viewer()
    found = service.event_of(db(), viewer, event_id)
    form = ComingForm()
    if not form.validate_on_submit() or form.too_soon() or not form.tells(found):
        return show_event(found)
    try:
        service.answer_event(db(), viewer, found, form.coming.data == "yes", form.client_key())
    except Conflict:  # two buttons pressed at once, or called off meanwhile: the page shows what holds
        return go("events.event", event_id=event_id)
    db().commit()
    return go("events.event", event_id=event_id)


@bp.post("/events/<uuid:event_id>/known")
@access("seeker", obj="event")
def known(event_id: UUID) -> AnyResponse:
    """Selvä: I know that it is moved, cancelled, or held after all. It goes from the news on Koti."""
    viewer = guards.viewer()
    found = service.event_of(db(), viewer, event_id)
    form = KnownForm()
    if form.validate_on_submit() and not form.too_soon() and form.tells(found):
        changes.note_known(db(), viewer, found)
        db().commit()
    return go("home.home_page") if form.page.data == "home" else go("events.event", event_id=event_id)


@bp.post("/events/<uuid:event_id>/shown")
@access("seeker", obj="event")
def shown(event_id: UUID) -> AnyResponse:
    """Let the group see my name and picture when I come, or no longer."""
    viewer = guards.viewer()
    found = service.event_of(db(), viewer, event_id)
    form = ShownForm()
    if not form.validate_on_submit() or form.too_soon():
        return show_event(found)
    groups.show_me(db(), viewer, found.group_id, form.shown.data == "yes")
    db().commit()
    return go("events.event", event_id=event_id, _anchor="who")


def register(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(bp)
