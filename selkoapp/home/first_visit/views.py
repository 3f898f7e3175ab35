"""The three pages of a first visit: language; voice and speed; text and colours. Each press saves at once."""

from flask import Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards, looks
from selkoapp.home.blueprint import bp
from selkoapp.home.first_visit.pages import FIRST_VISIT, step_of
from selkoapp.home.settings import choices
from selkoapp.home.settings.views import keep, pressed, question_of, to_hear
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import PressForm
from selkoapp.kernel.pages import go, page


@bp.get("/welcome/<kind>")
@access("seeker")
def welcome(kind: str) -> Response:
    """The page of the first visit on which this is asked."""
    return ask_at_first(step_of(kind))


def ask_at_first(step: int) -> Response:
    """One page, with how many there are."""
    offered = choices.to_see() | to_hear()
    asked = FIRST_VISIT[step]
    return page(
        "home/welcome.html",
        title=asked.title,
        questions=[offered[kind] for kind in asked.kinds if kind in offered],
        number=step + 1,
        total=len(FIRST_VISIT),
        next_url=address_of(step + 1),
        back_url=address_of(step - 1),
    )


def address_of(step: int) -> str | None:
    """Where a page of the first visit is, or None when there is none."""
    return url_for("home.welcome", kind=FIRST_VISIT[step].kinds[0]) if 0 <= step < len(FIRST_VISIT) else None


@bp.post("/welcome/<kind>")
@access("seeker")
def welcome_chosen(kind: str) -> AnyResponse:
    """Keep the choice. A page with one question goes on by itself; on the others there is more to choose."""
    step = step_of(kind)
    question = question_of(kind)
    choice = pressed(question)
    if choice is None:
        return ask_at_first(step)
    if FIRST_VISIT[step].kinds == (kind,):
        return keep(go("home.welcome", kind=FIRST_VISIT[step + 1].kinds[0]), question, choice)
    return keep(go("home.welcome", kind=kind, _anchor=kind), question, choice)


@bp.post("/welcome/ready")
@access("seeker")
def welcome_over() -> AnyResponse:
    """The last page is done; home."""
    form = PressForm()
    if not form.validate_on_submit() or form.too_soon():
        return ask_at_first(len(FIRST_VISIT) - 1)
    looks.finish_first_visit(db(), guards.visit().look_id)
    db().commit()
    return go("home.home_page")
