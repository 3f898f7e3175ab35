"""What happens next for a seeker: agreed, changed, or agreed no more."""

from uuid import UUID

from flask import Response

from selkoapp.accounts import guards
from selkoapp.coach.desk import bp
from selkoapp.coach.people.page import person_page, step_form
from selkoapp.interests import service as interests
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import go
from selkoapp.messages.thread import seeker_with_thread


@bp.post("/people/<uuid:person_id>/next-step")
@access("coach", obj="person", shows_form=True)
def next_step(person_id: UUID) -> Response:
    """Keep what happens next. It stands on the seeker's home page at once; the coach's page says what was saved."""
    viewer = guards.viewer()
    seeker, thread_id = seeker_with_thread(db(), viewer, person_id)
    now = interests.next_step_of(db(), seeker.id)
    form = step_form(viewer, seeker, now)
    if not form.validate_on_submit():
        return person_page(seeker, thread_id, now, form)
    interests.set_next_step(
        db(), viewer, seeker.id, picture=form.picture.data, text=form.text.data, language=seeker.language,
        day=form.day.data, who_id=UUID(form.who.data),
    )  # fmt: skip
    db().commit()
    return go("coach.person", person_id=seeker.id, saved="step", _anchor="next")


@bp.post("/people/<uuid:person_id>/next-step/none")
@access("coach", obj="person")
def no_next_step(person_id: UUID) -> Response:
    """Nothing is agreed any more: the seeker's home page says that the two of them agree on the next step."""
    viewer = guards.viewer()
    seeker, _thread_id = seeker_with_thread(db(), viewer, person_id)
    interests.clear_next_step(db(), viewer, seeker.id)
    db().commit()
    return go("coach.person", person_id=seeker.id, _anchor="next")
