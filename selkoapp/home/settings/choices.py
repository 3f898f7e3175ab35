"""What a person can choose about how pages look and sound: each a question with pictures."""

from typing import NamedTuple

from flask_babel import lazy_gettext as _l

from selkoapp.accounts.looks import DEVICE_VOICE, LISTENING
from selkoapp.accounts.signins import LookNow
from selkoapp.kernel.i18n import NAMES


class Choice(NamedTuple):
    """One answer: what a form calls it, what is kept, and its word and picture. A language says its own name."""

    name: str
    kept: str | bool
    words: str
    picture: str
    language: str | None = None


class Question(NamedTuple):
    """One settings page. `column` is where the answer is kept, `note` a sentence more; `heard`: each choice can be heard."""

    kind: str
    column: str
    title: str
    name: str
    picture: str
    choices: tuple[Choice, ...]
    heard: bool = False
    note: str = ""

    @property
    def by_device(self) -> bool:
        """Whether there is more than one answer only on a device with a good voice of its own: a script finds that out."""
        return [choice.name for choice in self.choices[1:]] == [DEVICE_VOICE]

    @property
    def listening(self) -> bool:
        """Whether this is about how pages sound."""
        return self.column in (*LISTENING, DEVICES.column)

    def now(self, look: LookNow) -> Choice:
        """What holds now; the first while nothing is chosen, or a voice that this language has not."""
        kept = getattr(look, self.column)
        return next((choice for choice in self.choices if choice.kept == kept), self.choices[0])

    def named(self, name: str | None) -> Choice | None:
        """The choice with this name, or None."""
        return next((choice for choice in self.choices if choice.name == name), None)

    def sample(self, choice: Choice, look: LookNow) -> dict[str, str]:
        """Voice and speed in which this choice is heard."""
        return {"voice": look.voice, "speed": look.speed} | {self.column: choice.kept}


LANGUAGE = Question(
    "language", "language", _l("Which language do you want?"), _l("Language"), "nav_language",
    tuple(Choice(code, code, name, f"language_{code}", code) for code, name in NAMES.items()),
)  # fmt: skip
TEXT = Question(
    "text", "text", _l("What size of text do you want?"), _l("Text size"), "nav_text_size",
    (
        Choice("normal", "normal", _l("Normal"), "text_normal"),
        Choice("large", "large", _l("Large"), "text_large"),
        Choice("largest", "largest", _l("Largest"), "text_largest"),
    ),
)  # fmt: skip
COLOURS = Question(
    "colours", "theme", _l("Which colours do you want?"), _l("Colours"), "theme_contrast",
    (
        Choice("light", "light", _l("Light"), "theme_light"),
        Choice("dark", "dark", _l("Dark"), "theme_dark"),
        Choice("auto", "auto", _l("The same as on the device"), "theme_auto"),
    ),
)  # fmt: skip
VOICE = Question("voice", "voice", _l("Which voice do you want?"), _l("Voice"), "nav_voice", (), heard=True)
VOICES = ((_l("Voice 1"), "voice_1"), (_l("Voice 2"), "voice_2"), (_l("Voice 3"), "voice_3"))
OF_DEVICE = Choice(DEVICE_VOICE, DEVICE_VOICE, _l("The voice of this device"), "voice_device")
SPEED = Question(
    "speed", "speed", _l("How fast do you want me to read?"), _l("Speed"), "nav_speed",
    (
        Choice("slow", "slow", _l("Slow"), "speed_slow"),
        Choice("normal", "normal", _l("Normal"), "speed_normal"),
        Choice("fast", "fast", _l("Fast"), "speed_fast"),
    ),
    heard=True,
)  # fmt: skip
AT_ONCE = Question(
    "reading", "at_once", _l("When do you want me to read?"), _l("Read at once"), "read_on_opening",
    (
        Choice("opening", True, _l("When the page opens"), "read_on_opening"),
        Choice("press", False, _l("When I press Listen"), "read_on_press"),
    ),
)  # fmt: skip
DEVICES = Question(
    "devices", "listens_alike", _l("Where do you want to listen like this?"), _l("Devices"), "all_devices",
    (
        Choice("this", False, _l("On this device"), "this_device"),
        Choice("all", True, _l("On all my devices"), "all_devices"),
    ),
    note=_l("This is about voice, speed and reading."),
)  # fmt: skip

Offered = dict[str, Question]


def to_see() -> Offered:
    """The questions about how pages look, by their kinds."""
    return {question.kind: question for question in (LANGUAGE, TEXT, COLOURS)}


def to_hear(engines: tuple[str, ...], signed_in: bool) -> Offered:
    """The questions about how pages sound, by their kinds. `engines` are the server's voices in the page's language.

    Without any there is no choice of a voice. Only who is signed in has other devices.
    """
    numbered = tuple(Choice(engine, engine, *called) for engine, called in zip(engines, VOICES, strict=False))
    voice = (VOICE._replace(choices=(*numbered, OF_DEVICE)),) if engines else ()
    devices = (DEVICES,) if signed_in else ()
    return {question.kind: question for question in (*voice, SPEED, AT_ONCE, *devices)}
