"""Login cards on paper: printed, and stopped."""

from uuid import UUID

from flask import Response, request, url_for

from selkoapp.accounts import cards, guards, people
from selkoapp.accounts.models import Person
from selkoapp.accounts.people import Face
from selkoapp.accounts.signins import Viewer
from selkoapp.coach.cards.forms import CardForm, CardsForm
from selkoapp.coach.cards.paper import PrintedCard, printed_card, qr
from selkoapp.coach.desk import bp
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import options
from selkoapp.kernel.pages import go, page


def new_card(viewer: Viewer, seeker: Person, coach: Face | None, press: UUID) -> PrintedCard:
    """A new card with its two addresses: the token in the fragment, and plain for browsers without script."""
    card, token = cards.make_card(db(), seeker, viewer.id, press)
    door = url_for("accounts.card_door", _external=True, _anchor=token)
    return printed_card(seeker, card, coach, door, url_for("accounts.plain_card", token=token, _external=True))


def sheet(viewer: Viewer, seekers: list[Person], press: UUID, back_url: str) -> Response:
    """The sheet to print. The tokens are on this page only: they are stored nowhere, so it cannot be shown again."""
    if cards.printed_before(db(), viewer, press):
        return page("coach/cards_printed.html", 409)
    coaches = people.faces(db(), [seeker.coach_id for seeker in seekers if seeker.coach_id])
    printed = [new_card(viewer, seeker, coaches.get(seeker.coach_id), press) for seeker in seekers]
    db().commit()
    return page("coach/card_sheet.html", printed=printed, qr=qr, host=request.host, back_url=back_url)


@bp.route("/cards", methods=["GET", "POST"])
@access("coach", "coordinator", fresh=True, shows_form=True)
def card_sheet() -> Response:
    """Cards for many: choose whose, then print them on A4."""
    viewer = guards.viewer()
    seekers = {str(seeker.id): seeker for seeker in people.seekers_of(db(), viewer)}
    form = CardsForm()
    form.people.choices = options((key, seeker.name) for key, seeker in seekers.items())
    if form.validate_on_submit():
        return sheet(viewer, [seekers[key] for key in form.people.data], form.client_key(), url_for("coach.people"))
    return page("coach/cards.html", 422 if form.errors else 200, form=form, seekers=seekers)


@bp.route("/people/<uuid:person_id>/cards", methods=["GET", "POST"])
@access("coach", "coordinator", obj="person", fresh=True, shows_form=True)
def person_card(person_id: UUID) -> Response:
    """One new card for one seeker. It is made by the press, not by opening the page."""
    viewer = guards.viewer()
    seeker = people.seeker_of(db(), viewer, person_id)
    form = CardForm()
    if form.validate_on_submit():
        return sheet(viewer, [seeker], form.client_key(), url_for("coach.person", person_id=seeker.id))
    return page("coach/new_card.html", 422 if form.errors else 200, seeker=seeker, form=CardForm(formdata=None))


@bp.post("/cards/<uuid:card_id>/stop")
@access("coach", "coordinator", obj="card")
def card_stopped(card_id: UUID) -> Response:
    """Stop a lost card at once, with everything that it opened. The page then says so at that card."""
    viewer = guards.viewer()
    card = cards.card_of(db(), viewer, card_id)
    cards.stop_card(db(), card, viewer.id)
    db().commit()
    return go("coach.person", person_id=card.person_id, stopped=card.id, _anchor=f"card-{card.id}")
