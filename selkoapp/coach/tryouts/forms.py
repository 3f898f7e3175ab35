"""A try-out: which task, on which day, where."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import Length, ValidationError

from selkoapp.interests import tasks
from selkoapp.interests.wish_models import PLACE_LONGEST
from selkoapp.kernel import clock, i18n
from selkoapp.kernel.fields import DayField, given
from selkoapp.kernel.forms import Form, clean_text, options


class TryoutForm(Form):
    """What a seeker has tried."""

    task = SelectField(_l("Task"), invalid_choice_message=_l("Choose the task."))
    day = DayField(_l("Day"), validators=[given(_l("Choose the day."))])
    place = StringField(
        _l("Place"),
        filters=[lambda text: clean_text(text, PLACE_LONGEST + 1)],
        validators=[Length(max=PLACE_LONGEST, message=_l("The place is too long."))],
    )

    def __init__(self, *args, **about):
        super().__init__(*args, **about)
        language = i18n.language()
        self.task.choices = {
            tasks.label(sector.id, language): options(
                (task.id, tasks.label(task.id, language)) for task in tasks.tasks_of(sector)
            )
            for sector in tasks.sectors()
        }

    def validate_day(self, field) -> None:
        """What has not been yet has not been tried."""
        if field.data and field.data > clock.today():
            raise ValidationError(_l("This day has not come yet."))
