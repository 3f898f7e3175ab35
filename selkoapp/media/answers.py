"""A sound or photograph as an answer. The view that owns it has asked who may have it; nothing here takes a hash."""

import logging
from io import BytesIO
from uuid import UUID

from flask import Response, current_app, request, send_file

from selkoapp.kernel.faults import NotAllowed, NotFound
from selkoapp.kernel.headers import SANDBOX
from selkoapp.media.models import PHOTO, SOUND, Media
from selkoapp.media.store import FOLDER, Store

log = logging.getLogger("selkoapp.media")

TYPES = {SOUND: "audio/mp4", PHOTO: "image/jpeg"}
NAMES = {SOUND: "viesti.m4a", PHOTO: "kuva.jpg"}
OURS = (None, "same-origin", "none")  # none: the address was opened by hand


def store() -> Store:
    """Where this installation keeps its sounds and photographs."""
    return Store(current_app.extensions["settings"].data / FOLDER)


def keep_tidy() -> None:
    """Let the store be tidied when a day has gone. Call after what was kept is committed."""
    current_app.extensions["upkeep"].when_due(current_app)


def answer(media: Media) -> Response:
    """All of it, or the stretch that is asked for (Safari plays nothing without). No browser keeps it.

    Raises NotAllowed when a page of another site asks, NotFound when its file is not here.
    """
    if request.headers.get("Sec-Fetch-Site") not in OURS:
        raise NotAllowed
    try:
        response = send_file(
            BytesIO(store().get(media.sha256)),
            mimetype=TYPES[media.kind],
            download_name=NAMES[media.kind],
            conditional=True,
            etag=_etag(media.id),
            last_modified=media.made_at,
        )
    except FileNotFoundError:
        log.error("a file is missing", extra={"fault": media.kind})
        raise NotFound from None
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _etag(media: UUID) -> str:
    """The row's name, not the file's: two people who sent the same must not learn it."""
    return str(media)
