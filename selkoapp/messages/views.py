"""The seeker's own messages. The coach's side of a thread is in the coach's room."""

from uuid import UUID

from flask import Blueprint, Flask, Response, request, url_for
from werkzeug.http import generate_etag, quote_etag
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts.guards import listener, viewer
from selkoapp.accounts.people import coach_of
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import parse_id
from selkoapp.kernel.i18n import language
from selkoapp.kernel.pages import empty, go, living_page
from selkoapp.messages import service, thread, words
from selkoapp.messages.forms import MessageForm, QuickForm, ReadMarkForm
from selkoapp.speech.answers import Spot
from selkoapp.speech.answers import answer as sound
from selkoapp.speech.passages import passage_of

bp = Blueprint("messages", __name__)


@bp.get("/messages")
@access("seeker")
def my_thread() -> Response:
    """My messages with my coach: the newest, or with `before` those before one."""
    return show_thread(MessageForm(formdata=None))


@bp.post("/messages")
@access("seeker")
def send() -> AnyResponse:
    """Send what I wrote. The same press sent twice is one message."""
    form = MessageForm()
    if form.slipped():
        return show_thread(MessageForm(formdata=None))
    if not form.validate_on_submit():
        return show_thread(form, 422)
    service.send_as_seeker(db(), viewer(), form.text.data, form.client_key(), language(), seen=form.seen())
    db().commit()
    return to_newest()


@bp.post("/messages/quick-answers")
@access("seeker")
def answer_quickly() -> AnyResponse:
    """Send what one press says: "That is fine", "Yes", "No" or "I do not understand"."""
    form = QuickForm()
    if not form.validate_on_submit() or form.too_soon():
        return show_thread(MessageForm(formdata=None))
    answer = form.answer.data
    text = str(words.QUICK_ANSWERS[answer].words)
    service.send_as_seeker(db(), viewer(), text, form.client_key(), language(), quick=answer, seen=form.seen())
    db().commit()
    return to_newest()


@bp.post("/messages/read-marks")
@access("seeker")
def mark_read() -> AnyResponse:
    """I have had my messages in view: by script after two seconds (204), or by the button (back to the thread)."""
    form = ReadMarkForm()
    mine = thread.own_thread(db(), viewer())
    if mine is None or not form.validate_on_submit():
        return show_thread(MessageForm(formdata=None), 422)
    service.mark_read(db(), viewer(), mine, form.seen())
    db().commit()
    return empty() if "X-Fragment" in request.headers else to_newest()


@bp.get("/messages/<uuid:message_id>/speech/<file>")
@access("seeker", obj="message")
def speech(message_id: UUID, file: str) -> Response:
    """A message of my thread as sound or times, in its own language."""
    said = thread.text_of(db(), viewer(), message_id)
    return sound(Spot(passage_of(said.text, said.language), speech_of(message_id)), file, listener())


def speech_of(message_id: UUID) -> str:
    """Whose text it is, for speech: the shelf of its clips, and what `data-speech` says in templates."""
    return f"messages/{message_id}"


def to_newest() -> AnyResponse:
    """Back to the thread, with the newest message in view."""
    return go("messages.my_thread", _anchor="newest")


def show_thread(form: MessageForm, status: int = 200) -> Response:
    """The page of my thread, or its living part."""
    coach = coach_of(db(), viewer())
    mine = thread.own_thread(db(), viewer())
    before = parse_id(request.args.get("before"))
    stretch = thread.newest(db(), mine, before)
    read = thread.marks(db(), mine)
    return living_page(
        "messages/my_thread.html",
        "messages/_thread.html",
        status=status,
        form=form,
        coach=coach,
        stretch=stretch,
        bubbles=stretch.bubbles,
        me=viewer().id,
        heard=True,
        states=thread.states_of_own(viewer().id, mine, stretch, read),
        earlier=before is not None,
        quick=words.quick_answers(thread.news(viewer().id, stretch)),
        unread=not before and thread.unread(viewer().id, stretch, read),
        reads_when=words.reads_when(coach) if coach else "",
        back_url=url_for("messages.my_thread", _anchor="newest") if before else url_for("home.home_page"),
    )


def etag(part: str) -> str:
    """The ETag under which living_page sends this part: a page that polls names it from the first time on."""
    return quote_etag(generate_etag(part.encode()))


def register(app: Flask) -> None:
    """Serve these pages, and give templates the words of threads (the coach's page shows threads too)."""
    app.register_blueprint(bp)
    for said in (words.sent_when, words.state_words, words.state_picture, speech_of, etag):
        app.jinja_env.filters[said.__name__] = said
