"""The end of a sitting: "Vastasitko yksin?", once."""

from uuid import UUID

from flask import Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts.guards import viewer
from selkoapp.interests import sittings
from selkoapp.interests.blueprint import bp
from selkoapp.interests.ending.forms import ALONE, AloneForm, HelperForm
from selkoapp.interests.sittings import HELPERS
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import go, page


@bp.get("/wishes/sittings/<uuid:sitting_id>")
@access("seeker", obj="sitting")
def alone(sitting_id: UUID) -> Response:
    """Did you answer alone? What was told before is marked."""
    sitting = sittings.sitting_of(db(), viewer(), sitting_id)
    return page(
        "interests/ending/alone.html",
        sitting_id=sitting.id,
        full=sitting.full,
        given=sitting.setting,
        back_url=url_for("interests.wishes"),
    )


@bp.post("/wishes/sittings/<uuid:sitting_id>/setting")
@access("seeker", obj="sitting")
def alone_told(sitting_id: UUID) -> AnyResponse:
    """Alone: thanks. With help: who it was. The sitting ends here."""
    sitting = sittings.sitting_of(db(), viewer(), sitting_id)
    form = AloneForm()
    if not form.validate_on_submit() or form.too_soon():
        return alone(sitting_id)
    by_oneself = form.value.data == ALONE
    sittings.end_sitting(db(), viewer(), sitting.id)
    sittings.tell_setting(db(), viewer(), sitting.id, by_oneself)
    db().commit()
    return go("interests.thanks") if by_oneself else go("interests.helper", sitting_id=sitting_id)


@bp.get("/wishes/sittings/<uuid:sitting_id>/helper")
@access("seeker", obj="sitting")
def helper(sitting_id: UUID) -> Response:
    """Who helped you?"""
    sitting = sittings.sitting_of(db(), viewer(), sitting_id)
    back = url_for("interests.alone", sitting_id=sitting.id)
    return page("interests/ending/helper.html", sitting_id=sitting.id, helpers=HELPERS, back_url=back)


@bp.post("/wishes/sittings/<uuid:sitting_id>/helper")
@access("seeker", obj="sitting")
def helper_told(sitting_id: UUID) -> AnyResponse:
    """Keep who it was."""
    sitting = sittings.sitting_of(db(), viewer(), sitting_id)
    form = HelperForm()
    if not form.validate_on_submit() or form.too_soon():
        return helper(sitting_id)
    sittings.tell_setting(db(), viewer(), sitting.id, False, form.helper.data)
    db().commit()
    return go("interests.thanks")


@bp.get("/wishes/thanks")
@access("seeker")
def thanks() -> Response:
    """It is told, and all is saved."""
    return page("interests/ending/thanks.html", back_url=url_for("interests.wishes"))


@bp.get("/wishes/enough")
@access("seeker")
def enough() -> AnyResponse:
    """It is enough for now: on to the question about the newest sitting, if nobody has told it yet."""
    untold = sittings.untold(db(), viewer())
    return go("interests.alone", sitting_id=untold) if untold else go("interests.wishes")
