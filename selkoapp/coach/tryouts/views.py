"""A seeker has tried a task."""

from uuid import UUID

from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards
from selkoapp.coach.desk import bp
from selkoapp.coach.people.page import person_page, step_form
from selkoapp.coach.tryouts.forms import TryoutForm
from selkoapp.interests import service as interests
from selkoapp.interests.tryouts import note_tryout
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import go
from selkoapp.messages.thread import seeker_with_thread


@bp.post("/people/<uuid:person_id>/tryouts")
@access("coach", obj="person", shows_form=True)
def tried(person_id: UUID) -> AnyResponse:
    """Note a try-out. The same picture is asked of the person again."""
    viewer = guards.viewer()
    seeker, thread_id = seeker_with_thread(db(), viewer, person_id)
    form = TryoutForm()
    if not form.validate_on_submit():
        now = interests.next_step_of(db(), seeker.id)
        return person_page(seeker, thread_id, now, step_form(viewer, seeker, now), tried=form)
    note_tryout(db(), viewer, seeker.id, form.task.data, form.day.data, form.place.data)
    db().commit()
    return go("coach.person", person_id=seeker.id, _anchor="tried")
