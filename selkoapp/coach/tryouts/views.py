"""A seeker has tried a task."""

from uuid import UUID

from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards, people
from selkoapp.coach.desk import bp
from selkoapp.coach.tryouts.forms import TryoutForm
from selkoapp.interests.tryouts import note_tryout
from selkoapp.kernel import clock
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import go, page


@bp.route("/people/<uuid:person_id>/tryouts", methods=["GET", "POST"])
@access("coach", obj="person", shows_form=True)
def tried(person_id: UUID) -> AnyResponse:
    """Note a try-out. The same picture is asked of the person again."""
    viewer = guards.viewer()
    seeker = people.seeker_of(db(), viewer, person_id)
    form = TryoutForm(day=clock.today())
    if not form.validate_on_submit():
        return page("coach/tried.html", 422 if form.errors else 200, form=form, seeker=seeker)
    note_tryout(db(), viewer, seeker.id, form.task.data, form.day.data, form.place.data)
    db().commit()
    return go("coach.person", person_id=seeker.id, _anchor="tried")
