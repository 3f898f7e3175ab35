"""The form under two tasks of a sector."""

from uuid import NAMESPACE_OID, UUID, uuid5

from wtforms import HiddenField, StringField
from wtforms.validators import AnyOf, InputRequired

from selkoapp.interests.models import Value
from selkoapp.interests.pairs.asked import Choice
from selkoapp.kernel.forms import PressForm

# What a choice of two says about the left and the right one. Who chooses the one says nothing about the other.
SAYS = {
    Choice.LEFT: (Value.YES, Value.SKIP),
    Choice.RIGHT: (Value.SKIP, Value.YES),
    Choice.BOTH: (Value.YES, Value.YES),
    Choice.NEITHER: (Value.NO, Value.NO),
}


class TwoForm(PressForm):
    """What stood on the page, and what was pressed."""

    shown = HiddenField(validators=[InputRequired()])
    chosen = StringField(validators=[AnyOf(list(Choice))])

    def says(self) -> tuple[Value, Value]:
        """What is said about the left and about the right one. Call after validation."""
        return SAYS[Choice(self.chosen.data)]

    def keys(self) -> tuple[UUID, UUID]:
        """A key for each of the two answers, made of the press's own."""
        key = self.client_key()
        return key, uuid5(NAMESPACE_OID, str(key))
