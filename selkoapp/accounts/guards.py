"""At the door of every view: who comes, on which device, and may they enter?"""

from uuid import UUID

from flask import Flask, Response, current_app, g, request

from selkoapp.accounts import readings, signins
from selkoapp.accounts.signins import LookNow, Viewer, Visit
from selkoapp.kernel import clock, i18n
from selkoapp.kernel.access import ANYONE
from selkoapp.kernel.db import close, db, own_transaction
from selkoapp.kernel.faults import NotAllowed, SignInNeeded
from selkoapp.kernel.headers import SAFE_METHODS
from selkoapp.kernel.limits import pseudonym
from selkoapp.speech.listeners import Listener
from selkoapp.speech.quota import ADDRESS

COOKIE = "__Host-sid"


class FreshSignInNeeded(NotAllowed):
    """The person is signed in, but not proved within the last minutes."""


def know_visitor() -> None:
    """Find the visit that the cookie opens; note that its person is here.

    The look-up reads only, also before a press: the press's own transaction starts when its view begins to write.
    """
    g.reads = True
    g.visit = g.viewer = g.look = None
    token = request.cookies.get(COOKIE)
    found = signins.find_visit(db(), token) if token and request.endpoint != "assets.asset_file" else None
    if found is not None:
        g.visit, g.look = found
        g.viewer = g.visit.viewer
    if request.method not in SAFE_METHODS:
        close()
        g.reads = False
    if g.viewer and "X-Fragment" not in request.headers and clock.now() - g.visit.seen_at > signins.TOUCH:
        with own_transaction() as short, short.begin():
            signins.touch(short, g.visit)


def guard_view() -> None:
    """Let in whom the view names. A view that names nobody lets nobody in."""
    if request.url_rule is None:
        return
    rule = getattr(current_app.view_functions[request.endpoint], "access", None)
    if rule is None:
        raise NotAllowed
    if ANYONE in rule.roles:
        return
    if g.viewer is None:
        raise SignInNeeded
    if g.viewer.role not in rule.roles:
        raise NotAllowed
    if rule.fresh and not g.visit.fresh:
        raise FreshSignInNeeded


def current_secret() -> str:
    """The installation's secret, for pseudonyms."""
    return current_app.extensions["settings"].secret_key


def viewer() -> Viewer:
    """The signed-in person; SignInNeeded when there is none."""
    if g.viewer is None:
        raise SignInNeeded
    return g.viewer


def hears() -> bool:
    """Whether pages read themselves aloud to who asks now: to seekers and to who is not signed in."""
    return g.get("viewer") is None or g.viewer.role == "seeker"


def listener() -> Listener:
    """Who listens now, for the room of speech. A visitor's new clips are counted by a pseudonym of the address."""
    key = str(g.viewer.id) if g.get("viewer") else ""
    counted = key or ADDRESS + pseudonym(current_secret(), request.remote_addr or "")
    return Listener(key, counted, hears(), _names(), look().speed, look().voice)


def _names() -> dict[str, str]:
    if g.get("viewer") is None:
        return {}
    mine = {g.viewer.name: g.viewer.language}
    return mine | ({g.viewer.coach_name: g.viewer.coach_language} if g.viewer.coach_name else {})


def visit() -> Visit | None:
    """This browser's visit, if it has one."""
    return g.visit


def look() -> LookNow:
    """How this request's pages look; for an unknown browser the defaults."""
    return g.get("look") or LookNow(i18n.language(), "normal", "auto", True, False)


def set_cookie(response: Response, token: str, role: str | None = None, shared: bool | None = None) -> Response:
    """Give the browser its visit's token. Own devices keep it; on others it goes when the browser is closed."""
    kept = signins.OWN.absolute if role in (None, "seeker") and shared is not True else None
    response.set_cookie(
        COOKIE, token, secure=True, httponly=True, samesite="Lax", path="/", max_age=int(kept.total_seconds()) if kept else None
    )
    return response


def note_reading(person: UUID, *opened: str) -> None:
    """Write all that a page opens into the log of reading, committed before it is sent. Only readings by others are logged."""
    if person != viewer().id:
        with own_transaction() as short, short.begin():
            readings.log_reading(short, viewer(), person, *opened)


def register(app: Flask) -> None:
    """Stand at the door."""
    app.before_request(know_visitor)
    app.before_request(guard_view)
    app.context_processor(lambda: {"viewer": g.get("viewer"), "visit": g.get("visit"), "look": look()})
    app.jinja_env.globals["hears"] = hears
