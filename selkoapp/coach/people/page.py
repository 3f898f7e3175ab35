"""The page of one seeker: wishes, what happens next, cards, and the way to write."""

from uuid import UUID

from flask import Response

from selkoapp.accounts import cards
from selkoapp.accounts.models import Person
from selkoapp.accounts.signins import Viewer
from selkoapp.coach.people.forms import STEP_PICTURES, NextStepForm
from selkoapp.coach.wishes import by_value
from selkoapp.interests import service as interests
from selkoapp.interests import tasks
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
    seeker: Person, thread_id: UUID | None, step: Step | None, form: NextStepForm, first: MessageForm | None = None
) -> Response:
    """The page, also when a form on it needs mending. Without a thread it asks for the first message."""
    wishes, changes = interests.story(db(), seeker.id)
    return page(
        "coach/person.html",
        422 if form.errors or (first and first.errors) else 200,
        seeker=seeker,
        wishes=by_value(wishes),
        changes=changes,
        words=WORDS,
        step=step,
        form=form,
        cards=cards.cards_of(db(), seeker.id),
        card_state=cards.state_of,
        thread_id=thread_id,
        first=first or first_form(),
        label=tasks.label,
    )
