"""A form for the style page: one of each field."""

from wtforms import BooleanField, DateField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from selkoapp.kernel.forms import Form, options


class SampleForm(Form):
    """Every kind of field; `text` and `told` are required, so that their errors can be shown."""

    text = StringField("Nimi", validators=[InputRequired("Kirjoita nimi.")])
    story = TextAreaField("Viesti")
    day = DateField("Päivä")
    language = SelectField("Kieli", choices=options([("fi", "Suomi"), ("sv", "Svenska")]))
    picture = RadioField("Kuva", choices=options([("coffee", "Kahvi"), ("lunch", "Lounas")]), default="coffee")
    told = BooleanField("Olen kertonut tästä asiakkaalle.", validators=[InputRequired("Kerro tästä ensin asiakkaalle.")])
