"""Koti and Apua; and the question about a card used on a new device, which comes before everything else."""

from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask, Response, current_app, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import cards, guards, people
from selkoapp.events import changes
from selkoapp.events.service import EventSeen
from selkoapp.home.blueprint import bp
from selkoapp.home.first_visit import views as first_visit_views
from selkoapp.home.forms import UseForm
from selkoapp.home.me import views as me_views
from selkoapp.home.settings import views as settings_views
from selkoapp.interests import service as interests
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import go, own_path, page
from selkoapp.messages.inbox import unread_count

PAGES = (me_views, settings_views, first_visit_views)  # each adds its views to bp when it is imported


NEWS = 2  # called-off and moved meetings on Koti; the list has them all


class Shown(NamedTuple):
    """Meetings that are not held as was told, the newest change first, the next one, and a later one that asks for an answer."""

    news: list[EventSeen]
    event: EventSeen | None
    waiting: EventSeen | None


def shown(ahead: changes.Ahead) -> Shown:
    """What Koti shows of the coming meetings.

    News stays until the person has said Selvä or answered, or the meeting would be over. The next meeting asks for its
    answer on its own card; only when it has one, a later meeting asks.
    """
    news = ahead.news[:NEWS]
    held = [meeting for meeting in ahead.meetings if not meeting.cancelled]
    event = held[0] if held and held[0] not in news else None
    waiting = next((meeting for meeting in held if meeting.coming is None), None)
    return Shown(news, event, None if waiting in (event, *news) else waiting)


@bp.get("/home")
@access("seeker")
def home_page() -> Response:
    """What waits for me, what comes next, and the four doors. One question at a time: a strange card use is asked alone."""
    viewer = guards.viewer()
    use = cards.unanswered_use(db(), guards.visit())
    if use is not None:
        return page("home/card_use.html", use=use)
    return page(
        "home/home.html",
        unread=unread_count(db(), viewer),
        step=interests.next_step_of(db(), viewer.id),
        coach=people.coach_of(db(), viewer),
        **shown(changes.look_ahead(db(), viewer))._asdict(),
    )


@bp.post("/card-uses/<uuid:use_id>/answers")
@access("seeker", obj="card_use")
def card_use_answered(use_id: UUID) -> AnyResponse:
    """Keep the answer to "Was it you?". A no stops the card and tells the coordinator."""
    use = cards.use_of(db(), guards.viewer(), use_id)
    form = UseForm()
    if not form.validate_on_submit() or form.too_soon():
        return go("home.home_page")
    cards.answer_use(db(), guards.visit(), use, form.was_me.data == "yes")
    db().commit()
    return go("home.card_use_told", use_id=use_id)


@bp.get("/card-uses/<uuid:use_id>/answers")
@access("seeker", obj="card_use")
def card_use_told(use_id: UUID) -> AnyResponse:
    """After a no what to do now; after a yes, or before any answer, home."""
    use = cards.use_of(db(), guards.viewer(), use_id)
    return page("home/card_stopped.html") if use.was_me is False else go("home.home_page")


@bp.get("/help")
@access("anyone")
def help_page() -> Response:
    """Who helps, by phone or message. The emergency number stands first; it works for whoever holds the device."""
    visit, settings = guards.visit(), current_app.extensions["settings"]
    viewer = visit.viewer if visit else None
    coach = people.coach_of(db(), viewer) if viewer else None
    crisis = (settings.crisis_name, settings.crisis_phone) if settings.crisis_phone else None
    # Without an address of ours Takaisin is Koti, straight away, or the front door for who is not signed in.
    back = came_from() or (None if viewer else url_for("accounts.start"))
    return page("home/help.html", coach=coach, crisis=crisis, back_url=back)


def came_from() -> str | None:
    """The page of ours on which Apua was pressed, so that Takaisin leads back to it."""
    path = own_path(request.referrer, request.host)
    # A page shown again after a press has no address of its own, and the door opens nothing without its fragment.
    closed = (request.path, url_for("accounts.card_door"))
    opens = path and path not in closed and current_app.url_map.bind(request.host).test(path, "GET")
    if not opens:
        return None
    query = urlsplit(request.referrer).query  # the page of a list stands in it
    return f"{path}?{query}" if query else path


def register(app: Flask) -> None:
    """Serve Koti, Minä, Apua and the settings."""
    app.register_blueprint(bp)
