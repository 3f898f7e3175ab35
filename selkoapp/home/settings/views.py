"""How pages look and sound: chosen by pictures, kept per person and device, changed at once."""

from flask import Response, current_app, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards, looks, signins
from selkoapp.accounts.models import Role
from selkoapp.home.blueprint import bp
from selkoapp.home.forms import ChoiceForm
from selkoapp.home.settings import choices
from selkoapp.home.settings.choices import Choice, Offered, Question
from selkoapp.kernel import i18n
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import NotFound
from selkoapp.kernel.pages import go, page


@bp.get("/settings")
@access("anyone")
def settings() -> Response:
    """What can be changed, each with what holds now."""
    visit = guards.visit()
    signed_in_seeker = visit and visit.viewer and visit.viewer.role == Role.SEEKER
    back = url_for("home.me" if signed_in_seeker else "accounts.start")
    return page("home/settings.html", seen=choices.to_see().values(), heard=to_hear().values(), back_url=back)


def to_hear() -> Offered:
    """The questions about sound for who asks now; none to staff, whose pages do not read themselves aloud."""
    if not guards.hears():
        return {}
    visit, engines = guards.visit(), current_app.extensions["speech"].voices(i18n.language())
    return choices.to_hear(engines, bool(visit and visit.viewer))


def question_of(kind: str) -> Question:
    """The question that an address names; NotFound when it names none for who asks now."""
    offered = choices.to_see() | to_hear()
    if kind not in offered:
        raise NotFound
    return offered[kind]


@bp.get("/settings/<kind>")
@access("anyone")
def setting(kind: str) -> Response:
    """One question with its pictures."""
    return ask(question_of(kind))


def ask(question: Question) -> Response:
    """The page of one setting; a press leads back to it."""
    here = url_for("home.setting_chosen", kind=question.kind)
    return page("home/setting.html", question=question, action=here, back_url=url_for("home.settings"))


@bp.post("/settings/<kind>")
@access("anyone")
def setting_chosen(kind: str) -> AnyResponse:
    """Keep the choice and show it."""
    question = question_of(kind)
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
    save(visit, question, choice)
    db().commit()
    return guards.set_cookie(response, token) if token else response


def save(visit: signins.Visit, question: Question, choice: Choice) -> None:
    """Write the choice; on all devices of a person who wants them to sound alike, if it is about sound."""
    alike = guards.look().listens_alike
    if question.kind == choices.DEVICES.kind:
        alike = choice.kept
        looks.listen_alike(db(), visit.viewer.id, alike)
    else:
        looks.change_look(db(), visit.look_id, **{question.column: choice.kept})
    if alike and question.listening:
        looks.share_listening(db(), visit.viewer.id, visit.look_id)
