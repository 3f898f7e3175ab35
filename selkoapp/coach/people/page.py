"""The page of one seeker: wishes, what happens next, cards, and the way to write."""

from typing import Any
from uuid import UUID

from flask import Response

from selkoapp.accounts import cards
from selkoapp.accounts.models import Person
from selkoapp.accounts.signins import Viewer
from selkoapp.coach.people.forms import STEP_PICTURES, NextStepForm
from selkoapp.coach.wishes import marks
from selkoapp.interests import course, tasks
from selkoapp.interests.mine.journal import journal
from selkoapp.interests.mine.shown import EVERYTHING, conditions_shown, skills_shown
from selkoapp.interests.mine.told import Told
from selkoapp.interests.service import Step
from selkoapp.interests.words import WORDS
from selkoapp.kernel import i18n
from selkoapp.kernel.db import db
from selkoapp.kernel.forms import options
from selkoapp.kernel.pages import page
from selkoapp.messages.forms import MessageForm
from selkoapp.pictograms import catalogue


def step_form(viewer: Viewer, seeker: Person, now: Step | None) -> NextStepForm:
    """The form for what happens next: what is agreed now stands in it, with pictures in words and the two who can do it."""
    stands = {"text": now.text, "picture": now.picture, "day": now.day, "who": str(now.who_id)} if now else {}
    form = NextStepForm(**stands)
    language = i18n.language()
    offered = dict.fromkeys((*STEP_PICTURES, now.picture) if now else STEP_PICTURES)
    form.picture.choices = options((concept, catalogue.label(concept, language)) for concept in offered)
    form.who.choices = options([(str(viewer.id), viewer.name), (str(seeker.id), seeker.name)])
    return form


def first_form() -> MessageForm:
    """The form for a first message; its fields have names of their own beside those of the next step."""
    return MessageForm(prefix="first")


def person_page(
    seeker: Person,
    thread_id: UUID | None,
    step: Step | None,
    form: NextStepForm,
    first: MessageForm | None = None,
    told: Told | None = None,
) -> Response:
    """The page, also when a form on it needs mending. Without a thread it asks for the first message."""
    told = told or Told.of(journal(db(), seeker.id))
    return page(
        "coach/person.html",
        422 if any(each and each.errors for each in (form, first)) else 200,
        seeker=seeker,
        told=told,
        words=WORDS,
        step=step,
        form=form,
        cards=cards.cards_of(db(), seeker.id),
        card_state=cards.state_of,
        thread_id=thread_id,
        first=first or first_form(),
        label=tasks.label,
        **(shown_wishes(told) if told.shared else {}),
    )


def shown_wishes(told: Told) -> dict[str, Any]:
    """What the page tells of wishes that are shared."""
    language = i18n.language()
    return {
        "wishes": course.wishes(told.answers),
        "answered": course.ANSWERED,
        "marks": {task: marks.marks(trust, language) for task, trust in told.trust.items()},
        "meanings": marks.MEANINGS,
        "settings": marks.SETTINGS,
        "unsettled": [marks.unsettled(each, language) for each in told.history.standing.open] if told.history.pairs else [],
        "habits": marks.habit_words(told.history.habits),
        "conditions": conditions_shown(told, language),
        "skills": skills_shown(told, EVERYTHING),
    }
