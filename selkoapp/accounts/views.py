"""The front door, and the staff's way in. Cards and leaving are in the folder door."""

from flask import Flask, Response, g, redirect, request, url_for
from flask_babel import gettext as _

from selkoapp.accounts import guards, passwords, signins
from selkoapp.accounts.blueprint import bp
from selkoapp.accounts.door import views as door_views
from selkoapp.accounts.door.views import limit
from selkoapp.accounts.forms import StaffForm
from selkoapp.accounts.guards import FreshSignInNeeded
from selkoapp.accounts.models import Role
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import empty, go, own_path, page

PAGES = (door_views,)  # each adds its views to bp when it is imported

# So many in so many seconds.
PASSWORDS = (20, 60)  # from one address: an office signs in at nine o'clock
PASSWORDS_FOR_ONE = (5, 60)
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


@bp.route("/staff", methods=["GET", "POST"])
@access("anyone")
def staff() -> Response:
    """A coach's or coordinator's sign-in."""
    form = StaffForm()
    onward = own_path(request.args.get("next"))
    if request.method == "POST":
        limit("password", PASSWORDS)
        limit("login", PASSWORDS_FOR_ONE, (form.login.data or "").strip().lower())
        if form.validate_on_submit():
            person = passwords.staff_with(db(), form.login.data, form.password.data)
            if person:
                token = signins.sign_in(db(), person, g.visit, "password")
                db().commit()
                return guards.set_cookie(redirect(onward or url_for("accounts.start"), 303), token, person.role)
            form.password.errors = [_("The email or the password is wrong. Try again.")]
    return page("accounts/staff.html", 422 if form.errors else 200, form=form, onward=onward, again=g.viewer is not None)


def ask_again(_fault: FreshSignInNeeded) -> Response:
    """Ask for the password again before a thing that needs a fresh sign-in, then go on there."""
    return go("accounts.staff", next=request.path)


def register(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(bp)
    app.context_processor(lambda: {"home_url": url_for(HOMES[g.viewer.role]) if g.get("viewer") else None})
    app.register_error_handler(FreshSignInNeeded, ask_again)
