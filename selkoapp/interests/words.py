"""How answers are said and which picture each has: the same wherever an answer is shown."""

from collections.abc import Iterator
from typing import NamedTuple

from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from selkoapp.interests import tasks
from selkoapp.interests.models import Value
from selkoapp.pictograms import catalogue


class Said(NamedTuple):
    """An answer as a heading or button, and as a sentence to the person who gave it."""

    word: str
    sentence: str
    picture: str


WORDS = {
    Value.YES: Said(_l("Yes"), _l("You answered: yes."), "answer_yes"),
    Value.MAYBE: Said(_l("Maybe"), _l("You answered: maybe."), "answer_maybe"),
    Value.NO: Said(_l("No"), _l("You answered: no."), "answer_no"),
    Value.UNKNOWN: Said(_l("I do not know this job"), _l("You answered: I do not know this job."), "unknown_task"),
    Value.SKIP: Said(_l("Skip"), _l("You skipped this picture."), "skip_card"),
}


def question(task_id: str, language: str) -> str:
    """What is asked about a task: "Haluatko leipoa?", in the language of the page."""
    return _("Do you want to %(task)s?", task=tasks.label(task_id, language))


def own_words(language: str) -> Iterator[str]:
    """Every question and every meaning of a task of the catalogue, so that all listeners share their sound.

    What an organisation has added is its own: it is never among these.
    """
    with force_locale(language):
        for sector in tasks.sectors():
            for task in catalogue.tasks_of(sector.id):
                yield question(task.id, language)
                yield tasks.meaning(task, language)
