"""The form of one question."""

from wtforms import StringField
from wtforms.validators import AnyOf

from selkoapp.interests.models import Value
from selkoapp.kernel.forms import PressForm


class AnswerForm(PressForm):
    """Kyllä, Ehkä, En, Ohita or "En tunne tätä työtä"."""

    value = StringField(validators=[AnyOf([value.value for value in Value])])

    def answered(self) -> Value:
        """What was pressed. Call after validation."""
        return Value(self.value.data)
