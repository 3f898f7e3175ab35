"""What the pages say about messages: when they are read, when one was sent, and what became of it."""

from datetime import datetime
from typing import NamedTuple

from babel.lists import format_list
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from selkoapp.accounts.people import Face
from selkoapp.kernel import clock
from selkoapp.kernel.i18n import clock_time, day_word, language, local_day, long_date, on_weekday
from selkoapp.messages.models import DONT_UNDERSTAND, NO, OK, YES
from selkoapp.messages.thread import Bubble, State

NEAR = 6  # days: within them a weekday or "3 days ago" names one day only


class QuickAnswer(NamedTuple):
    """A press that answers: what it says, its picture, and the kind of its button."""

    words: str
    picture: str
    kind: str = "plain"


QUICK_ANSWERS = {
    OK: QuickAnswer(_l("That is fine"), "answer_yes"),
    YES: QuickAnswer(_l("Yes"), "answer_yes", "yes"),
    NO: QuickAnswer(_l("No"), "answer_no", "no"),
    DONT_UNDERSTAND: QuickAnswer(_l("I do not understand"), "dont_understand"),
}
ON = (
    _l("on Mondays"), _l("on Tuesdays"), _l("on Wednesdays"), _l("on Thursdays"), _l("on Fridays"), _l("on Saturdays"),
    _l("on Sundays"),
)  # fmt: skip
FROM = (
    _l("from Monday"), _l("from Tuesday"), _l("from Wednesday"), _l("from Thursday"), _l("from Friday"), _l("from Saturday"),
    _l("from Sunday"),
)  # fmt: skip
TO = (
    _l("to Monday"), _l("to Tuesday"), _l("to Wednesday"), _l("to Thursday"), _l("to Friday"), _l("to Saturday"), _l("to Sunday"),
)  # fmt: skip


def reads_when(coach: Face) -> str:
    """On which days this coach reads messages, as a sentence: "Simo lukee viestit maanantaista perjantaihin."."""
    days = sorted({int(digit) - 1 for digit in coach.reading_days if digit in "1234567"})
    if not days:
        return _("%(name)s has not chosen days for reading.", name=coach.name)
    if len(days) == 7:
        return _("%(name)s reads messages every day.", name=coach.name)
    return _("%(name)s reads messages %(days)s.", name=coach.name, days=_days_in_words(days))


def _days_in_words(days: list[int]) -> str:
    """Three days or more in a row as "from … to …", also over the weekend; others one by one. 0 is Monday."""
    first = next(day for day in days if (day - 1) % 7 not in days)
    run = [day % 7 for day in range(first, first + len(days))]
    if len(days) >= 3 and set(run) == set(days):
        return f"{FROM[run[0]]} {TO[run[-1]]}"
    return format_list([str(ON[day]) for day in days], locale=language())


def quick_answers(news: list[Bubble]) -> dict[str, QuickAnswer]:
    """What can be answered by one press to what the other has written since my last message; nothing when that is nothing."""
    if not news:
        return {}
    asks = any("?" in bubble.text for bubble in news)
    return {name: QUICK_ANSWERS[name] for name in ((YES, NO) if asks else (OK,)) + (DONT_UNDERSTAND,)}


def sent_when(moment: datetime) -> str:
    """The day and time of a message: "tänään kello 14.30"; after six days the date."""
    day = local_day(moment)
    near = abs((clock.today() - day).days) <= NEAR
    return f"{day_word(day) if near else long_date(day)} {clock_time(moment)}"


def state_words(state: State) -> str:
    """What became of a message, as a sentence: "Simo on lukenut."."""
    if state.kind == "promised":
        return _promise(state)
    sentences = {
        "sent": _("Sent."),
        "read": _("%(name)s has read this.", name=state.name),
        "answered": _("%(name)s has replied.", name=state.name),
    }
    return sentences[state.kind]


def state_picture(state: State) -> str:
    """The picture of a state: who has read has a face, the others a sign."""
    signs = {"sent": "message_sent", "promised": "read_later", "answered": "nav_reply"}
    return signs.get(state.kind, state.picture)


def _promise(state: State) -> str:
    """A promise for a day that has gone by is told as what it was."""
    away = (state.day - clock.today()).days
    if away < 0:
        return _("%(name)s promised to reply on %(date)s.", name=state.name, date=long_date(state.day))
    if away > NEAR:
        return _("%(name)s replies on %(date)s.", name=state.name, date=long_date(state.day))
    day = day_word(state.day) if away < 2 else on_weekday(state.day)
    return _("%(name)s replies %(day)s.", name=state.name, day=day)
