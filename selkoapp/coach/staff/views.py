"""The coordinator's colleagues: who coaches here, and a new coach."""

from flask import Response, request
from flask_babel import gettext as _

from selkoapp.accounts import guards
from selkoapp.accounts.colleagues import add_coach, colleagues_of
from selkoapp.coach.desk import bp
from selkoapp.coach.staff.forms import CoachForm
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import Conflict
from selkoapp.kernel.pages import page


@bp.get("/staff")
@access("coordinator")
def staff_list() -> Response:
    """The coaches and coordinators of the organisation, with how many people each helps."""
    return page("coach/staff.html", colleagues=colleagues_of(db(), guards.viewer()))


@bp.route("/staff/new", methods=["GET", "POST"])
@access("coordinator", fresh=True)
def new_coach() -> Response:
    """Let a coach in. The first password is on the answer only: it is kept as a hash, so it cannot be shown again."""
    form = CoachForm()
    if form.validate_on_submit():
        about = (form.name.data, form.login.data, form.phone.data, form.picture.data)
        try:
            coach, password = add_coach(db(), guards.viewer(), *about)
        except Conflict:
            form.login.errors = [_("Somebody logs in with this email already.")]
        else:
            db().commit()
            return page("coach/first_password.html", coach=coach, password=password, host=request.host)
    return page("coach/new_coach.html", 422 if form.errors else 200, form=form)
