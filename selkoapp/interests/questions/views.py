"""The pages that every theme has. The themes' own views say their addresses and who may enter."""

from flask import Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts.guards import viewer
from selkoapp.interests import sittings
from selkoapp.interests.questions import course, service
from selkoapp.interests.questions.forms import OptionForm
from selkoapp.interests.questions.theme import Question, Theme
from selkoapp.interests.sharing import coach_who_sees
from selkoapp.kernel.db import db
from selkoapp.kernel.faults import Conflict
from selkoapp.kernel.forms import parse_number
from selkoapp.kernel.i18n import language
from selkoapp.kernel.pages import go, page

ANSWER_PAGES = 20
# Where a question was opened from, in its address: the press leads back there, not to the next question.
ORIGINS = {"answered": "answered", "wishes": "interests.summary"}


def begin_page(theme: Theme) -> AnyResponse:
    """Go on where it stopped; before the first question say what is asked about."""
    answers = service.latest(db(), viewer().id, theme)
    if answers:
        return on_to(theme, course.next_question(theme, answers))
    return page(
        "interests/questions/begin.html",
        subject=theme,  # "theme" is the colours in every layout
        first=theme.questions[0],
        coach=coach_who_sees(db(), viewer()),
        back_url=url_for("interests.wishes"),
    )


def question_page(theme: Theme, question: Question) -> Response:
    """One question. An answer that was given before is marked."""
    answers = service.latest(db(), viewer().id, theme)
    before = course.question_before(theme, answers, question)
    given = answers.get(question.id)
    return page(
        "interests/questions/question.html",
        subject=theme,  # "theme" is the colours in every layout
        place=course.place(theme, answers, question),
        options=[(value, theme.said(value, language())) for value in question.options],
        given=(given.value, theme.said(given.value, language())) if given else None,
        origin=origin(),
        go_on=origin_url(theme) if origin() else url_for(theme.endpoint()),
        back_url=origin_url(theme) if origin() else before_url(theme, before),
    )


def press(theme: Theme, question: Question) -> AnyResponse:
    """Save one press and go on."""
    form = OptionForm()
    if not form.answers(question):
        return question_page(theme, question)
    try:
        service.record(db(), viewer(), theme, question, form.value.data, form.client_key())
    except Conflict:  # a trembling hand pressed two buttons of one page: the first counts and is shown marked
        return go(theme.endpoint("question"), **theme.at(question, origin()))
    coming = course.next_question(theme, service.latest(db(), viewer().id, theme), after=question)
    db().commit()
    if sittings.is_full(db(), viewer()):
        return go("interests.enough")
    return go_back(theme) if origin() else on_to(theme, coming)


def answered_page(theme: Theme) -> Response:
    """What was answered in this theme, five at a time; each leads to its question."""
    answers = service.latest(db(), viewer().id, theme)
    shown = course.page_of(course.told(theme, answers), answer_page())
    return page(
        "interests/questions/answered.html",
        subject=theme,  # "theme" is the colours in every layout
        shown=[(each.question, theme.said(each.value, language())) for each in shown.told],
        number=shown.number,
        more=shown.more,
        coming=course.next_question(theme, answers),
        origin={"from": "answered"} | at_page(shown.number),
        coach=coach_who_sees(db(), viewer()),
        back_url=url_for(theme.endpoint("answered"), **at_page(shown.number - 1))
        if shown.number > 1
        else url_for("interests.wishes"),
    )


def on_to(theme: Theme, coming: Question | None) -> AnyResponse:
    """The next question, or what was answered when there is none."""
    if coming is None:
        return go(theme.endpoint("answered"))
    return go(theme.endpoint("question"), **theme.at(coming))


def origin() -> dict[str, str | int]:
    """Where the question was opened from, to be handed on in its addresses; empty in the course of the questions."""
    told = request.args.get("from")
    return {"from": told} | at_page(answer_page()) if told in ORIGINS else {}


def origin_url(theme: Theme) -> str:
    """The page from which the question was opened."""
    return url_for(_origin_endpoint(theme), **at_page(answer_page()))


def go_back(theme: Theme) -> AnyResponse:
    """The way there after a press."""
    return go(_origin_endpoint(theme), **at_page(answer_page()))


def _origin_endpoint(theme: Theme) -> str:
    told = ORIGINS[request.args["from"]]
    return told if "." in told else theme.endpoint(told)


def answer_page() -> int:
    """The page of answers that the address names."""
    return parse_number(request.args.get("page"), 1, ANSWER_PAGES)


def at_page(number: int) -> dict[str, int]:
    """A page in an address; the first one needs no number."""
    return {"page": number} if number > 1 else {}


def before_url(theme: Theme, before: Question | None) -> str:
    """Where Takaisin leads from a question: the one before it, or the wishes."""
    return url_for(theme.endpoint("question"), **theme.at(before)) if before else url_for("interests.wishes")
