"""How pages look: chosen by pictures, kept per person and device, changed at once."""

from flask import Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards, looks, signins
from selkoapp.accounts.models import Role
from selkoapp.home.blueprint import bp
from selkoapp.home.forms import ChoiceForm
from selkoapp.home.settings import choices
from selkoapp.home.settings.choices import Choice, Question
from selkoapp.kernel import i18n
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import go, page


@bp.get("/settings")
@access("anyone")
def settings() -> Response:
    """What can be changed, each with what holds now."""
    visit = guards.visit()
    signed_in_seeker = visit and visit.viewer and visit.viewer.role == Role.SEEKER
    back = url_for("home.me" if signed_in_seeker else "accounts.start")
    return page("home/settings.html", questions=choices.QUESTIONS.values(), back_url=back)


@bp.get("/settings/<kind>")
@access("anyone")
def setting(kind: str) -> Response:
    """One question with its pictures."""
    return ask(choices.question_of(kind))


def ask(question: Question) -> Response:
    """The page of one setting; a press leads back to it."""
    here = url_for("home.setting_chosen", kind=question.kind)
    return page("home/setting.html", question=question, action=here, back_url=url_for("home.settings"))


@bp.post("/settings/<kind>")
@access("anyone")
def setting_chosen(kind: str) -> AnyResponse:
    """Keep the choice and show it."""
    question = choices.question_of(kind)
    choice = pressed(question)
    if choice is None:
        return ask(question)
    return keep(go("home.setting", kind=kind), question, choice)


@bp.post("/language")
@access("anyone")
def language_chosen() -> AnyResponse:
    """A language chosen at the front door, by whoever stands there."""
    choice = pressed(choices.LANGUAGE)
    front_door = go("accounts.start")
    return keep(front_door, choices.LANGUAGE, choice) if choice else front_door


@bp.get("/welcome/<kind>")
@access("seeker")
def welcome(kind: str) -> Response:
    """One of the three pages of a first visit."""
    return ask_at_first(choices.first_visit_step(kind))


def ask_at_first(step: int) -> Response:
    """The page of one step, with how many there are."""
    question = choices.FIRST_VISIT[step]
    back = url_for("home.welcome", kind=choices.FIRST_VISIT[step - 1].kind) if step else None
    return page(
        "home/welcome.html",
        question=question,
        action=url_for("home.welcome_chosen", kind=question.kind),
        number=step + 1,
        total=len(choices.FIRST_VISIT),
        back_url=back,
    )


@bp.post("/welcome/<kind>")
@access("seeker")
def welcome_chosen(kind: str) -> AnyResponse:
    """Keep the choice and go on: to the next page, after the last one home."""
    step = choices.first_visit_step(kind)
    question = choices.FIRST_VISIT[step]
    choice = pressed(question)
    if choice is None:
        return ask_at_first(step)
    if step + 1 < len(choices.FIRST_VISIT):
        return keep(go("home.welcome", kind=choices.FIRST_VISIT[step + 1].kind), question, choice)
    looks.finish_first_visit(db(), guards.visit().look_id)
    return keep(go("home.home_page"), question, choice)


def pressed(question: Question) -> Choice | None:
    """What was chosen; None when it is none of the pictures, or came too soon to be an answer."""
    form = ChoiceForm()
    return question.named(form.choice.data) if form.validate_on_submit() and not form.too_soon() else None


def keep(response: AnyResponse, question: Question, choice: Choice) -> AnyResponse:
    """Save the choice for this person on this device. A browser that was not known yet gets its visit with it."""
    visit, token = guards.visit(), None
    if visit is None:
        token = signins.begin_visit(db(), i18n.language())
        visit, _look = signins.find_visit(db(), token)
    looks.change_look(db(), visit.look_id, **{question.column: choice.kept})
    db().commit()
    return guards.set_cookie(response, token) if token else response
