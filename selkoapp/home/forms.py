"""Presses of the home room."""

from wtforms import StringField
from wtforms.validators import AnyOf

from selkoapp.kernel.forms import PressForm


class UseForm(PressForm):
    """ "Olitko se sinä?" Kyllä or En."""

    was_me = StringField(validators=[AnyOf(("yes", "no"))])


class ChoiceForm(PressForm):
    """One picture of a settings page."""

    choice = StringField()
