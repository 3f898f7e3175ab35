"""The form of one question."""

from wtforms import StringField

from selkoapp.interests.questions.theme import Question
from selkoapp.kernel.forms import PressForm


class OptionForm(PressForm):
    """One press: one of the question's answers, both, or skip."""

    value = StringField()

    def answers(self, question: Question) -> bool:
        """Whether a button of this question was pressed, and not by a second tap."""
        return self.validate_on_submit() and self.value.data in question.values and not self.too_soon()
