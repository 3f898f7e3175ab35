"""The forms at the end of a sitting."""

from wtforms import StringField
from wtforms.validators import AnyOf

from selkoapp.interests.sittings import HELPERS
from selkoapp.kernel.forms import PressForm

ALONE, HELPED = "alone", "helped"


class AloneForm(PressForm):
    """ "Vastasitko yksin?" """

    value = StringField(validators=[AnyOf((ALONE, HELPED))])


class HelperForm(PressForm):
    """Who helped."""

    helper = StringField(validators=[AnyOf(HELPERS)])
