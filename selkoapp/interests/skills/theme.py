"""What the person can do: each skill is a picture of the catalogue, asked with four answers."""

from flask_babel import lazy_gettext as _l

from selkoapp.interests.questions.theme import SKIP, SKIPPED, Question, Theme
from selkoapp.interests.wish_models import SkillAnswer
from selkoapp.interests.words import Said
from selkoapp.pictograms import catalogue

ASKED = {
    "skill_read": _l("Can you read?"),
    "skill_write": _l("Can you write?"),
    "skill_count": _l("Can you count?"),
    "skill_money": _l("Can you use money?"),
    "skill_clock": _l("Can you tell the time?"),
    "skill_phone": _l("Can you use a phone?"),
    "skill_computer": _l("Can you use a computer?"),
    "ask_for_help": _l("Can you ask for help?"),
    "patience": _l("Can you wait?"),
    "follow_instructions": _l("Can you follow instructions?"),
    "be_on_time": _l("Can you be on time?"),
    "work_together": _l("Can you work together with others?"),
}
SAID = {
    "self": Said(_l("I can by myself"), _l("You answered: I can by myself."), "can_by_myself"),
    "helped": Said(_l("I can when somebody helps"), _l("You answered: I can when somebody helps."), "can_with_help"),
    "learn": Said(_l("I want to learn"), _l("You answered: I want to learn."), "want_to_learn"),
    "no": Said(_l("No"), _l("You answered: no."), "answer_no"),
    SKIP: SKIPPED,
}
BEFORE = (
    (_l("Now I ask what you can do."), "can_by_myself"),
    (_l("This is not a test. All answers are good."), "done"),
    (_l("Each answer is saved. You can go on another day."), "nav_save"),
)


def said(value: str, _language: str) -> Said:
    """An answer as a button, as a sentence and as a picture."""
    return SAID[value]


SKILLS = Theme(
    name="skills",
    title=_l("What can I do?"),
    table=SkillAnswer,
    column="skill",
    questions=tuple(Question(each.id, tuple(value for value in SAID if value != SKIP)) for each in catalogue.concepts("skill")),
    asked=ASKED,
    said=said,
    before=BEFORE,
    pictures=True,
)
