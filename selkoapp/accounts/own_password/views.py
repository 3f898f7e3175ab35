"""A coach's or coordinator's own password: the first one was made by somebody else."""

from flask import Response, g
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards, passwords, signins
from selkoapp.accounts.blueprint import bp
from selkoapp.accounts.forms import NewPasswordForm
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import go, page


@bp.get("/staff/password")
@access("coach", "coordinator", fresh=True)
def new_password() -> Response:
    """Ask for a new password."""
    return page("accounts/new_password.html", form=NewPasswordForm(formdata=None))


@bp.post("/staff/password")
@access("coach", "coordinator", fresh=True)
def password_changed() -> AnyResponse:
    """Change it and end the sign-ins of this person on all other devices: somebody may have known the old one."""
    form = NewPasswordForm()
    if not form.validate_on_submit():
        return page("accounts/new_password.html", 422, form=form)
    viewer = guards.viewer()
    passwords.change(db(), viewer.id, form.password.data)
    signins.end_all_of(db(), viewer.id, besides=g.visit.id)
    db().commit()
    return go("accounts.password_kept")


@bp.get("/staff/password/kept")
@access("coach", "coordinator")
def password_kept() -> Response:
    """Say that it is done."""
    return page("accounts/password_kept.html")
