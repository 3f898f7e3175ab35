"""Finnish, Swedish and English: which one a page speaks, and how it says days, dates and times."""

import hashlib
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, g, has_request_context, request
from flask_babel import Babel, ngettext
from flask_babel import gettext as _

from selkoapp.kernel import clock

LANGUAGES = ("fi", "sv", "en")
NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
DEFAULT = LANGUAGES[0]
NO_BREAK = "\u00a0"
HOME = Path(__file__).parent.parent


def source_folder() -> Path:
    """Where the catalogues are: beside the package in a checkout, inside it in a wheel. FileNotFoundError if nowhere."""
    for folder in (HOME.parent / "translations", HOME / "translations"):
        if (folder / DEFAULT / "LC_MESSAGES" / "messages.po").exists():
            return folder
    raise FileNotFoundError("The folder translations/ is missing: the app would speak only English.")


def compile_catalogues(source: Path, target: Path) -> Path:
    """Compile the catalogues into a folder named by their content; a folder that stands already is used as it is."""
    texts = {name: (source / name / "LC_MESSAGES" / "messages.po").read_bytes() for name in LANGUAGES}
    folder = target / hashlib.sha256(b"".join(texts.values())).hexdigest()[:16]
    for name, text in texts.items():
        file = folder / name / "LC_MESSAGES" / "messages.mo"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            compiled = BytesIO()
            write_mo(compiled, read_po(BytesIO(text), locale=name))
            half = file.with_suffix(f".{uuid4().hex}.half")  # servers that start together write the same file
            half.write_bytes(compiled.getvalue())
            half.replace(file)
    return folder


def language() -> str:
    """The language that this page speaks: the person's or device's choice, else the browser's, else Finnish."""
    if not has_request_context():
        return DEFAULT
    look = g.get("look")
    return (look and look.language) or request.accept_languages.best_match(LANGUAGES) or DEFAULT


def weekday(day: date) -> str:
    """The day of the week on its own, as on a calendar leaf: "keskiviikko"."""
    return format_date(day, "cccc", locale=language())


def on_weekday(day: date) -> str:
    """The day of the week in a sentence: "keskiviikkona"."""
    names = (
        _("on Monday"),
        _("on Tuesday"),
        _("on Wednesday"),
        _("on Thursday"),
        _("on Friday"),
        _("on Saturday"),
        _("on Sunday"),
    )
    return names[day.weekday()]


def month(day: date) -> str:
    """The month on its own: "marraskuu"."""
    return format_date(day, "LLLL", locale=language())


def long_date(day: date) -> str:
    """Day and month in a sentence: "25. marraskuuta"."""
    return format_date(day, {"fi": "d. MMMM", "sv": "d MMMM", "en": "d MMMM"}[language()], locale=language())


def day_word(day: date) -> str:
    """How far away a day is: "tänään", "huomenna", "3 päivän päästä", "2 päivää sitten"."""
    away = (day - clock.today()).days
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    if away in near:
        return near[away]
    if away < 0:
        return ngettext("%(num)d day ago", "%(num)d days ago", -away)
    return ngettext("in %(num)d day", "in %(num)d days", away)


def day_heading(day: date) -> str:
    """A day that heads a list: "Huomenna", "Keskiviikkona 2. joulukuuta, 8 päivän päästä"."""
    said = day_word(day)
    if (day - clock.today()).days not in (0, 1):
        name = on_weekday(day) if language() == "fi" else weekday(day)
        date_and_distance = (part.replace(" ", NO_BREAK) for part in (long_date(day), said))  # neither is torn between lines
        said = f"{name} {', '.join(date_and_distance)}"
    return said[0].upper() + said[1:]


def hour_and_minute(moment: datetime | time) -> str:
    """The time in digits as the language writes it: "14.30"."""
    shown = clock.local(moment) if isinstance(moment, datetime) else moment
    return f"{shown.hour}{':' if language() == 'en' else '.'}{shown.minute:02d}"


def clock_time(moment: datetime | time) -> str:
    """The time in words: "kello 14.30"."""
    return _("at %(time)s", time=hour_and_minute(moment))


def wait_word(since: datetime) -> str:
    """How long something has waited: "alle tunti", "3 tuntia", then whole days as day_word counts them: "2 päivää"."""
    hours = int((clock.now() - since).total_seconds()) // 3600
    if hours < 1:
        return _("less than an hour")
    if hours < 24:
        return ngettext("%(num)d hour", "%(num)d hours", hours)
    return ngettext("%(num)d day", "%(num)d days", (clock.today() - local_day(since)).days)


def local_day(moment: datetime) -> date:
    """The day in Helsinki on which this moment falls."""
    return clock.local(moment).date()


def local_moment(moment: datetime) -> datetime:
    """The moment as the clocks in Helsinki show it."""
    return clock.local(moment)


def leaf_word(day: date) -> str:
    """The word on top of a calendar leaf: "tänään", "huomenna", else the day of the week."""
    return day_word(day) if (day - clock.today()).days in (0, 1) else weekday(day)


FILTERS = (
    leaf_word,
    weekday,
    on_weekday,
    month,
    long_date,
    day_word,
    day_heading,
    hour_and_minute,
    clock_time,
    wait_word,
    local_day,
    local_moment,
)


def register(app: Flask, data: Path) -> None:
    """Give the app its languages, and templates the filters above."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(compile_catalogues(source_folder(), data / "translations"))
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT
    app.config["BABEL_DEFAULT_TIMEZONE"] = clock.HELSINKI.key
    Babel(app, locale_selector=language)
    for said in FILTERS:
        app.jinja_env.filters[said.__name__] = said
    app.jinja_env.globals["languages"] = NAMES
    app.context_processor(lambda: {"language": language(), "today": clock.today()})
