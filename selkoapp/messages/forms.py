"""What people send to a thread."""

from datetime import date, timedelta
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import AnyOf, DataRequired, ValidationError

from selkoapp.kernel import clock
from selkoapp.kernel.forms import Form, PressForm, clean_text, parse_date, parse_id
from selkoapp.messages.models import LONGEST_TEXT
from selkoapp.messages.words import QUICK_ANSWERS

KEPT_TEXT = 100_000  # characters: what is too long to send still stands in the field, so nothing typed is lost
LONGEST_PROMISE = timedelta(days=14)


def cleaned(value: str | None) -> str:
    """What was typed, without what no database takes."""
    return clean_text(value, KEPT_TEXT)


def short_enough(_form, field) -> None:
    """Refuse a text of more than LONGEST_TEXT characters; it stays in the field."""
    if len(field.data) > LONGEST_TEXT:
        raise ValidationError(
            _("This message is too long, at most %(most)d letters fit. Send it in two parts.", most=LONGEST_TEXT)
        )


class SeenForm(Form):
    """`up_to` is the newest message that the page showed; empty when it showed none."""

    up_to = HiddenField()

    def seen(self) -> UUID | None:
        """That message's id; None when there was none or it is no id."""
        return parse_id(self.up_to.data)


class MessageForm(PressForm, SeenForm):
    """A typed message. The 700 ms rule is not for it: a text cannot be typed by a second tap. See `slipped`."""

    text = TextAreaField(
        _l("Write a message"),
        filters=[cleaned],
        validators=[DataRequired(_l("The message is empty. Write something first.")), short_enough],
    )

    def slipped(self) -> bool:
        """Whether this is only the second tap on Send, which met the next page's empty field."""
        return not self.text.data and self.too_soon()


class QuickForm(PressForm, SeenForm):
    """One press that answers: the coach's newest message suits, or is not understood."""

    answer = StringField(validators=[AnyOf(QUICK_ANSWERS)])


class ReadMarkForm(SeenForm):
    """That something has been read, told by script after two seconds in view or by the button."""

    def validate_up_to(self, field) -> None:
        """Refuse what is no id."""
        if parse_id(field.data) is None:
            raise ValidationError("up_to")


class ReadLaterForm(ReadMarkForm):
    """The press "Luin, vastaan myöhemmin" with the day of the reply (YYYY-MM-DD): today or within LONGEST_PROMISE."""

    day = StringField(_l("Day of the reply"))

    def validate_day(self, field) -> None:
        """Refuse what is no day, a day that has gone by, and one too far away."""
        day = parse_date(field.data)
        if day is None or not clock.today() <= day <= clock.today() + LONGEST_PROMISE:
            raise ValidationError(_l("Choose a day for the reply."))

    def promised(self) -> date:
        """The day. Call after validation."""
        return parse_date(self.day.data)
