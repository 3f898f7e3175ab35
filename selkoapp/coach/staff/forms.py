"""What is known of a coach."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, StringField
from wtforms.validators import DataRequired, Length, Regexp

from selkoapp.accounts.forms import LOGIN_LONGEST
from selkoapp.coach.people.forms import FACES, NAME_LONGEST
from selkoapp.kernel.fields import phone_number
from selkoapp.kernel.forms import Form, clean_text, options

PHONE_LONGEST = 20  # characters


class CoachForm(Form):
    """Who comes to help: name, the email that signs them in, the phone that stands on cards, picture."""

    name = StringField(
        _l("First name"),
        filters=[lambda text: clean_text(text, NAME_LONGEST + 1)],
        validators=[DataRequired(_l("Write the first name.")), Length(max=NAME_LONGEST, message=_l("The name is too long."))],
    )
    login = EmailField(
        _l("Email"),
        filters=[lambda text: clean_text(text, LOGIN_LONGEST + 1)],
        validators=[
            DataRequired(_l("Write the email.")),
            Regexp(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", message=_l("This is no email. Write it again.")),
            Length(max=LOGIN_LONGEST, message=_l("The email is too long.")),
        ],
    )
    phone = StringField(
        _l("Phone number"),
        filters=[lambda text: clean_text(text, PHONE_LONGEST + 1)],
        validators=[Length(max=PHONE_LONGEST, message=_l("The phone number is too long.")), phone_number],
    )
    picture = RadioField(
        _l("Picture"),
        choices=options((face, face) for face in FACES),
        default=FACES[0],
        invalid_choice_message=_l("Choose a picture."),
    )

    def about(self) -> tuple[str, str, str, str]:
        """Name, email, phone and picture. Call after validation."""
        return self.name.data, self.login.data, self.phone.data, self.picture.data
