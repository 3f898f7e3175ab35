"""My own wish: say it, write it or photograph it; hear and see it; remove it, and have it back."""

from collections.abc import Callable
from uuid import UUID

from flask import Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts.guards import viewer
from selkoapp.interests.blueprint import bp
from selkoapp.interests.own import service
from selkoapp.interests.own.forms import WishForm
from selkoapp.interests.sharing import coach_who_sees
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import PressForm, parse_number
from selkoapp.kernel.i18n import language
from selkoapp.kernel.pages import go, page
from selkoapp.media import service as media
from selkoapp.media import uploads, workshop
from selkoapp.media.answers import answer, keep_tidy, store
from selkoapp.media.faults import Full, Nothing, Refused
from selkoapp.media.made import Made
from selkoapp.media.models import PHOTO, SOUND
from selkoapp.media.words import sentence

LIST_PAGES = 100
SENT = "sent"  # the field of a file


@bp.get("/wishes/own")
@access("seeker")
def own() -> Response:
    """How do you want to tell your wish?"""
    told = service.wishes_of(db(), viewer().id, most=1)
    return page(
        "interests/own/ways.html", told=bool(told), coach=coach_who_sees(db(), viewer()), back_url=url_for("interests.wishes")
    )


@bp.get("/wishes/own/told")
@access("seeker")
def own_told() -> Response:
    """The wishes that I have told, newest first, five at a time."""
    number = parse_number(request.args.get("page"), 1, LIST_PAGES)
    found = service.wishes_of(db(), viewer().id, service.ON_PAGE + 1, (number - 1) * service.ON_PAGE)
    return page(
        "interests/own/told.html",
        wishes=found[: service.ON_PAGE],
        more=number + 1 if len(found) > service.ON_PAGE else None,
        back_url=url_for("interests.own_told", page=number - 1) if number > 1 else url_for("interests.own"),
    )


@bp.get("/wishes/own/text")
@access("seeker")
def own_text() -> Response:
    """Write a wish."""
    return text_page(WishForm(formdata=None))


@bp.post("/wishes/own/text")
@access("seeker")
def own_text_sent() -> AnyResponse:
    """Keep what I wrote."""
    form = WishForm()
    if form.slipped():
        return text_page(WishForm(formdata=None))
    if not form.validate_on_submit():
        return text_page(form, 422)
    try:
        wish_id = kept(lambda: service.tell(db(), viewer(), form.text.data, language(), form.client_key()))
    except Full as full:
        form.text.errors = [sentence(full)]
        return text_page(form, full.status)
    return go("interests.own_wish", wish_id=wish_id)


@bp.get("/wishes/own/voice")
@access("seeker")
def own_voice() -> Response:
    """Say a wish."""
    return page("interests/own/voice.html", error="", back_url=url_for("interests.own"))


@bp.post("/wishes/own/voice")
@access("seeker")
def own_voice_sent() -> AnyResponse:
    """Keep what I said."""
    return received(SOUND, workshop.sound, "interests/own/voice.html")


@bp.get("/wishes/own/photo")
@access("seeker")
def own_photo() -> Response:
    """Photograph a wish."""
    return page("interests/own/photo.html", error="", back_url=url_for("interests.own"))


@bp.post("/wishes/own/photo")
@access("seeker")
def own_photo_sent() -> AnyResponse:
    """Keep what I photographed."""
    return received(PHOTO, workshop.photo, "interests/own/photo.html")


@bp.get("/wishes/own/<uuid:wish_id>")
@access("seeker", obj="wish")
def own_wish(wish_id: UUID) -> Response:
    """One wish of mine; when it is removed, the way to have it back."""
    wish = service.wish_of(db(), viewer().id, wish_id)
    template = "interests/own/removed.html" if wish.removed_at else "interests/own/wish.html"
    return page(template, wish=wish, coach=coach_who_sees(db(), viewer()), back_url=url_for("interests.own_told"))


@bp.get("/wishes/own/<uuid:wish_id>/sound")
@access("seeker", obj="wish")
def own_sound(wish_id: UUID) -> Response:
    """What I said."""
    return answer(service.media_of(db(), viewer().id, wish_id, SOUND))


@bp.get("/wishes/own/<uuid:wish_id>/picture")
@access("seeker", obj="wish")
def own_picture(wish_id: UUID) -> Response:
    """What I photographed."""
    return answer(service.media_of(db(), viewer().id, wish_id, PHOTO))


@bp.post("/wishes/own/<uuid:wish_id>/removal")
@access("seeker", obj="wish")
def own_removal(wish_id: UUID) -> AnyResponse:
    """Remove a wish of mine."""
    return changed(service.remove, wish_id)


@bp.post("/wishes/own/<uuid:wish_id>/return")
@access("seeker", obj="wish")
def own_return(wish_id: UUID) -> AnyResponse:
    """Have a removed wish back."""
    return changed(service.bring_back, wish_id)


def text_page(form: WishForm, status: int = 200) -> Response:
    """Where a wish is written, with what was typed."""
    return page("interests/own/text.html", status, form=form, back_url=url_for("interests.own"))


def received(kind: str, make: Callable[[bytes], Made], template: str) -> AnyResponse:
    """Keep the file that the form brought; or the same page, with why it was not kept."""
    try:
        sent = uploads.received(SENT, kind)
        form = PressForm()
        if not form.validate_on_submit():
            raise Nothing
        made = make(sent)  # before the database: this takes a second or two
        wish_id = kept(lambda: service.show(db(), store(), viewer(), made, language(), form.client_key()))
    except Refused as refused:
        slipped = isinstance(refused, Nothing) and PressForm().too_soon()
        error, status = ("", 200) if slipped else (sentence(refused), refused.status)
        return page(template, status, error=error, back_url=url_for("interests.own"))
    return go("interests.own_wish", wish_id=wish_id)


def kept(add: Callable[[], UUID]) -> UUID:
    """Add a wish. When there is no room, removed wishes go for ever first; Full when that is not enough."""
    gone = service.let_go(db())
    try:
        wish_id = add()
    except Full:
        gone += service.make_room(db(), viewer())
        wish_id = add()
    db().commit()
    clear(gone)
    return wish_id


def clear(gone: list[str]) -> None:
    """Take away files whose rows have gone, in a transaction of its own; and once a day all that belong to nothing."""
    if gone:
        media.clear(db(), store(), gone)
        db().commit()
    keep_tidy()


def changed(change: Callable, wish_id: UUID) -> AnyResponse:
    """Do this to a wish of mine, once somebody could have read the page, and show it."""
    form = PressForm()
    if form.validate_on_submit() and not form.too_soon():
        change(db(), viewer(), wish_id)
        db().commit()
    else:
        service.wish_of(db(), viewer().id, wish_id)
    return go("interests.own_wish", wish_id=wish_id)
