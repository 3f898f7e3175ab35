"""How the work should be: one question a page."""

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.interests.blueprint import bp
from selkoapp.interests.conditions.theme import CONDITIONS
from selkoapp.interests.questions import views as questions
from selkoapp.kernel.access import access


@bp.get("/wishes/conditions")
@access("seeker")
def conditions() -> AnyResponse:
    """Before the first question, or the question at which it stopped."""
    return questions.begin_page(CONDITIONS)


@bp.get("/wishes/conditions/answered")
@access("seeker")
def conditions_answered() -> Response:
    """What I have answered, five at a time."""
    return questions.answered_page(CONDITIONS)


@bp.get("/wishes/conditions/<condition>")
@access("seeker")
def conditions_question(condition: str) -> Response:
    """One question, with the answer that counts now."""
    return questions.question_page(CONDITIONS, CONDITIONS.question(condition))


@bp.post("/wishes/conditions/<condition>/answers")
@access("seeker")
def conditions_answer(condition: str) -> AnyResponse:
    """Save one press and go on."""
    return questions.press(CONDITIONS, CONDITIONS.question(condition))
