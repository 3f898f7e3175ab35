"""Who sees my wishes? One press."""

from wtforms import StringField
from wtforms.validators import AnyOf

from selkoapp.kernel.forms import PressForm

ON, OFF = "on", "off"


class SharingForm(PressForm):
    """My coach and I, or only I."""

    value = StringField(validators=[AnyOf([ON, OFF])])
