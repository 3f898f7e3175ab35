"""The forms of a practice round and of the choice of a scale."""

from wtforms import StringField
from wtforms.validators import AnyOf, InputRequired

from selkoapp.interests.models import Scale
from selkoapp.kernel.forms import PressForm


class PracticeForm(PressForm):
    """One press of the round."""

    value = StringField(validators=[InputRequired()])


class ScaleForm(PressForm):
    """How somebody wants to answer."""

    value = StringField(validators=[AnyOf([scale.value for scale in Scale])])
