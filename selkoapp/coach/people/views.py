"""The seekers of a coach or of an organisation: the list, a new one, and each one's page."""

from uuid import UUID

from flask import Response
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import cards, guards, people
from selkoapp.accounts.models import Role
from selkoapp.coach.desk import bp
from selkoapp.coach.people.forms import NewSeekerForm, SeekerForm
from selkoapp.coach.people.page import first_form, person_page, step_form
from selkoapp.groups import service as groups
from selkoapp.interests import service as interests
from selkoapp.interests.mine.journal import journal
from selkoapp.interests.mine.told import Told
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import options
from selkoapp.kernel.pages import go, page
from selkoapp.messages import service as messages
from selkoapp.messages.thread import seeker_with_thread


@bp.get("/people", endpoint="people")
@access("coach", "coordinator")
def people_list() -> Response:
    """Everyone whom this coach helps; a coordinator sees everyone, whose they are, and cards that somebody else used."""
    viewer = guards.viewer()
    seekers = people.seekers_of(db(), viewer)
    if viewer.role == Role.COACH:
        return page("coach/people.html", seekers=seekers, coaches={}, misused=[], may_add=True)
    coaches = people.faces(db(), [seeker.coach_id for seeker in seekers if seeker.coach_id])
    return page("coach/people.html", seekers=seekers, coaches=coaches, misused=cards.misused_cards(db(), viewer), may_add=False)


@bp.route("/people/new", methods=["GET", "POST"])
@access("coach", shows_form=True)
def new_person() -> AnyResponse:
    """Bring in a seeker: name, language, picture, perhaps a group; the card is printed on the next page."""
    viewer = guards.viewer()
    form = NewSeekerForm()
    form.taken = people.seekers_of(db(), viewer)
    led = groups.led_groups(db(), viewer)
    form.group.choices = options([("", _("No group yet")), *((str(group.id), group.name) for group in led)])
    if form.validate_on_submit():
        seeker = people.add_seeker(db(), viewer, form.name.data, form.language.data, form.picture.data)
        if form.group.data:
            groups.join(db(), viewer, UUID(form.group.data), seeker.id)
        db().commit()
        return go("coach.person", person_id=seeker.id)
    return page("coach/new_person.html", 422 if form.errors else 200, form=form)


@bp.route("/people/<uuid:person_id>/about", methods=["GET", "POST"])
@access("coach", obj="person", shows_form=True)
def about_person(person_id: UUID) -> AnyResponse:
    """Change the name, the picture and the language of a seeker. Cards that are printed go on working."""
    viewer = guards.viewer()
    seeker = people.seeker_of(db(), viewer, person_id)
    form = SeekerForm(obj=seeker)
    form.taken = [other for other in people.seekers_of(db(), viewer) if other.id != seeker.id]
    if form.validate_on_submit():
        seeker.name, seeker.language, seeker.picture = form.name.data, form.language.data, form.picture.data
        db().commit()
        return go("coach.person", person_id=seeker.id)
    return page("coach/about_person.html", 422 if form.errors else 200, form=form, seeker=seeker)


@bp.get("/people/<uuid:person_id>")
@access("coach", "coordinator", obj="person")
def person(person_id: UUID) -> Response:
    """One seeker on one page. Reading it is logged, and the seeker can see that."""
    viewer = guards.viewer()
    if viewer.role == Role.COORDINATOR:
        seeker = people.seeker_of(db(), viewer, person_id)
        return page("coach/person_cards.html", seeker=seeker, cards=cards.cards_of(db(), seeker.id), card_state=cards.state_of)
    seeker, thread_id = seeker_with_thread(db(), viewer, person_id)
    told = Told.of(journal(db(), seeker.id))
    guards.note_reading(seeker.id, "wishes" if told.shared else "page")
    now = interests.next_step_of(db(), seeker.id)
    return person_page(seeker, thread_id, now, step_form(viewer, seeker, now), told=told)


@bp.post("/people/<uuid:person_id>/messages")
@access("coach", obj="person", shows_form=True)
def first_message(person_id: UUID) -> Response:
    """Begin the thread with a seeker who has not written yet."""
    viewer = guards.viewer()
    seeker, thread_id = seeker_with_thread(db(), viewer, person_id)
    form = first_form()
    if not form.validate_on_submit():
        now = interests.next_step_of(db(), seeker.id)
        return person_page(seeker, thread_id, now, step_form(viewer, seeker, now), form)
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
