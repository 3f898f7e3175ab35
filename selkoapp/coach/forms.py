"""When a coach will reply: the days offered, and the words for one promised."""

from datetime import date, timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from selkoapp.kernel import clock
from selkoapp.kernel.forms import options
from selkoapp.kernel.i18n import day_word, long_date, on_weekday
from selkoapp.messages.forms import ReadLaterForm
from selkoapp.messages.thread import ThreadSeen

DAYS_OFFERED = 7


class LaterForm(ReadLaterForm):
    """ "Luin, vastaan myöhemmin": the day is one of the next working days."""

    day = SelectField(_l("Day of the reply"), validate_choice=False)

    def __init__(self, *args, **about):
        super().__init__(*args, **about)
        self.day.choices = options((day.isoformat(), day_words(day)) for day in working_days())

    @classmethod
    def of(cls, thread: ThreadSeen) -> "LaterForm":
        """The form beside a thread: the day that is promised stands in it."""
        return cls(formdata=None, day=thread.promised_day.isoformat() if thread.promised_day else None)


def working_days() -> list[date]:
    """Today and the next days from Monday to Friday, as dates."""
    days = [clock.today() + timedelta(days=ahead) for ahead in range(DAYS_OFFERED + 1)]
    return [day for day in days if day.weekday() < 5]


def day_words(day: date) -> str:
    """ "huomenna", "keskiviikkona 26. marraskuuta"."""
    near = 0 <= (day - clock.today()).days < 2
    return day_word(day) if near else f"{on_weekday(day)} {long_date(day)}"


def promised_words(day: date) -> str:
    """What the coach promised for this day, as a sentence: "Lupasit vastata huomenna."."""
    return _("You promised to reply %(day)s.", day=day_words(day))
