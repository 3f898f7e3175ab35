"""The way in of coaches and coordinators, and back to where they were when their sign-in ended."""

from flask import Response, current_app, g, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards, passwords, signins
from selkoapp.accounts.blueprint import bp
from selkoapp.accounts.door.views import limit
from selkoapp.accounts.forms import StaffForm
from selkoapp.accounts.guards import FreshSignInNeeded
from selkoapp.accounts.models import Person, Role
from selkoapp.accounts.staff.kept import PREFIX, Sent, kept_again, long_texts
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.errorpages import on_fault
from selkoapp.kernel.faults import SignInNeeded
from selkoapp.kernel.forms import ONLY_SHOW
from selkoapp.kernel.pages import go, own_path, page

# So many in so many seconds.
PASSWORDS = (20, 60)  # from one address: an office signs in at nine o'clock
PASSWORDS_FOR_ONE = (5, 60)
SECRET = ("password", "again")


@bp.route("/staff", methods=["GET", "POST"])
@access("anyone")
def staff() -> AnyResponse:
    """A coach's or coordinator's sign-in."""
    form = StaffForm()
    onward = own_path(request.args.get("next"))
    kept = kept_again(request.form.items(multi=True))
    if request.method == "POST":
        limit("password", PASSWORDS)
        limit("login", PASSWORDS_FOR_ONE, (form.login.data or "").strip().lower())
        if form.validate_on_submit():
            person = passwords.staff_with(db(), form.login.data, form.password.data)
            if person:
                return come_in(person, onward, kept)
            form.password.errors = [_("The email or the password is wrong. Try again.")]
    return sign_in_page(form, onward, kept, 422 if form.errors else 200)


def come_in(person: Person, onward: str | None, kept: Sent) -> AnyResponse:
    """Sign in and go on; what was kept is shown in its own form, and nothing of it is sent before the coach says so."""
    token = signins.sign_in(db(), person, g.visit, "password")
    db().commit()
    if onward and kept and shows_form(onward):
        response = page("accounts/unsent.html", onward=onward, kept=kept, texts=long_texts(kept), only_show=ONLY_SHOW)
    else:
        response = redirect(onward or url_for("accounts.start"), 303)
    return guards.set_cookie(response, token, person.role)


def sign_in_page(form: StaffForm, onward: str | None, kept: Sent, status: int) -> Response:
    """The sign-in; `kept` goes with it. Who is signed in needs not write the email again."""
    carried = [(PREFIX + name, value) for name, value in kept]
    if g.viewer and not form.login.data:
        form.login.data = passwords.login_of(db(), g.viewer.id)
    return page("accounts/staff.html", status, form=form, onward=onward, carried=carried, again=g.viewer is not None)


def ask_to_sign_in(fault: SignInNeeded) -> AnyResponse:
    """At a staff address the sign-in of the staff, and then on; elsewhere, and for what scripts ask, the error's own page."""
    rule = current_app.view_functions[request.endpoint].access
    if Role.SEEKER in rule.roles or "X-Fragment" in request.headers:
        return on_fault(fault)
    return sign_in_page(StaffForm(formdata=None), way_back(), sent_fields(), fault.status)


def ask_again(fault: FreshSignInNeeded) -> AnyResponse:
    """Ask for the password again before a thing that needs a fresh sign-in, then go on there."""
    if request.method == "POST":
        return sign_in_page(StaffForm(formdata=None), way_back(), sent_fields(), fault.status)
    return go("accounts.staff", next=request.path)


def way_back() -> str:
    """Where to go on: the page asked for, or for a press without a form of its own the page on which it was pressed."""
    if request.method != "POST" or shows_form(request.path):
        return request.path
    return own_path(request.referrer, request.host) or url_for("accounts.start")


def shows_form(path: str) -> bool:
    """Whether a press of ONLY_SHOW to this address gets its form filled in."""
    try:
        endpoint, _values = current_app.url_map.bind(request.host).match(path, method="POST")
    except HTTPException:
        return False
    return current_app.view_functions[endpoint].access.shows_form


def sent_fields() -> Sent:
    """What the refused press brought, but for passwords: those are typed again."""
    return [(name, value) for name, value in request.form.items(multi=True) if name not in SECRET]
