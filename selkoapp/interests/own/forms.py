"""What people send as a wish of their own."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, ValidationError

from selkoapp.interests.wish_models import WISH_LONGEST
from selkoapp.kernel.forms import PressForm, clean_text

KEPT_TEXT = 100_000  # characters: what is too long still stands in the field, so nothing typed is lost


def cleaned(value: str | None) -> str:
    """What was typed, without what no database takes."""
    return clean_text(value, KEPT_TEXT)


def short_enough(_form, field) -> None:
    """Refuse a text of more than WISH_LONGEST characters; it stays in the field."""
    if len(field.data) > WISH_LONGEST:
        raise ValidationError(_l("This wish is too long. Tell it in two parts."))


class WishForm(PressForm):
    """A wish in words. The 700 ms rule is not for it: a text cannot be typed by a second tap. See `slipped`."""

    text = TextAreaField(
        _l("Write your wish"),
        filters=[cleaned],
        validators=[DataRequired(_l("There is nothing here yet. Write something first.")), short_enough],
    )

    def slipped(self) -> bool:
        """Whether this is only the second tap on a button of the page before."""
        return not self.text.data and self.too_soon()
