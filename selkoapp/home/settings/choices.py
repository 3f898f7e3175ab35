"""What a person can choose about how pages look: each a question with pictures."""

from typing import NamedTuple

from flask_babel import lazy_gettext as _l

from selkoapp.accounts.signins import LookNow
from selkoapp.kernel.faults import NotFound
from selkoapp.kernel.i18n import NAMES


class Choice(NamedTuple):
    """One answer: what a form calls it, what is kept, and its word and picture. A language says its own name."""

    name: str
    kept: str | bool
    words: str
    picture: str
    language: str | None = None


class Question(NamedTuple):
    """One settings page. `column` is where the look keeps the answer."""

    kind: str
    column: str
    title: str
    name: str
    picture: str
    choices: tuple[Choice, ...]

    def now(self, look: LookNow) -> Choice:
        """What holds now."""
        return next(choice for choice in self.choices if choice.kept == getattr(look, self.column))

    def named(self, name: str | None) -> Choice | None:
        """The choice with this name, or None."""
        return next((choice for choice in self.choices if choice.name == name), None)


LANGUAGE = Question(
    "language", "language", _l("Which language do you want?"), _l("Language"), "nav_language",
    tuple(Choice(code, code, name, f"language_{code}", code) for code, name in NAMES.items()),
)  # fmt: skip
TEXT = Question(
    "text", "text", _l("What size of text do you want?"), _l("Text size"), "nav_text_size",
    (
        Choice("normal", "normal", _l("Normal"), "text_normal"),
        Choice("large", "large", _l("Large"), "text_large"),
        Choice("largest", "largest", _l("Largest"), "text_largest"),
    ),
)  # fmt: skip
COLOURS = Question(
    "colours", "theme", _l("Which colours do you want?"), _l("Colours"), "theme_contrast",
    (
        Choice("light", "light", _l("Light"), "theme_light"),
        Choice("dark", "dark", _l("Dark"), "theme_dark"),
        Choice("auto", "auto", _l("The same as on the device"), "theme_auto"),
    ),
)  # fmt: skip
SYMBOLS = Question(
    "symbols", "symbols", _l("Do you want pictures above the messages?"), _l("Pictures"), "nav_pictures",
    (
        Choice("with", True, _l("With pictures"), "nav_pictures"),
        Choice("without", False, _l("Without pictures"), "nav_words"),
    ),
)  # fmt: skip

QUESTIONS = {question.kind: question for question in (LANGUAGE, TEXT, COLOURS, SYMBOLS)}
FIRST_VISIT = (LANGUAGE, TEXT, COLOURS)


def question_of(kind: str) -> Question:
    """The question that an address names; NotFound when it names none."""
    if kind not in QUESTIONS:
        raise NotFound
    return QUESTIONS[kind]


def first_visit_step(kind: str) -> int:
    """Which page of the first visit this is, from 0; NotFound when it is none of them."""
    question = question_of(kind)
    if question not in FIRST_VISIT:
        raise NotFound
    return FIRST_VISIT.index(question)
