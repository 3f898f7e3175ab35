"""How the work should be: where, with whom, when, how much. The questions stand in questions.csv.

Each answer is a picture of the catalogue; its id is what is stored.
"""

import csv
from collections.abc import Iterator
from importlib.resources import files

from flask_babel import force_locale
from flask_babel import lazy_gettext as _l

from selkoapp.interests import tasks
from selkoapp.interests.questions.theme import BOTH, BOTH_FINE, SKIP, SKIPPED, Question, Theme, answered
from selkoapp.interests.wish_models import ConditionAnswer
from selkoapp.interests.words import Said

ASKED = {
    "place": _l("Do you want to work indoors or outdoors?"),
    "company": _l("Do you want to work alone or with others?"),
    "sounds": _l("Which is better at work: quiet or sounds?"),
    "time_of_day": _l("Do you want to work in the morning or in the evening?"),
    "movement": _l("Do you want to sit or move around at work?"),
    "variety": _l("Do you want the same tasks or varied tasks?"),
    "day_length": _l("Do you want a short day or a full day?"),
    "days_a_week": _l("How many days a week do you want to work?"),
    "travel": _l("How do you want to go to work?"),
    "job_now": _l("Do you already have a job?"),
    "job_wish": _l("You have a job. What do you want now?"),
}
BEFORE = (
    (_l("Now I ask what kind of work you want."), "workplace"),
    (_l("Work is paid. You get wages for your work."), "wage"),
    (_l("Each answer is saved. You can go on another day."), "nav_save"),
)


def _questions() -> tuple[Question, ...]:
    text = (files(__package__) / "questions.csv").read_text(encoding="utf-8")
    return tuple(_question(row) for row in csv.DictReader(text.splitlines()))


def _question(row: dict[str, str]) -> Question:
    before, _, value = row["after"].partition("=")
    return Question(row["question"], tuple(row["options"].split()), row["both"] == "yes", (before, value) if before else None)


def said(value: str, language: str) -> Said:
    """An answer as a button, as a sentence and as a picture. An id that the catalogue has lost is said as it is."""
    if value in (BOTH, SKIP):
        return BOTH_FINE if value == BOTH else SKIPPED
    label = tasks.label(value, language)
    return Said(label[:1].upper() + label[1:], answered(label), value)


def own_words(language: str) -> Iterator[str]:
    """Every answer as a button and as a sentence, so that all listeners share their sound."""
    with force_locale(language):
        for question in CONDITIONS.questions:
            for value in question.options:
                yield from said(value, language)[:2]


CONDITIONS = Theme(
    name="conditions",
    title=_l("What kind of work do I want?"),
    table=ConditionAnswer,
    column="condition",
    questions=_questions(),
    asked=ASKED,
    said=said,
    before=BEFORE,
)
