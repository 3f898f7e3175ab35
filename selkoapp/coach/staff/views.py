"""The coordinator's colleagues: who coaches here, a new coach, and mending what is known of one."""

from uuid import UUID

from flask import Response, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import colleagues, guards
from selkoapp.accounts.models import Person
from selkoapp.coach.desk import bp
from selkoapp.coach.staff.forms import CoachForm
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import Conflict
from selkoapp.kernel.pages import go, page


@bp.get("/staff")
@access("coordinator")
def staff_list() -> Response:
    """The coaches and coordinators of the organisation, with how many people each helps."""
    return page("coach/staff.html", colleagues=colleagues.colleagues_of(db(), guards.viewer()))


def password_paper(coach: Person, password: str) -> Response:
    """The first password, to print. It is on this answer only: it is kept as a hash, so it cannot be shown again."""
    return page("coach/first_password.html", coach=coach, password=password, host=request.host)


@bp.route("/staff/new", methods=["GET", "POST"])
@access("coordinator", fresh=True, shows_form=True)
def new_coach() -> Response:
    """Let a coach in."""
    form = CoachForm()
    if form.validate_on_submit():
        try:
            coach, password = colleagues.add_coach(db(), guards.viewer(), *form.about())
        except Conflict:
            form.login.errors = [login_taken()]
        else:
            db().commit()
            return password_paper(coach, password)
    return page("coach/new_coach.html", 422 if form.errors else 200, form=form)


@bp.route("/staff/<uuid:coach_id>", methods=["GET", "POST"])
@access("coordinator", obj="coach", fresh=True, shows_form=True)
def about_coach(coach_id: UUID) -> AnyResponse:
    """Mend a coach's name, email, phone and picture."""
    coach = colleagues.coach_in(db(), guards.viewer(), coach_id)
    form, named = CoachForm(obj=coach), coach.name
    if form.validate_on_submit():
        try:
            colleagues.correct(db(), coach, *form.about())
        except Conflict:
            form.login.errors = [login_taken()]
        else:
            db().commit()
            return go("coach.staff_list")
    return page("coach/about_coach.html", 422 if form.errors else 200, form=form, coach_id=coach_id, named=named)


@bp.post("/staff/<uuid:coach_id>/password")
@access("coordinator", obj="coach", fresh=True)
def new_first_password(coach_id: UUID) -> Response:
    """Give a coach who has lost the password another first one."""
    coach = colleagues.coach_in(db(), guards.viewer(), coach_id)
    password = colleagues.new_first_password(db(), coach)
    db().commit()
    return password_paper(coach, password)


def login_taken() -> str:
    """What to do when another coach has this email."""
    return _("Somebody logs in with this email already. Write another email.")
