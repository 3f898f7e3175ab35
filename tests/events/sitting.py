"""A person in front of a meeting's page: reads for as long as it takes, presses, sees what comes."""

import time_machine

from selkoapp.events.models import Event
from tests.events.calendar import READING
from tests.visit import Browser, Page


class Sitting:
    """One person, one browser, one clock. Times are seconds."""

    def __init__(self, browser: Browser, clock: time_machine.Traveller, event: Event):
        self.browser, self.clock = browser, clock
        self.path = f"/events/{event.id}"
        self.page = browser.get(self.path)

    def press(self, coming: str, after: float = READING) -> Page:
        """Press Tulen ("yes") or En tule ("no") so long after the page was made."""
        self.clock.shift(after)
        self.page = self.send(self.fields(coming))
        return self.page

    def fields(self, coming: str) -> dict[str, str]:
        """What pressing this answer on the present page sends."""
        return self.page.form(f"{self.path}/answers") | {"coming": coming}

    def send(self, fields: dict[str, str]) -> Page:
        """Send a press of the present page, and see where it leads."""
        return self.browser.post(f"{self.path}/answers", fields)

    def show(self, shown: str, after: float = READING) -> Page:
        """Let the group see me ("yes"), or no longer ("no")."""
        self.clock.shift(after)
        self.page = self.browser.press(self.page, f"{self.path}/shown", shown=shown)
        return self.page


def chosen(page: Page) -> list[str]:
    """The words of the buttons that are marked as the present answer."""
    return ["".join(button.itertext()).strip() for button in page.all("button", aria_current="true")]
