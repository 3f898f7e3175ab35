"""The form under two pictures, or under five."""

from wtforms import HiddenField, StringField
from wtforms.validators import AnyOf, InputRequired, ValidationError

from selkoapp.interests.models import CONCEPT_LONGEST
from selkoapp.interests.pairing.questions import LEAST_YES, NONE
from selkoapp.interests.pairs.asked import Choice, Layout
from selkoapp.interests.pairs.narrowing import SHOWN
from selkoapp.kernel.forms import PressForm

NONE_OF_THESE = "none"  # the value of the button; no task is called so


def a_few(_form, field) -> None:
    """Refuse what no page of ours has shown: two to five names of tasks."""
    names = (field.data or "").split()
    if not LEAST_YES <= len(names) <= SHOWN or any(len(name) > CONCEPT_LONGEST for name in names):
        raise ValidationError("shown")


class PairForm(PressForm):
    """What stood on the page, and what was pressed: a task or none of them, a side, both or neither."""

    shown = HiddenField(validators=[a_few])
    layout = HiddenField(validators=[AnyOf(["", *Layout])])
    chosen = StringField(validators=[InputRequired()])

    def validate_layout(self, field) -> None:
        """Refuse sides that do not fit what was shown."""
        if field.data and (len(self.tasks()) != 2 or self.chosen.data not in list(Choice)):
            raise ValidationError("layout")

    def tasks(self) -> tuple[str, ...]:
        """The tasks as they stood."""
        return tuple((self.shown.data or "").split())

    def layout_shown(self) -> Layout | None:
        """How two pictures stood; None for one of up to five. Call after validation."""
        return Layout(self.layout.data) if self.layout.data else None

    def answer(self) -> str:
        """What was pressed, as the service takes it. Call after validation."""
        return NONE if self.chosen.data == NONE_OF_THESE else self.chosen.data
