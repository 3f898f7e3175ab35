"""Tulen or En tule; knowing of a change; showing oneself; and the coach's forms: a whole meeting, its time, its words.

The fields stand in the order of the page: WTForms keeps the order in which they are written.
"""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from selkoapp.events.models import LINE_LONGEST, TITLE_LONGEST, WHAT_LONGEST, Event
from selkoapp.kernel import clock
from selkoapp.kernel.fields import DayField, HourField, given
from selkoapp.kernel.forms import Form, PressForm, clean_text, options
from selkoapp.kernel.i18n import NAMES, language

PICTURES = ("group", "meeting", "company_visit", "training", "coffee", "lunch", "trip", "application", "interview", "job_search")


class ToldForm(PressForm):
    """A press on a page that tells when a meeting is held. `told` is its newest change that the page knew of."""

    told = HiddenField()

    def tells(self, event: Event) -> bool:
        """Whether the page told what holds now: a press from before a change answers another question."""
        return self.told.data == event.changed_at.isoformat()


class ComingForm(ToldForm):
    """One press: Tulen or En tule."""

    coming = StringField(validators=[AnyOf(("yes", "no"))])


class KnownForm(ToldForm):
    """One press: Selvä. `page` is where it was pressed."""

    page = StringField(validators=[AnyOf(("home", "event"))])


class ShownForm(PressForm):
    """One press: the group may see my name and picture, or not."""

    shown = StringField(validators=[AnyOf(("yes", "no"))])


def line(longest: int):
    """A filter that cleans a text and keeps one character more than allowed, so that too long is told and not cut."""
    return lambda text: clean_text(text, longest + 1)


def not_longer(longest: int) -> Length:
    """Refuse a text of more than `longest` characters."""
    return Length(max=longest, message=_l("This text is too long. At most %(max)d letters fit."))


class GroupForm(Form):
    """Whose meeting it is. Set `group.choices` to the groups that the coach leads."""

    group = SelectField(_l("Group"), invalid_choice_message=_l("Choose the group."))


class TimeForm(Form):
    """When it is held."""

    day = DayField(_l("Day"), validators=[given(_l("Choose the day."))])
    starts = HourField(_l("Starts at"), validators=[given(_l("Write when it starts, for example 14.00."))])
    ends = HourField(_l("Ends at"), validators=[given(_l("Write when it ends, for example 15.30."))])

    @classmethod
    def of(cls, event: Event) -> "TimeForm":
        """The form of a meeting that has a time already: it stands there to be changed."""
        starts, ends = clock.local(event.starts_at), clock.local(event.ends_at)
        return cls(day=starts.date(), starts=starts.time(), ends=ends.time())

    def validate_day(self, field) -> None:
        """A day that has passed cannot be planned."""
        if field.data < clock.today():
            raise ValidationError(_l("This day has passed. Choose a coming day."))

    def validate_starts(self, field) -> None:
        """On one spring night an hour is skipped; on one autumn night an hour comes twice, and the first is meant."""
        if not self.day.errors and not clock.exists(self.day.data, field.data):
            raise ValidationError(_l("There is no such time on this day. The clocks change."))

    def validate_ends(self, field) -> None:
        """It ends after it starts, on the same day, and has not ended yet."""
        if self.starts.data and field.data <= self.starts.data:
            raise ValidationError(_l("The meeting ends before it starts. Change the time."))
        if self.day.errors:
            return
        if not clock.exists(self.day.data, field.data):
            raise ValidationError(_l("There is no such time on this day. The clocks change."))
        if clock.at(self.day.data, field.data) <= clock.now():
            raise ValidationError(_l("This time has passed. Choose a coming time."))

    def moments(self) -> tuple[datetime, datetime]:
        """Start and end as moments. Call after validation."""
        return clock.at(self.day.data, self.starts.data), clock.at(self.day.data, self.ends.data)


class WordsForm(Form):
    """What is told of it: texts, picture and language, by the model's names."""

    title = StringField(
        _l("Name of the meeting"),
        filters=[line(TITLE_LONGEST)],
        validators=[DataRequired(_l("Write the name of the meeting.")), not_longer(TITLE_LONGEST)],
    )
    place_name = StringField(
        _l("Place"),
        filters=[line(LINE_LONGEST)],
        validators=[DataRequired(_l("Write the place.")), not_longer(LINE_LONGEST)],
    )
    address = StringField(_l("Street and town"), filters=[line(LINE_LONGEST)], validators=[not_longer(LINE_LONGEST)])
    what = TextAreaField(
        _l("What do you do there?"),
        filters=[line(WHAT_LONGEST)],
        validators=[DataRequired(_l("Write what you do there.")), not_longer(WHAT_LONGEST)],
    )
    bring = StringField(_l("What to bring"), filters=[line(LINE_LONGEST)], validators=[not_longer(LINE_LONGEST)])
    how_to_get_there = TextAreaField(_l("How to get there"), filters=[line(WHAT_LONGEST)], validators=[not_longer(WHAT_LONGEST)])
    picture = RadioField(
        _l("Picture"),
        choices=options((concept, concept) for concept in PICTURES),
        default=PICTURES[0],
        invalid_choice_message=_l("Choose a picture."),
    )
    language = SelectField(
        _l("Language of the text"),
        choices=options(NAMES.items()),
        default=language,
        invalid_choice_message=_l("Choose the language."),
    )

    def words(self) -> dict[str, str]:
        """The texts and the picture, by the model's names."""
        named = (
            self.title,
            self.place_name,
            self.address,
            self.what,
            self.bring,
            self.how_to_get_there,
            self.picture,
            self.language,
        )
        return {field.name: field.data or "" for field in named}


class EventForm(GroupForm, TimeForm, WordsForm):
    """One whole meeting."""
