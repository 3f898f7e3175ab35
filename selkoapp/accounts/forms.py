"""Forms for coming in: the card, the device, the coach's password."""

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, HiddenField, PasswordField, StringField
from wtforms.validators import AnyOf, EqualTo, InputRequired, Length

from selkoapp.accounts.passwords import LONGEST, SHORTEST
from selkoapp.kernel.forms import Form, PressForm, clean_text

TOKEN_LONGEST = 128  # characters: of a token, or of a ticket
LOGIN_LONGEST = 120  # characters


class CardForm(Form):
    """A card's token, put in by the script that read it from the address's fragment, or by the plain page."""

    token = HiddenField(validators=[InputRequired(), Length(max=TOKEN_LONGEST)])


class CardPressForm(PressForm):
    """ "Kyllä, olen Aino": the same token, with the press."""

    token = HiddenField(validators=[InputRequired(), Length(max=TOKEN_LONGEST)])


class DeviceForm(PressForm):
    """Minun or Yhteinen."""

    whose = StringField(validators=[AnyOf(("mine", "shared"))])


class StaffForm(Form):
    """A coach's sign-in."""

    login = EmailField(
        _l("Your email"),
        filters=[lambda text: clean_text(text, LOGIN_LONGEST)],
        validators=[InputRequired(_l("Write your email."))],
    )
    password = PasswordField(
        _l("Your password"),
        validators=[InputRequired(_l("Write your password.")), Length(max=LONGEST, message=_l("The password is too long."))],
    )


class NewPasswordForm(Form):
    """A password of one's own, written twice: what is typed cannot be seen."""

    password = PasswordField(
        _l("Your new password"),
        validators=[
            InputRequired(_l("Write a new password.")),
            Length(min=SHORTEST, message=_l("The password is too short. Write at least 15 characters.")),
            Length(max=LONGEST, message=_l("The password is too long.")),
        ],
    )
    again = PasswordField(
        _l("The same password once more"),
        validators=[EqualTo("password", _l("The two passwords are not the same. Write both again."))],
    )
