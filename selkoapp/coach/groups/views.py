"""The groups that a coach leads: a new one, and who is in it."""

from uuid import UUID

from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards, people
from selkoapp.coach.desk import bp
from selkoapp.coach.groups.forms import GroupForm
from selkoapp.groups import service as groups
from selkoapp.groups.models import Group
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import options
from selkoapp.kernel.pages import go, page


def group_form(group: Group | None = None) -> tuple[GroupForm, dict]:
    """The form with the coach's seekers to tick, and those seekers by id."""
    seekers = {str(seeker.id): seeker for seeker in people.seekers_of(db(), guards.viewer())}
    now = [str(person) for person in groups.member_ids(db(), group.id)] if group else []
    form = GroupForm(name=group.name if group else "", members=now)
    form.members.choices = options((key, seeker.name) for key, seeker in seekers.items())
    return form, seekers


def ticked(form: GroupForm, seekers: dict) -> set[UUID]:
    """The ids that are ticked."""
    return {seekers[key].id for key in form.members.data}


@bp.route("/groups/new", methods=["GET", "POST"])
@access("coach", shows_form=True)
def new_group() -> AnyResponse:
    """Make a group that this coach leads."""
    form, seekers = group_form()
    if form.validate_on_submit():
        groups.make_group(db(), guards.viewer(), form.name.data, ticked(form, seekers))
        db().commit()
        return go("coach.event_list")
    return page("coach/group.html", 422 if form.errors else 200, form=form, seekers=seekers, group=None, others=[])


@bp.route("/groups/<uuid:group_id>", methods=["GET", "POST"])
@access("coach", obj="group", shows_form=True)
def group(group_id: UUID) -> AnyResponse:
    """Change the name and who is in it."""
    viewer = guards.viewer()
    found = groups.led_group(db(), viewer, group_id)
    form, seekers = group_form(found)
    if form.validate_on_submit():
        found.name = form.name.data
        groups.set_members(db(), viewer, found, ticked(form, seekers))
        db().commit()
        return go("coach.event_list")
    others = groups.others_in(db(), viewer, found)
    return page("coach/group.html", 422 if form.errors else 200, form=form, seekers=seekers, group=found, others=others)
