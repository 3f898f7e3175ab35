"""A group and who is in it."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from selkoapp.groups.models import NAME_LONGEST
from selkoapp.kernel.forms import Form, clean_text


class GroupForm(Form):
    """Name and members. Set `members.choices` to the coach's seekers."""

    name = StringField(
        _l("Name of the group"),
        filters=[lambda text: clean_text(text, NAME_LONGEST + 1)],
        validators=[
            DataRequired(_l("Write the name of the group.")),
            Length(max=NAME_LONGEST, message=_l("The name is too long.")),
        ],
    )
    members = SelectMultipleField(
        _l("Who is in the group?"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        invalid_choice_message=_l("Choose only people from this list."),
    )
