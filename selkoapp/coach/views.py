"""The coach's inbox and threads: who waits longest comes first."""

from uuid import UUID

from flask import Flask, Response, request

from selkoapp.accounts import guards
from selkoapp.coach.cards import views as card_views
from selkoapp.coach.desk import bp
from selkoapp.coach.events import views as event_views
from selkoapp.coach.groups import views as group_views
from selkoapp.coach.people import views as people_views
from selkoapp.interests import service as interests
from selkoapp.interests import tasks
from selkoapp.kernel import clock
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import empty, go, living_page, page
from selkoapp.messages import service as messages
from selkoapp.messages.forms import MessageForm, ReadLaterForm, ReadMarkForm

PAGES = (people_views, card_views, event_views, group_views)  # each adds its views to bp when it is imported


@bp.get("")
@access("coach")
def inbox() -> Response:
    """Everyone's thread, longest waiting first. Looking at the list reads nothing."""
    return page("coach/inbox.html", rows=messages.inbox(db(), guards.viewer()))


def thread_page(thread, form: MessageForm, later: ReadLaterForm) -> Response:
    """A thread with the inbox beside it and the seeker's wishes; also when the reply needs mending."""
    viewer = guards.viewer()
    return living_page(
        "coach/thread.html",
        "messages/_thread.html",
        rows=messages.inbox(db(), viewer),
        thread=thread,
        bubbles=messages.newest(db(), thread.id, request.args.get("before")),
        wishes=interests.wishes_by_value(db(), thread.person_id),
        label=tasks.label,
        form=form,
        later=later,
        status=422 if form.errors or later.errors else 200,
    )


def register(app: Flask) -> None:
    """Serve the desk."""
    app.register_blueprint(bp)
