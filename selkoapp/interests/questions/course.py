"""The course of a person through a theme: which questions are theirs, what comes next, what came before.

Pure functions of what counts now (service.latest).
"""

from typing import NamedTuple

from selkoapp.interests.questions.service import Answers
from selkoapp.interests.questions.theme import SKIP, Question, Theme

ON_PAGE = 5


class Place(NamedTuple):
    """A question among those of the person: the `number`th of `of`, counted from 1."""

    question: Question
    number: int
    of: int


class Told(NamedTuple):
    """A question with what was answered."""

    question: Question
    value: str


class AnswerPage(NamedTuple):
    """The `number`th few answered questions, counted from 1; `more`: whether others follow."""

    told: list[Told]
    number: int
    more: bool


def questions_of(theme: Theme, answers: Answers) -> list[Question]:
    """The questions of this person: one that depends on another answer is left out until that answer counts."""
    return [each for each in theme.questions if each.after is None or _value(answers, each.after[0]) == each.after[1]]


def place(theme: Theme, answers: Answers, question: Question) -> Place:
    """Where the question stands. One that is not this person's stands where it would."""
    asked = questions_of(theme, answers)
    if question not in asked:
        asked = [each for each in theme.questions if each in asked or each == question]
    return Place(question, asked.index(question) + 1, len(asked))


def next_question(theme: Theme, answers: Answers, after: Question | None = None) -> Question | None:
    """The first question that the person has not met; then the skipped ones once more, those behind `after` if given.

    None when the theme is through.
    """
    asked = questions_of(theme, answers)
    unmet = next((each for each in asked if each.id not in answers), None)
    if unmet is not None:
        return unmet
    later = asked[asked.index(after) + 1 :] if after in asked else asked
    return next((each for each in later if _value(answers, each.id) == SKIP), None)


def question_before(theme: Theme, answers: Answers, question: Question) -> Question | None:
    """The question before this one; None before the first."""
    asked = [each for each in theme.questions if each in questions_of(theme, answers) or each == question]
    number = asked.index(question)
    return asked[number - 1] if number else None


def told(theme: Theme, answers: Answers) -> list[Told]:
    """The answered questions in the order in which they are asked. A skip is no answer."""
    given = [Told(each, answers[each.id].value) for each in questions_of(theme, answers) if each.id in answers]
    return [each for each in given if each.value != SKIP]


def page_of(told: list[Told], wanted: int) -> AnswerPage:
    """The wanted few of them; the last ones for a number that is too great."""
    number = min(wanted, max(1, -(-len(told) // ON_PAGE)))
    ends = number * ON_PAGE
    return AnswerPage(told[ends - ON_PAGE : ends], number, more=len(told) > ends)


def _value(answers: Answers, question_id: str) -> str | None:
    return answers[question_id].value if question_id in answers else None
