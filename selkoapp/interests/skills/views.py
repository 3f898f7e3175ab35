"""What I can do: one skill a page."""

from flask import Response
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.interests.blueprint import bp
from selkoapp.interests.questions import views as questions
from selkoapp.interests.skills.theme import SKILLS
from selkoapp.kernel.access import access


@bp.get("/wishes/skills")
@access("seeker")
def skills() -> AnyResponse:
    """Before the first question, or the question at which it stopped."""
    return questions.begin_page(SKILLS)


@bp.get("/wishes/skills/answered")
@access("seeker")
def skills_answered() -> Response:
    """What I have answered, five at a time."""
    return questions.answered_page(SKILLS)


@bp.get("/wishes/skills/<skill>")
@access("seeker")
def skills_question(skill: str) -> Response:
    """One question, with the answer that counts now."""
    return questions.question_page(SKILLS, SKILLS.question(skill))


@bp.post("/wishes/skills/<skill>/answers")
@access("seeker")
def skills_answer(skill: str) -> AnyResponse:
    """Save one press and go on."""
    return questions.press(SKILLS, SKILLS.question(skill))
