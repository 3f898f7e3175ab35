"""Minä: my wishes, my settings, who has read, my card and devices, and the way out."""

from uuid import UUID

from flask import Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import cards, devices, guards, signins
from selkoapp.accounts.readings import readings_of
from selkoapp.home.blueprint import bp
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import PressForm
from selkoapp.kernel.pages import go, page


@bp.get("/me")
@access("seeker")
def me() -> Response:
    """The five doors of Minä."""
    return page("home/me.html", back_url=url_for("home.home_page"))


@bp.get("/me/readings")
@access("seeker")
def readings() -> Response:
    """Who has read my things, newest first."""
    found = readings_of(db(), guards.viewer().id)
    return page("home/readings.html", readings=found, back_url=url_for("home.me"))


@bp.get("/me/cards")
@access("seeker")
def my_card() -> Response:
    """My cards, and where I am signed in."""
    visit = guards.visit()
    found = [(card, cards.state_of(card)) for card in cards.cards_of(db(), visit.viewer.id)]
    return page("home/cards.html", cards=found, devices=devices.signed_in_devices(db(), visit), back_url=url_for("home.me"))


@bp.post("/me/sign-ins/<uuid:sign_in_id>/leaving")
@access("seeker", obj="sign_in")
def device_left(sign_in_id: UUID) -> AnyResponse:
    """End my sign-in on another device."""
    mine = devices.sign_in_of(db(), guards.viewer(), sign_in_id)
    form = PressForm()
    if form.validate_on_submit() and not form.too_soon():
        signins.end(db(), mine)
        db().commit()
    return go("home.my_card")
