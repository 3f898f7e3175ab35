"""Let us practise first: three foods teach the answers. It can be skipped, repeated and left for another day."""

from flask import Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts.guards import viewer
from selkoapp.interests.blueprint import bp
from selkoapp.interests.models import Scale
from selkoapp.interests.practice import rounds, service
from selkoapp.interests.practice.forms import PracticeForm, ScaleForm
from selkoapp.interests.practice.words import ASKED, SCALES
from selkoapp.interests.words import WORDS
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import PressForm
from selkoapp.kernel.pages import go, page


@bp.get("/wishes/practice")
@access("seeker")
def practice() -> Response:
    """What the answers mean, before the first food."""
    going_on = service.round_of(db(), viewer().id)
    return page(
        "interests/practice/begin.html",
        answers=[WORDS[value] for value in rounds.ANSWERS[going_on.scale]],
        number=len(going_on.said) + 1,
        back_url=url_for("interests.wishes"),
    )


@bp.post("/wishes/practice/skipped")
@access("seeker")
def practice_skipped() -> AnyResponse:
    """No practice now; on to the work."""
    form = PressForm()
    if not form.validate_on_submit() or form.too_soon():
        return practice()
    service.skip(db(), viewer())
    db().commit()
    return go("interests.sectors")


@bp.get("/wishes/practice/<int:number>")
@access("seeker")
def practice_step(number: int) -> AnyResponse:
    """One page of the round that goes on."""
    going_on = service.round_of(db(), viewer().id)
    step = rounds.step(going_on.scale, going_on.said, number)
    if step is None:
        return go("interests.practice")
    return page(
        "interests/practice/food.html" if len(step.foods) == 1 else "interests/practice/foods.html",
        step=step,
        steps=rounds.STEPS,
        asked=ASKED,
        words=WORDS,
        back_url=url_for("interests.practice_step", number=number - 1) if number > 1 else url_for("interests.practice"),
    )


@bp.post("/wishes/practice/<int:number>/answers")
@access("seeker")
def practice_said(number: int) -> AnyResponse:
    """Keep one press and go on. The last one sent twice finds the round over, and leads to its end all the same."""
    form = PracticeForm()
    if not form.validate_on_submit() or form.too_soon():
        return practice_step(number)
    service.say(db(), viewer(), number, form.value.data)
    db().commit()
    over = number == rounds.STEPS and service.round_of(db(), viewer().id).id is None
    return go("interests.practice_done") if over else go("interests.practice_step", number=number + 1)


@bp.get("/wishes/practice/done")
@access("seeker")
def practice_done() -> Response:
    """How the person answers from now on. Where it became simpler, a little more practice is offered first."""
    now = service.fitting(db(), viewer().id)
    return page(
        "interests/practice/done.html",
        said=SCALES[now.scale],
        more=now.simpler and now.scale == Scale.TWO,
        back_url=url_for("interests.wishes"),
    )


@bp.get("/wishes/practice/scale")
@access("seeker")
def scale() -> Response:
    """How do you want to answer? The present way is marked."""
    now = service.scale_of(db(), viewer().id)
    return page("interests/practice/scale.html", scales=SCALES, now=now, back_url=url_for("interests.practice_done"))


@bp.post("/wishes/practice/scale")
@access("seeker")
def scale_chosen() -> AnyResponse:
    """Keep the choice: no practice changes it any more."""
    form = ScaleForm()
    if not form.validate_on_submit() or form.too_soon():
        return scale()
    service.choose_scale(db(), viewer(), Scale(form.value.data))
    db().commit()
    return go("interests.practice_done")
