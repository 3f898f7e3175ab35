"""A theme: some questions about work that are asked one a page, each with a few answers by pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from selkoapp.interests.wish_models import ConditionAnswer, SkillAnswer
from selkoapp.interests.words import Said
from selkoapp.kernel.faults import NotFound

BOTH, SKIP = "both", "skip"


class Question(NamedTuple):
    """One question and what can be answered, in the order of the page; also a skip, which says nothing.

    `both`: whether both of two are fine. `after`: a question and its answer without which this one is not asked.
    """

    id: str
    options: tuple[str, ...]
    both: bool = False
    after: tuple[str, str] | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """Everything that can be pressed."""
        return (*self.options, *((BOTH,) if self.both else ()), SKIP)


@dataclass(frozen=True)
class Theme:
    """The questions, where their answers are kept, and their words.

    `name` stands in addresses; `column` is the question in the table and in addresses. `asked` is how each question is put,
    `said` how an answer is said, `pictures` what is shown beside a question. `before` is told before the first one.
    """

    name: str
    title: str
    table: type[ConditionAnswer] | type[SkillAnswer]
    column: str
    questions: tuple[Question, ...]
    asked: Mapping[str, str]
    said: Callable[[str, str], Said]
    before: tuple[tuple[str, str], ...]
    pictures: bool = False

    def question(self, question_id: str) -> Question:
        """The question; NotFound when there is none."""
        found = next((each for each in self.questions if each.id == question_id), None)
        if found is None:
            raise NotFound
        return found

    def picture(self, question: Question) -> str | None:
        """What is shown beside the question: its id is a concept where it has a picture."""
        return question.id if self.pictures else None

    def at(self, question: Question, origin: Mapping[str, str | int] = MappingProxyType({})) -> dict[str, str | int]:
        """The question in an address, and where it was opened from: for url_for."""
        return {self.column: question.id, **origin}

    def endpoint(self, page: str = "") -> str:
        """The name of a page of this theme for url_for: "question", "answer", "answered", or where it begins."""
        return f"interests.{self.name}_{page}" if page else f"interests.{self.name}"


SKIPPED = Said(_l("Skip"), _l("You skipped this question."), "skip_card")
BOTH_FINE = Said(_l("Both are fine"), _l("You answered: both are fine."), "both_cards")


def answered(label: str) -> str:
    """How an answer is told to who gave it."""
    return _("You answered: %(answer)s.", answer=label)
