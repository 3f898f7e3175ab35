"""Fields for a day and a time of day, with our own sentences for what is neither: those of WTForms are English."""

from wtforms import DateField, TimeField
from wtforms.validators import StopValidation

from selkoapp.kernel.forms import clean_text, parse_date, parse_time

TYPED_LONGEST = 20  # characters of a day or time that are shown again when they are wrong


class DayField(DateField):
    """A day as YYYY-MM-DD; the sentence for what is no day is ours."""

    def process_formdata(self, valuelist):
        """None for what is no day: the form says so."""
        self.raw_data = [clean_text(typed, TYPED_LONGEST) for typed in valuelist]
        self.data = parse_date(self.raw_data[0]) if valuelist else None


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
