"""The seekers of a coach or of an organisation: the list, a new one, and each one's page."""

from uuid import UUID

from flask import Response

from selkoapp.accounts import cards, guards, people
from selkoapp.accounts.models import Person, Role
from selkoapp.accounts.signins import Viewer
from selkoapp.coach.desk import bp
from selkoapp.coach.people.forms import STEP_PICTURES, NextStepForm, SeekerForm
from selkoapp.coach.wishes import by_value
from selkoapp.interests import service as interests
from selkoapp.interests import tasks
from selkoapp.interests.words import WORDS
from selkoapp.kernel import i18n
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import options
from selkoapp.kernel.pages import go, page
from selkoapp.messages import service as messages
from selkoapp.messages.forms import MessageForm
from selkoapp.messages.thread import seeker_with_thread
from selkoapp.pictograms import catalogue


@bp.get("/people", endpoint="people")
@access("coach", "coordinator")
def people_list() -> Response:
    """Everyone whom this coach helps; a coordinator sees the organisation's, and cards that somebody else used."""
    viewer = guards.viewer()
    misused = cards.misused_cards(db(), viewer) if viewer.role == Role.COORDINATOR else []
    return page("coach/people.html", seekers=people.seekers_of(db(), viewer), misused=misused, may_add=viewer.role == Role.COACH)


@bp.route("/people/new", methods=["GET", "POST"])
@access("coach")
def new_person() -> Response:
    """Bring in a seeker: name, language, picture; the card is printed on the next page."""
    form = SeekerForm()
    if form.validate_on_submit():
        viewer = guards.viewer()
        seeker = people.add_seeker(db(), viewer, form.name.data, form.language.data, form.picture.data)
        db().commit()
        return go("coach.person", person_id=seeker.id)
    return page("coach/new_person.html", 422 if form.errors else 200, form=form)


@bp.get("/people/<uuid:person_id>")
@access("coach", "coordinator", obj="person")
def person(person_id: UUID) -> Response:
    """One seeker on one page. Reading it is logged, and the seeker can see that."""
    viewer = guards.viewer()
    if viewer.role == Role.COORDINATOR:
        seeker = people.seeker_of(db(), viewer, person_id)
        return page("coach/person_cards.html", seeker=seeker, cards=cards.cards_of(db(), seeker.id), card_state=cards.state_of)
    seeker, thread_id = seeker_with_thread(db(), viewer, person_id)
    guards.note_reading(seeker.id, "wishes")
    return person_page(seeker, thread_id, step_form(viewer, seeker))


def step_form(viewer: Viewer, seeker: Person) -> NextStepForm:
    """The form for what happens next, with its pictures in words and the two who can do it."""
    form = NextStepForm()
    language = i18n.language()
    form.picture.choices = options((concept, catalogue.label(concept, language)) for concept in STEP_PICTURES)
    form.who.choices = options([(str(viewer.id), viewer.name), (str(seeker.id), seeker.name)])
    return form


def first_form() -> MessageForm:
    """The form for a first message; its fields have names of their own beside those of the next step."""
    return MessageForm(prefix="first")


def person_page(seeker: Person, thread_id: UUID | None, form: NextStepForm, first: MessageForm | None = None) -> Response:
    """The page, also when a form on it needs mending. Without a thread it asks for the first message."""
    wishes, changes = interests.story(db(), seeker.id)
    return page(
        "coach/person.html",
        422 if form.errors or (first and first.errors) else 200,
        seeker=seeker,
        wishes=by_value(wishes),
        changes=changes,
        words=WORDS,
        step=interests.next_step_of(db(), seeker.id),
        form=form,
        cards=cards.cards_of(db(), seeker.id),
        card_state=cards.state_of,
        thread_id=thread_id,
        first=first or first_form(),
        label=tasks.label,
    )


@bp.post("/people/<uuid:person_id>/next-step")
@access("coach", obj="person")
def next_step(person_id: UUID) -> Response:
    """Keep what happens next. It stands on the seeker's home page at once."""
    viewer = guards.viewer()
    seeker, thread_id = seeker_with_thread(db(), viewer, person_id)
    form = step_form(viewer, seeker)
    if not form.validate_on_submit():
        return person_page(seeker, thread_id, form)
    interests.set_next_step(
        db(), viewer, seeker.id, picture=form.picture.data, text=form.text.data, language=seeker.language,
        day=form.day.data, who_id=UUID(form.who.data),
    )  # fmt: skip
    db().commit()
    return go("coach.person", person_id=seeker.id)


@bp.post("/people/<uuid:person_id>/messages")
@access("coach", obj="person")
def first_message(person_id: UUID) -> Response:
    """Begin the thread with a seeker who has not written yet."""
    viewer = guards.viewer()
    seeker, thread_id = seeker_with_thread(db(), viewer, person_id)
    form = first_form()
    if not form.validate_on_submit():
        return person_page(seeker, thread_id, step_form(viewer, seeker), form)
    thread_id = messages.write_first(db(), viewer, seeker.id, form.text.data, form.client_key(), seeker.language)
    db().commit()
    return go("coach.thread", thread_id=thread_id)


@bp.post("/card-uses/<uuid:use_id>/seen")
@access("coordinator", obj="card_use")
def misuse_seen(use_id: UUID) -> Response:
    """The coordinator has taken care of a card that somebody else used."""
    cards.see_misuse(db(), guards.viewer(), use_id)
    db().commit()
    return go("coach.people")
