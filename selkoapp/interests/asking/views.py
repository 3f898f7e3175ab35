"""One picture at a time: the question, what it means, and the press."""

from flask import Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts.guards import viewer
from selkoapp.interests import course, service, sittings, tasks
from selkoapp.interests.asking.forms import TwoForm
from selkoapp.interests.blueprint import bp
from selkoapp.interests.forms import AnswerForm
from selkoapp.interests.models import Scale, Value
from selkoapp.interests.practice.rounds import ANSWERS
from selkoapp.interests.practice.service import scale_of
from selkoapp.interests.tasks import Place
from selkoapp.interests.ways import at_page, before_url, on_to, origin, sectors_url, wish_page, wishes_url
from selkoapp.interests.words import WORDS
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import Conflict
from selkoapp.kernel.i18n import language
from selkoapp.kernel.pages import go, page


@bp.get("/wishes/<sector>/<task>")
@access("seeker")
def task(sector: str, task: str) -> Response:
    """One question. An answer that was given before is marked."""
    return question_page(tasks.place(sector, task))


@bp.get("/wishes/<sector>/<task>/meaning")
@access("seeker")
def what_is_this(sector: str, task: str) -> Response:
    """Mikä tämä on? A larger picture and two sentences."""
    return meaning_page(tasks.place(sector, task))


@bp.post("/wishes/<sector>/<task>/answers")
@access("seeker")
def answer(sector: str, task: str) -> Response:
    """Save one press and go on."""
    place = tasks.place(sector, task)
    form = AnswerForm()
    if not form.validate_on_submit() or form.too_soon():
        return meaning_page(place) if form.value.data == Value.UNKNOWN else question_page(place)
    try:
        service.record_answer(db(), viewer(), place.task.id, form.answered(), form.client_key())
    except Conflict:  # a trembling hand pressed two buttons of one page: the first counts and is shown marked
        return go("interests.task", sector=sector, task=task, **origin())
    coming = course.next_task(place.sector, service.latest(db(), viewer().id), after=place.task)
    db().commit()
    if sittings.is_full(db(), viewer()):
        return go("interests.enough")
    return go("interests.all_answers", **at_page(wish_page())) if origin() else on_to(place.sector, coming)


@bp.get("/wishes/<sector>/two")
@access("seeker")
def two(sector: str) -> AnyResponse:
    """Two tasks that the person has not met yet, for who chooses rather than says yes or no. The last one alone."""
    asked = tasks.sector(sector)
    answers = service.latest(db(), viewer().id)
    unmet = course.unmet(asked, answers)
    if len(unmet) < 2:
        return on_to(asked, next(iter(unmet), None))
    total = len(tasks.tasks_of(asked))
    return page(
        "interests/two.html",
        sector=asked,
        tasks=unmet[:2],
        met=total - len(unmet) + 1,
        total=total,
        back_url=sectors_url(asked),
    )


@bp.post("/wishes/<sector>/two/answers")
@access("seeker")
def two_chosen(sector: str) -> AnyResponse:
    """Keep what the press says about both, and go on."""
    form = TwoForm()
    if not form.validate_on_submit() or form.too_soon():
        return two(sector)
    shown = [tasks.place(sector, name) for name in form.shown.data.split()[:2]]
    try:
        about = [place.task.id for place in shown]
        service.record_answers(db(), viewer(), list(zip(about, form.says(), form.keys(), strict=False)))
    except Conflict:  # two buttons of one page pressed at once: the first counts
        return go("interests.two", sector=sector)
    db().commit()
    return go("interests.enough") if sittings.is_full(db(), viewer()) else go("interests.two", sector=sector)


def question_page(place: Place) -> Response:
    """The question, also once more after a press that came too soon."""
    return page(
        "interests/task.html",
        place=place,
        given=answered(place),
        words=WORDS,
        values=ANSWERS.get(scale_of(db(), viewer().id), ANSWERS[Scale.TWO]),
        origin=origin(),
        go_on=wishes_url() if origin() else url_for("interests.next_task", sector=place.sector.id),
        back_url=wishes_url() if origin() else before_url(place),
    )


def meaning_page(place: Place) -> Response:
    """What the task is, also once more after a press that came too soon."""
    question = url_for("interests.task", sector=place.sector.id, task=place.task.id, **origin())
    return page(
        "interests/meaning.html",
        place=place,
        meaning=tasks.meaning(place.task, language()),
        photo=tasks.photo_of(place.task),
        given=answered(place),
        words=WORDS,
        origin=origin(),
        question_url=question,
        back_url=question,
    )


def answered(place: Place) -> Value | None:
    """What the person answered last, if anything."""
    newest = service.latest(db(), viewer().id).get(place.task.id)
    return newest.value if newest else None
