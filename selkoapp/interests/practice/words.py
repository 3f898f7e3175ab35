"""What a practice round asks, and how the scales are told."""

from typing import NamedTuple

from flask_babel import lazy_gettext as _l

from selkoapp.interests.models import Scale

ASKED = {
    "food_coffee": _l("Do you want coffee?"),
    "food_ice_cream": _l("Do you want ice cream?"),
    "food_fish_soup": _l("Do you want fish soup?"),
    "food_banana": _l("Do you want a banana?"),
}


class ScaleSaid(NamedTuple):
    """A way to answer: its word, a sentence about it, and its pictures."""

    word: str
    sentence: str
    pictures: tuple[str, ...]


SCALES = {
    Scale.THREE: ScaleSaid(
        _l("Yes, maybe or no"), _l("You answer: yes, maybe or no."), ("answer_yes", "answer_maybe", "answer_no")
    ),
    Scale.TWO: ScaleSaid(_l("Yes or no"), _l("You answer: yes or no."), ("answer_yes", "answer_no")),
    Scale.PAIRS: ScaleSaid(_l("Two pictures"), _l("You see two pictures. You choose one."), ("choose_of_two",)),
}
