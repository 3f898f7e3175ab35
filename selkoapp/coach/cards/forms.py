"""Choosing whose cards to print."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from selkoapp.kernel.forms import PressForm

MOST = 40  # cards a print


class CardForm(PressForm):
    """One press that makes a card. Its key tells a page that is opened again from a new press."""


class CardsForm(CardForm):
    """Whose cards: the ids of seekers, ticked."""

    people = SelectMultipleField(
        _l("Whose cards?"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        invalid_choice_message=_l("Choose only people from this list."),
    )

    def validate_people(self, field) -> None:
        """At least one, and no more than a printer's tray."""
        if not field.data:
            raise ValidationError(_l("Choose at least one person."))
        del field.data[MOST:]
