"""A person at their wishes: reads a question for as long as it takes, presses an answer, sees what comes."""

from datetime import datetime

import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.interests.models import Answer
from selkoapp.kernel.clock import HELSINKI
from tests.visit import Browser, Page
from tests.world import Named

MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI)
READING = 2.0  # seconds from the page to the press


class Sitting:
    """One person, one browser, one clock. Times are seconds."""

    def __init__(self, browser: Browser, clock: time_machine.Traveller, page: Page):
        self.browser, self.clock, self.page = browser, clock, page

    def open(self, path: str) -> Page:
        self.page = self.browser.get(path)
        return self.page

    def follow(self, words: str) -> Page:
        """Press the link with these words."""
        return self.open(self.page.links()[words])

    def press(self, value: str, after: float = READING) -> Page:
        """Press an answer so long after the page was made."""
        self.clock.shift(after)
        self.page = self.send(self.fields(value))
        return self.page

    def fields(self, value: str) -> dict[str, str]:
        """What pressing this answer on the present page sends."""
        return self.page.form(self.action) | {"value": value}

    def send(self, fields: dict[str, str]) -> Page:
        """Send a press of the present page, and see where it leads."""
        return self.browser.post(self.action, fields)

    @property
    def action(self) -> str:
        return next(form.get("action") for form in self.page.all("form") if "/answers" in form.get("action"))

    @property
    def at(self) -> str:
        """The path of the page that is open."""
        return self.page.response.request.path


def rows(session: Session, person: Named) -> list[tuple[str, str]]:
    """Everything that this person has ever answered: (concept_id, value), oldest first."""
    asked = select(Answer.concept_id, Answer.value).where(Answer.person_id == person.id).order_by(Answer.id)
    found = [tuple(row) for row in session.execute(asked)]
    session.rollback()  # the database is the app's again
    return found
