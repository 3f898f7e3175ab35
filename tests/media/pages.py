"""A small room of a test's own, as a room of the app will use recordings: a page that records, and who owns what it got."""

from pathlib import Path
from uuid import UUID

from flask import Blueprint, Flask
from jinja2 import ChoiceLoader, FileSystemLoader
from sqlalchemy import select

from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import NotFound
from selkoapp.kernel.pages import go, page
from selkoapp.media import service, uploads, workshop
from selkoapp.media.answers import answer, store
from selkoapp.media.faults import Refused
from selkoapp.media.models import PHOTO, SOUND, Media
from selkoapp.media.words import sentence

bp = Blueprint("voices", __name__)
MAKE = {SOUND: workshop.sound, PHOTO: workshop.photo}


@bp.get("/voices")
@access("anyone")
def voices():
    return shown()


def shown(error: str = "", status: int = 200):
    return page("voices.html", status, media=list(db().scalars(select(Media).order_by(Media.id))), error=error)


@bp.post("/voices/<kind>")
@access("anyone")
def send(kind: str):
    try:
        made = MAKE[kind](uploads.received("sent", kind))
    except Refused as refused:
        return shown(sentence(refused), refused.status)
    service.keep(db(), store(), made)
    db().commit()
    return go("voices.voices")


@bp.get("/voices/<uuid:media_id>")
@access("anyone")
def one(media_id: UUID):
    found = db().get(Media, media_id)
    if found is None:
        raise NotFound
    return answer(found)


def register(app: Flask) -> None:
    """Put the room into an app that has not served yet."""
    app.register_blueprint(bp)
    app.jinja_loader = ChoiceLoader([app.jinja_loader, FileSystemLoader(Path(__file__).parent)])
