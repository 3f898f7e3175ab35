"""Forms about a seeker: bringing them in, and what happens next."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, StringField
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from selkoapp.accounts.models import Person
from selkoapp.accounts.people import namesake
from selkoapp.kernel import clock, i18n
from selkoapp.kernel.fields import DayField, given
from selkoapp.kernel.forms import Form, clean_text, options

NAME_LONGEST, STEP_LONGEST = 40, 120  # characters
FACES = tuple(f"person_{letter}" for letter in "abcdefghijkl")
STEP_PICTURES = (
    "meeting",
    "interview",
    "company_visit",
    "try_out",
    "application",
    "cv",
    "contract",
    "first_day",
    "nav_message",
    "answer_phone",
)


class SeekerForm(Form):
    """What is known of a seeker: first name, language, picture.

    Set `taken` to the coach's other seekers. A namesake is told once: the same name saved again is meant. `known` is
    the name that was told of.
    """

    known = HiddenField()
    name = StringField(
        _l("First name"),
        filters=[lambda text: clean_text(text, NAME_LONGEST + 1)],
        validators=[DataRequired(_l("Write the first name.")), Length(max=NAME_LONGEST, message=_l("The name is too long."))],
    )
    language = SelectField(_l("Language"), choices=options(i18n.NAMES.items()), invalid_choice_message=_l("Choose the language."))
    picture = RadioField(
        _l("Picture"),
        choices=options((face, face) for face in FACES),
        default=FACES[0],
        invalid_choice_message=_l("Choose a picture."),
    )
    taken: Iterable[Person] = ()

    def validate_name(self, field) -> None:
        """Two of one name are mixed up easily: a letter tells them apart."""
        if namesake(self.taken, field.data) and self.known.data != field.data:
            self.known.data = field.data
            raise ValidationError(_l("You have a person with this name. Add a letter, or save again."))


class NewSeekerForm(SeekerForm):
    """A new seeker, and perhaps the group they begin in. Set `group.choices` to the groups that the coach leads."""

    group = SelectField(_l("Group"), default="", invalid_choice_message=_l("Choose the group."))


class NextStepForm(Form):
    """What happens next for this seeker: a sentence, its picture, the day, and who does it."""

    text = StringField(
        _l("What happens next?"),
        filters=[lambda text: clean_text(text, STEP_LONGEST + 1)],
        validators=[
            DataRequired(_l("Write what happens next.")),
            Length(max=STEP_LONGEST, message=_l("The sentence is too long.")),
        ],
    )
    picture = SelectField(_l("Picture"), invalid_choice_message=_l("Choose a picture."))
    day = DayField(_l("Day"), validators=[Optional(), given(_l("Choose the day."))])
    who = SelectField(_l("Who does it?"), invalid_choice_message=_l("Choose who does it."))

    def validate_day(self, field) -> None:
        """A day that has passed is not next."""
        if field.data and field.data < clock.today():
            raise ValidationError(_l("This day has passed. Choose a coming day."))
