"""Kumpaa haluan enemmän? Two pictures at a time, until the sitting has asked enough."""

from flask import Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts.guards import viewer
from selkoapp.interests import service, sittings
from selkoapp.interests.blueprint import bp
from selkoapp.interests.models import Value
from selkoapp.interests.pairing.forms import NONE_OF_THESE, PairForm
from selkoapp.interests.pairing.history import in_lasting_order
from selkoapp.interests.pairing.questions import LEAST_YES, Question, coming, now_of, question
from selkoapp.interests.pairing.service import record
from selkoapp.interests.sharing import coach_who_sees
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import Conflict
from selkoapp.kernel.forms import PressForm
from selkoapp.kernel.pages import go, page


@bp.get("/wishes/pairs")
@access("seeker")
def pairs() -> Response:
    """What will be asked, and that nothing is wrong when it is asked twice. Without enough yes-answers, the way to them."""
    answers = service.latest(db(), viewer().id)
    yes = in_lasting_order(task for task, latest in answers.items() if latest.value == Value.YES)
    template = "interests/pairs.html" if len(yes) >= LEAST_YES else "interests/pairs_later.html"
    return page(template, coach=coach_who_sees(db(), viewer()), back_url=url_for("interests.wishes"))


@bp.get("/wishes/pairs/next")
@access("seeker")
def next_pair() -> AnyResponse:
    """Go on where it stopped."""
    asked = coming(now_of(db(), viewer()))
    return go("interests.pair", number=asked.number) if asked else go("interests.pairs_end")


@bp.get("/wishes/pairs/<int:number>")
@access("seeker")
def pair(number: int) -> AnyResponse:
    """A question of this sitting, with its answer if it has one."""
    asked = question(now_of(db(), viewer()), number)
    return question_page(asked) if asked else go("interests.next_pair")


@bp.post("/wishes/pairs/<int:number>/answers")
@access("seeker")
def pair_chosen(number: int) -> AnyResponse:
    """Save one press and go on."""
    form = PairForm()
    if not form.validate_on_submit() or form.too_soon():
        return pair(number)
    try:
        record(db(), viewer(), form.tasks(), form.layout_shown(), form.answer(), form.client_key())
    except Conflict:  # two buttons of one page pressed at once, or a page of yesterday: what counts is shown
        return go("interests.pair", number=number)
    db().commit()
    return go("interests.pair", number=number + 1)


@bp.get("/wishes/pairs/end")
@access("seeker")
def pairs_end() -> AnyResponse:
    """Thanks: the sitting has asked enough, or there is nothing left to ask."""
    now = now_of(db(), viewer())
    if coming(now):
        return go("interests.next_pair")
    last = len(now.answered)
    return page(
        "interests/pairs_end.html",
        sitting=now.sitting,
        back_url=url_for("interests.pair", number=last) if last else url_for("interests.pairs"),
    )


@bp.post("/wishes/pairs/end")
@access("seeker")
def pairs_stopped() -> AnyResponse:
    """Riittää jo: the sitting ends."""
    form = PressForm()
    if not form.validate_on_submit() or form.too_soon():
        return go("interests.next_pair")
    sitting = sittings.open_sitting(db(), viewer())
    if sitting:
        sittings.end_sitting(db(), viewer(), sitting.id)
        db().commit()
    return go("interests.enough")


def question_page(asked: Question) -> Response:
    """Two pictures, or up to five; also once more after a press that came too soon."""
    return page(
        "interests/pair.html" if asked.layout else "interests/few.html",
        question=asked,
        no_task=NONE_OF_THESE,
        back_url=url_for("interests.pair", number=asked.number - 1) if asked.number > 1 else url_for("interests.pairs"),
    )
