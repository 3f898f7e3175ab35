"""The front door. Cards and leaving are in the folder door, the staff's way in is in the folder staff."""

from flask import Flask, Response, g, url_for

from selkoapp.accounts.blueprint import bp
from selkoapp.accounts.door import views as door_views
from selkoapp.accounts.guards import FreshSignInNeeded
from selkoapp.accounts.models import Role
from selkoapp.accounts.own_password import views as password_views
from selkoapp.accounts.staff import views as staff_views
from selkoapp.kernel.access import access
from selkoapp.kernel.faults import SignInNeeded
from selkoapp.kernel.pages import empty, go, page

PAGES = (door_views, staff_views, password_views)  # each adds its views to bp when it is imported
HOMES = {Role.SEEKER: "home.home_page", Role.COACH: "coach.inbox", Role.COORDINATOR: "coach.people"}


@bp.get("/")
@access("anyone")
def start() -> Response:
    """The front door: home for who is signed in, else "Kuka sinä olet?" or the welcome."""
    if g.viewer:
        return go(HOMES[g.viewer.role])
    shared = bool(g.visit and g.visit.shared)
    return page("accounts/start.html", shared=shared)


@bp.get("/who")
@access("anyone")
def who() -> Response:
    """ "Kuka sinä olet?" for who is not the one that the device knows. It shows nothing of its owner, who has a way on."""
    owner, g.viewer = g.viewer, None
    return page("accounts/start.html", shared=True, owner=owner)


@bp.post("/presence")
@access("seeker")
def still_here() -> Response:
    """Somebody touches the page, or pressed Kyllä at "Oletko vielä tässä?". The guard has noted it already."""
    return empty()


def register(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(bp)
    app.context_processor(lambda: {"home_url": url_for(HOMES[g.viewer.role]) if g.get("viewer") else None})
    app.register_error_handler(SignInNeeded, staff_views.ask_to_sign_in)
    app.register_error_handler(FreshSignInNeeded, staff_views.ask_again)
