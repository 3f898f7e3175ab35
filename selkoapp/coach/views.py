"""The coach's inbox and threads: who waits longest comes first."""

from uuid import UUID

from flask import Flask, Response, request

from selkoapp.accounts import guards
from selkoapp.accounts.people import seeker_of
from selkoapp.coach.cards import views as card_views
from selkoapp.coach.desk import bp
from selkoapp.coach.events import views as event_views
from selkoapp.coach.forms import LaterForm, promised_words
from selkoapp.coach.groups import views as group_views
from selkoapp.coach.people import views as people_views
from selkoapp.coach.staff import views as staff_views
from selkoapp.coach.steps import views as step_views
from selkoapp.coach.tasks import views as task_views
from selkoapp.coach.tryouts import views as tryout_views
from selkoapp.coach.wishes import views as wish_views
from selkoapp.coach.wishes.glance import by_value
from selkoapp.interests import tasks
from selkoapp.interests.service import Answers
from selkoapp.interests.sharing import answers_seen
from selkoapp.interests.words import WORDS
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import NotFound
from selkoapp.kernel.forms import parse_id
from selkoapp.kernel.pages import empty, go, living_page, page
from selkoapp.messages import service as messages
from selkoapp.messages.forms import MessageForm, ReadMarkForm
from selkoapp.messages.inbox import inbox as inbox_of
from selkoapp.messages.inbox import next_waiting
from selkoapp.messages.thread import Mark, ThreadSeen, marks, newest, states_of_own, thread_of, thread_with_marks, was_settled

PAGES = (
    people_views,
    step_views,
    card_views,
    event_views,
    group_views,
    staff_views,
    wish_views,
    tryout_views,
    task_views,
)  # each puts its views on bp when it is imported


@bp.get("")
@access("coach")
def inbox() -> Response:
    """Everyone's thread, longest waiting first. Looking at the list reads nothing."""
    return page("coach/inbox.html", rows=inbox_of(db(), guards.viewer()))


@bp.get("/threads/<uuid:thread_id>")
@access("coach", obj="thread")
def thread(thread_id: UUID) -> Response:
    """One thread. Opening it is logged; read it is only after two seconds in view, by the button, or by a reply."""
    found, read = thread_with_marks(db(), guards.viewer(), thread_id)
    wishes = answers_seen(db(), found.person_id)
    opened = ("thread",) if wishes is None else ("thread", "wishes")  # the wishes stand beside the thread, when shared
    guards.note_reading(found.person_id, *opened)
    return show_thread(found, read, MessageForm(formdata=None), LaterForm.of(found), wishes)


@bp.post("/threads/<uuid:thread_id>")
@access("coach", obj="thread", shows_form=True)
def reply(thread_id: UUID) -> Response:
    """Send a reply, in the language of the seeker. The same press sent twice is one message."""
    viewer = guards.viewer()
    found = thread_of(db(), viewer, thread_id)
    form = MessageForm()
    if not form.validate_on_submit():
        return show_thread(found, marks(db(), found), form, LaterForm.of(found), answers_seen(db(), found.person_id))
    language = seeker_of(db(), viewer, found.person_id).language
    messages.reply(db(), viewer, found, form.text.data, form.client_key(), language, form.seen())
    db().commit()
    return go("coach.thread", thread_id=thread_id, _anchor="newest")


@bp.post("/threads/<uuid:thread_id>/read-marks")
@access("coach", obj="thread")
def read_mark(thread_id: UUID) -> Response:
    """The coach has had the messages in view for two seconds (204)."""
    viewer = guards.viewer()
    found = thread_of(db(), viewer, thread_id)
    form = ReadMarkForm()
    if not form.validate_on_submit():
        raise NotFound
    messages.mark_read(db(), viewer, found, form.seen())
    db().commit()
    return empty()


@bp.post("/threads/<uuid:thread_id>/promise")
@access("coach", obj="thread", shows_form=True)
def read_later(thread_id: UUID) -> Response:
    """ "Luin, vastaan myöhemmin", with the day."""
    viewer = guards.viewer()
    found = thread_of(db(), viewer, thread_id)
    form = LaterForm()
    if not form.validate_on_submit():
        return show_thread(found, marks(db(), found), half_written(), form, answers_seen(db(), found.person_id))
    messages.read_later(db(), viewer, found, form.seen(), form.promised())
    db().commit()
    return back_with_draft(thread_id)


@bp.get("/threads/<uuid:thread_id>/promise")
@access("coach", obj="thread")
def promise_opened_again(thread_id: UUID) -> Response:
    """The address that a promise with a fault leaves in the browser, opened again: it leads to the thread."""
    return go("coach.thread", thread_id=thread_of(db(), guards.viewer(), thread_id).id)


@bp.post("/threads/<uuid:thread_id>/settled")
@access("coach", obj="thread")
def no_reply_needed(thread_id: UUID) -> Response:
    """Read, and nothing there asks for a reply."""
    viewer = guards.viewer()
    found = thread_of(db(), viewer, thread_id)
    form = ReadMarkForm()
    if not form.validate_on_submit():
        raise NotFound
    messages.no_reply_needed(db(), viewer, found, form.seen())
    db().commit()
    return back_with_draft(thread_id)


@bp.post("/threads/<uuid:thread_id>/waiting")
@access("coach", obj="thread")
def reply_needed(thread_id: UUID) -> Response:
    """Take "no reply is needed" back."""
    found = thread_of(db(), guards.viewer(), thread_id)
    messages.reply_needed(db(), found)
    db().commit()
    return back_with_draft(thread_id)


def half_written() -> MessageForm:
    """The reply as far as it is written: it comes with every press of the page and stays in its box."""
    return MessageForm()


def back_with_draft(thread_id: UUID) -> Response:
    """Back to the thread; a half-written reply stands in its box, also where no script keeps it."""
    form = half_written()
    if not form.text.data:
        return go("coach.thread", thread_id=thread_id, _anchor="newest")
    found, read = thread_with_marks(db(), guards.viewer(), thread_id)
    return show_thread(found, read, form, LaterForm.of(found), answers_seen(db(), found.person_id))


def show_thread(found: ThreadSeen, read: list[Mark], form: MessageForm, later: LaterForm, wishes: Answers | None) -> Response:
    """The page of a thread with the inbox and the wishes beside it, or its living part. No `wishes`: not shared."""
    viewer = guards.viewer()
    before = parse_id(request.args.get("before"))
    stretch = newest(db(), found, before)
    rows = inbox_of(db(), viewer)
    return living_page(
        "coach/thread.html",
        "messages/_thread.html",
        status=422 if form.errors or later.errors else 200,
        thread=found,
        stretch=stretch,
        bubbles=stretch.bubbles,
        me=viewer.id,
        states=states_of_own(viewer.id, found, stretch, read),
        earlier=before is not None,
        rows=rows,
        next_waiting=next_waiting(rows, found.id),
        was_settled=before is None and was_settled(found, stretch),
        my_last=next((bubble.id for bubble in reversed(stretch.bubbles) if bubble.author_id == viewer.id), ""),
        wishes=None if wishes is None else by_value(wishes),
        words=WORDS,
        label=tasks.label,
        form=form,
        later=later,
    )


def register(app: Flask) -> None:
    """Serve the desk, and give its templates the words for the day of a promise."""
    app.register_blueprint(bp)
    app.jinja_env.filters["promised_words"] = promised_words
