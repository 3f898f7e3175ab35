"""What I want to do: choose a kind of work, answer one picture at a time, see what the answers add up to."""

from flask import Flask, Response, request, url_for

from selkoapp.accounts.guards import viewer
from selkoapp.interests import course, service, tasks
from selkoapp.interests.blueprint import bp
from selkoapp.interests.conditions import views as conditions_views
from selkoapp.interests.forms import AnswerForm
from selkoapp.interests.mine import views as mine_views
from selkoapp.interests.models import Value
from selkoapp.interests.own import views as own_views
from selkoapp.interests.pairing import views as pairing_views
from selkoapp.interests.sharing import coach_who_sees
from selkoapp.interests.skills import views as skills_views
from selkoapp.interests.tasks import Place
from selkoapp.interests.words import WORDS
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import Conflict
from selkoapp.kernel.forms import parse_number
from selkoapp.kernel.i18n import language
from selkoapp.kernel.pages import go, page
from selkoapp.pictograms.catalogue import Concept

PAGES = (pairing_views, conditions_views, skills_views, own_views, mine_views)  # each adds its views to bp when it is imported

# In the address of a question that was opened from my wishes: the press leads back there, not to the next one.
FROM_WISHES = {"from": "wishes"}
WISH_PAGES = 100


@bp.get("/wishes")
@access("seeker")
def sectors() -> Response:
    """Choose a kind of work by its picture, five at a time."""
    pages = tasks.sector_pages()
    wanted = request.args.get("page", 1, type=int)
    number = wanted if 1 <= wanted <= len(pages) else 1
    answers = service.latest(db(), viewer().id)
    return page(
        "interests/sectors.html",
        choices=[(sector, course.progress(sector, answers)) for sector in pages[number - 1]],
        more=number + 1 if number < len(pages) else None,
        back_url=url_for("interests.sectors", page=number - 1) if number > 1 else None,
    )


@bp.get("/wishes/<sector>")
@access("seeker")
def next_task(sector: str) -> Response:
    """Go on where it stopped; before the first picture of a sector say what is asked about."""
    asked = tasks.sector(sector)
    answers = service.latest(db(), viewer().id)
    if course.begun(asked, answers):
        return on_to(asked, course.next_task(asked, answers))
    coach = coach_who_sees(db(), viewer())
    return page(
        "interests/begin.html",
        sector=asked,
        first=tasks.tasks_of(asked)[0],
        coach=coach,
        back_url=sectors_url(asked),
    )


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
    return go("interests.all_answers", **at_page(wish_page())) if origin() else on_to(place.sector, coming)


@bp.get("/wishes/mine/answers")
@access("seeker")
def all_answers() -> Response:
    """All my answers by sector, five at a time; each leads to its question."""
    shown = course.page_of(course.wishes(service.latest(db(), viewer().id)), wish_page())
    earlier = url_for("interests.all_answers", **at_page(shown.number - 1))
    return page(
        "interests/answers.html",
        shown=shown,
        words=WORDS,
        from_wishes=FROM_WISHES | at_page(shown.number),
        back_url=earlier if shown.number > 1 else url_for("interests.summary"),
    )


@bp.get("/wishes/mine/<sector>")
@access("seeker")
def sector_summary(sector: str) -> Response:
    """The answers of one sector, five at a time: where its pictures end."""
    asked = tasks.sector(sector)
    answers = service.latest(db(), viewer().id)
    shown = course.page_of([course.wishes_in(asked, answers)], wish_page())
    earlier = url_for("interests.sector_summary", sector=sector, **at_page(shown.number - 1))
    return page(
        "interests/sector_summary.html",
        sector=asked,
        shown=shown,
        words=WORDS,
        progress=course.progress(asked, answers),
        coming=course.next_task(asked, answers),
        from_wishes=FROM_WISHES,
        back_url=earlier if shown.number > 1 else sectors_url(asked),
    )


def question_page(place: Place) -> Response:
    """The question, also once more after a press that came too soon."""
    return page(
        "interests/task.html",
        place=place,
        given=answered(place),
        words=WORDS,
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
        given=answered(place),
        words=WORDS,
        origin=origin(),
        question_url=question,
        back_url=question,
    )


def on_to(sector: Concept, coming: Concept | None) -> Response:
    """The next picture, or the sector's summary when there is none."""
    if coming is None:
        return go("interests.sector_summary", sector=sector.id)
    return go("interests.task", sector=sector.id, task=coming.id)


def origin() -> dict[str, str | int]:
    """FROM_WISHES and their page when the question was opened from my wishes, to be handed on in its addresses."""
    return FROM_WISHES | at_page(wish_page()) if request.args.get("from") == FROM_WISHES["from"] else {}


def wish_page() -> int:
    """The page of my wishes that the address names."""
    return parse_number(request.args.get("page"), 1, WISH_PAGES)


def at_page(number: int) -> dict[str, int]:
    """A page of my wishes in an address; the first one needs no number."""
    return {"page": number} if number > 1 else {}


def wishes_url() -> str:
    """My wishes, at the page from which the question was opened."""
    return url_for("interests.all_answers", **at_page(wish_page()))


def answered(place: Place) -> Value | None:
    """What the person answered last, if anything."""
    newest = service.latest(db(), viewer().id).get(place.task.id)
    return newest.value if newest else None


def sectors_url(sector: Concept) -> str:
    """The page of sectors on which this one stands."""
    return url_for("interests.sectors", page=tasks.sector_page_of(sector))


def before_url(place: Place) -> str:
    """Where Takaisin leads from a question: the one before it, or the sectors."""
    before = course.previous_task(place)
    return url_for("interests.task", sector=place.sector.id, task=before.id) if before else sectors_url(place.sector)


def register(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(bp)
