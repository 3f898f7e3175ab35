"""The wishes of a seeker on paper and in the seeker's own voice and photographs: for the coach with whom they are shared."""

from uuid import UUID

from flask import Response

from selkoapp.accounts import guards, people
from selkoapp.coach.desk import bp
from selkoapp.interests import sharing
from selkoapp.interests.mine.journal import journal
from selkoapp.interests.mine.paper import as_pdf, paper_of, printed
from selkoapp.interests.mine.told import Told
from selkoapp.interests.own.service import media_of
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import NotFound
from selkoapp.media.answers import answer
from selkoapp.media.models import PHOTO, SOUND


@bp.get("/people/<uuid:person_id>/wishes.pdf")
@access("coach", obj="person")
def wish_sheet(person_id: UUID) -> Response:
    """The sheet in the seeker's language. Nothing is here when it is not shared. Reading it is logged."""
    viewer = guards.viewer()
    seeker = people.seeker_of(db(), viewer, person_id)
    told = Told.of(journal(db(), seeker.id))
    if not told.shared:
        raise NotFound
    guards.note_reading(seeker.id, "wishes")
    coach = people.faces(db(), [viewer.id])[viewer.id]
    return as_pdf(printed(paper_of(told, seeker.name, seeker.picture, seeker.language, coach)), seeker.language)


@bp.get("/people/<uuid:person_id>/wishes/<uuid:wish_id>/sound")
@access("coach", obj="wish")
def wish_sound(person_id: UUID, wish_id: UUID) -> Response:
    """What the seeker said."""
    return shared_media(person_id, wish_id, SOUND)


@bp.get("/people/<uuid:person_id>/wishes/<uuid:wish_id>/picture")
@access("coach", obj="wish")
def wish_picture(person_id: UUID, wish_id: UUID) -> Response:
    """What the seeker photographed."""
    return shared_media(person_id, wish_id, PHOTO)


def shared_media(person_id: UUID, wish_id: UUID, kind: str) -> Response:
    """The sound or photograph of a wish; NotFound when it is not shared with this coach."""
    seeker = people.seeker_of(db(), guards.viewer(), person_id)
    sharing.require_shared(db(), seeker.id)
    found = media_of(db(), seeker.id, wish_id, kind)
    guards.note_reading(seeker.id, "wishes")
    return answer(found)
