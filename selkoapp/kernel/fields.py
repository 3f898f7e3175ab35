"""Fields for a day and a time of day, with our own sentences for what is neither: those of WTForms are English.

And what a phone number looks like.
"""

import re

from flask_babel import gettext as _
from wtforms import DateField, TimeField
from wtforms.validators import StopValidation, ValidationError

from selkoapp.kernel.forms import clean_text, parse_date, parse_time

PHONE = re.compile(r"[-0-9 +()]*")
FEWEST_DIGITS = 3  # 112
TYPED_LONGEST = 20  # characters of a day or time that are shown again when they are wrong


class DayField(DateField):
    """A day as YYYY-MM-DD, or as people write it: 3.12.2026. What is typed and is no day is told so, and stays."""

    def process_formdata(self, valuelist):
        """None for nothing, and for what is no day."""
        self.raw_data = [clean_text(typed, TYPED_LONGEST) for typed in valuelist]
        self.data = parse_date(self.raw_data[0]) if valuelist else None

    def pre_validate(self, form):
        """Refuse what was typed and is no day, also where a day may be left out: it must not pass for none."""
        if self._is_no_day():
            raise StopValidation(_("There is no such day."))

    def __call__(self, **attributes):
        """The field; as plain text while it holds what is no day, which a date field would not show."""
        return super().__call__(**({"type": "text"} if self._is_no_day() else {}), **attributes)

    def _is_no_day(self) -> bool:
        return self.data is None and bool(self.raw_data and self.raw_data[0])

    def _value(self):
        return self.data.isoformat() if self.data else " ".join(self.raw_data or [])


class HourField(TimeField):
    """A time as HH:MM or HH.MM."""

    def process_formdata(self, valuelist):
        """None for what is no time: the form says so."""
        self.raw_data = [clean_text(typed, TYPED_LONGEST) for typed in valuelist]
        self.data = parse_time(self.raw_data[0]) if valuelist else None


def given(sentence: str):
    """Refuse a field whose value could not be read, with this sentence."""

    def check(_form, field) -> None:
        if field.data is None:
            raise StopValidation(sentence)

    return check


def phone_number(_form, field) -> None:
    """Refuse what nobody can call: other than digits, spaces, + - ( ), or fewer than FEWEST_DIGITS. None at all is allowed."""
    typed = field.data or ""
    digits = sum(character.isdigit() for character in typed)
    if typed and (PHONE.fullmatch(typed) is None or digits < FEWEST_DIGITS):
        raise ValidationError(_("This is no phone number. Write it with digits."))
