"""Adding a task as Simo does: the form filled in and sent with a photograph or without."""

from io import BytesIO

from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.visit import Browser, Page

NEW = "/coach/tasks/new"
MOWING = {
    "sector": "sector_outdoors",
    "label_fi": "leikata ruohoa golfkentällä",
    "label_sv": "klippa gräs på golfbanan",
    "label_en": "cut grass on a golf course",
    "meaning_fi": "Ajat ruohonleikkuria. Golfkenttä on lähellä merta.",
    "meaning_sv": "Du kör en gräsklippare. Golfbanan är nära havet.",
    "meaning_en": "You drive a lawn mower. The golf course is near the sea.",
    "picture": "mow_lawn",
}


def send(coach: Browser, path: str, photo: bytes | None = None, status: int = 200, **fields: str) -> Page:
    """Send the form at this path as a browser does: with a file, or with an empty one."""
    form = coach.get(path).form(path) | {"sector": MOWING["sector"]} | fields  # a select has no value of its own
    boundary, body = encode_multipart(form | {"photo": FileStorage(BytesIO(photo or b""), "x.jpg" if photo else "")})
    kind = f"multipart/form-data; boundary={boundary}"
    return coach._checked(coach.raw("POST", path, data=body, content_type=kind, follow_redirects=True), path, status)


def add(coach: Browser, photo: bytes | None = None, **fields: str) -> str:
    """Add the task, and return the path of its page."""
    return send(coach, NEW, photo, **MOWING | fields).response.request.path


def concept_at(path: str) -> str:
    """The concept_id of the task whose page this is."""
    return f"added_{path.rsplit('/', 1)[1].replace('-', '')}"
