"""A task that a coach adds: its sector, what it is called and what it is in three languages, and how it looks."""

from collections.abc import Iterator
from typing import NamedTuple

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, FileField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from selkoapp.interests import tasks
from selkoapp.interests.added.service import Written
from selkoapp.interests.wish_models import LABEL_LONGEST, MEANING_LONGEST, OwnTask
from selkoapp.kernel import i18n
from selkoapp.kernel.forms import Form, clean_text, options
from selkoapp.pictograms import catalogue
from selkoapp.pictograms.catalogue import LANGUAGES, Concept

KEPT_TEXT = 10_000  # characters: what is too long still stands in the field, so nothing typed is lost


class PictureGroup(NamedTuple):
    """The pictures of one sector: the sector's own and its tasks'."""

    sector: Concept
    pictures: tuple[Concept, ...]


def picture_groups() -> list[PictureGroup]:
    """Every picture that a task can have."""
    return [PictureGroup(sector, (sector, *catalogue.tasks_of(sector.id))) for sector in tasks.sectors()]


def on_one_line(typed: str | None) -> str:
    """What was typed, without line breaks."""
    return " ".join(clean_text(typed, KEPT_TEXT).split())


def cleaned(typed: str | None) -> str:
    """What was typed, without what no database takes."""
    return clean_text(typed, KEPT_TEXT)


def name_field(words: str) -> StringField:
    """The name of the task in one language."""
    return StringField(
        words,
        filters=[on_one_line],
        validators=[
            DataRequired(_l("Write the task in all three languages.")),
            Length(max=LABEL_LONGEST, message=_l("The name of the task is too long.")),
        ],
    )


def all_or_none(form, field) -> None:
    """Refuse an empty meaning beside one that is written: somebody would not understand the task."""
    if not field.data and any(meaning.data for meaning in form.meanings()):
        raise ValidationError(_l("Say what it is in all three languages, or in none."))


def meaning_field(words: str) -> TextAreaField:
    """What the task is, in one language."""
    return TextAreaField(
        words, filters=[cleaned], validators=[all_or_none, Length(max=MEANING_LONGEST, message=_l("The sentences are too long."))]
    )


class TaskForm(Form):
    """All that is said of a task."""

    sector = SelectField(_l("Kind of work"), invalid_choice_message=_l("Choose the kind of work."))
    label_fi = name_field(_l("The task in Finnish"))
    meaning_fi = meaning_field(_l("What is it? In Finnish"))
    label_sv = name_field(_l("The task in Swedish"))
    meaning_sv = meaning_field(_l("What is it? In Swedish"))
    label_en = name_field(_l("The task in English"))
    meaning_en = meaning_field(_l("What is it? In English"))
    picture = RadioField(_l("Picture"), invalid_choice_message=_l("Choose a picture."))
    photo = FileField(_l("Photo of the workplace"))
    without_photo = BooleanField(_l("Take the photo away"))

    def __init__(self, *args, **about):
        super().__init__(*args, **about)
        language = i18n.language()
        sectors = ((sector.id, catalogue.label(sector.id, language)) for sector in tasks.sectors())
        self.sector.choices = options(sectors)
        self.picture.choices = options((each.id, each.id) for group in picture_groups() for each in group.pictures)

    @classmethod
    def of(cls, task: OwnTask) -> "TaskForm":
        """The form with what is said of a task now, or with what was typed."""
        return cls(obj=task)

    def names(self) -> Iterator[Field]:
        """The names, by the order of LANGUAGES."""
        return (self[f"label_{code}"] for code in LANGUAGES)

    def meanings(self) -> Iterator[Field]:
        """The meanings, by the order of LANGUAGES."""
        return (self[f"meaning_{code}"] for code in LANGUAGES)

    def written(self) -> Written:
        """What the coach says, as the service takes it. Call after validation."""
        return Written(
            self.sector.data,
            dict(zip(LANGUAGES, (field.data for field in self.names()), strict=True)),
            dict(zip(LANGUAGES, (field.data for field in self.meanings()), strict=True)),
            self.picture.data,
        )
