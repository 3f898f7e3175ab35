"""How sure an answer is, in words for the coach: marks beside a picture, and sentences about pairs and habits."""

from collections.abc import Iterator
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from selkoapp.interests import tasks
from selkoapp.interests.mine.told import Trust
from selkoapp.interests.models import Setting
from selkoapp.interests.pairs.asked import Choice
from selkoapp.interests.pairs.habits import Habits
from selkoapp.interests.pairs.standing import Open, Why

SETTINGS = {
    Setting.ALONE: _l("Alone"),
    Setting.HELPED: _l("With help"),
    Setting.GROUP: _l("In a group"),
    Setting.TRYOUT: _l("After a try-out"),
}
OPEN = {
    Why.NEVER: _l("%(higher)s and %(lower)s: never asked side by side."),
    Why.ONCE: _l("%(higher)s and %(lower)s: asked once only."),
    Why.TURNED: _l("%(higher)s and %(lower)s: answered both ways."),
    Why.ALIKE: _l("%(higher)s and %(lower)s: both, or neither."),
}
MEANINGS = (
    (_l("Same answer 2 times"), _l("Asked again in another sitting, and answered the same.")),
    (_l("Checked in pairs"), _l("The choices between two pictures, asked again with sides changed, agree.")),
    (_l("Alone, With help"), _l("Who was there when the person answered. Help may change an answer.")),
    (_l("Changed"), _l("The answer is another than before. Both are kept; the newest counts.")),
)
SIDES = {
    Choice.LEFT: _l("In pairs the left picture was pressed nearly always. They are now asked one above the other."),
    Choice.RIGHT: _l("In pairs the right picture was pressed nearly always. They are now asked one above the other."),
}
ENDS = {
    Choice.LEFT: _l("One above the other, the upper picture was pressed nearly always. These pairs do not count."),
    Choice.RIGHT: _l("One above the other, the lower picture was pressed nearly always. These pairs do not count."),
}


class Mark(NamedTuple):
    """A few words, and whether they make the answer surer."""

    words: str
    surer: bool


def marks(trust: Trust, language: str) -> list[Mark]:
    """What is known of how an answer was given."""
    return list(_marks(trust, language))


def _marks(trust: Trust, language: str) -> Iterator[Mark]:
    if trust.times > 1:
        yield Mark(ngettext("Same answer %(num)d time", "Same answer %(num)d times", trust.times), True)
    if trust.paired is not None:
        yield Mark(_("Checked in pairs") if trust.paired else _("In pairs, not settled"), trust.paired)
    if trust.setting:
        yield Mark(_setting(trust, language), trust.setting in (Setting.ALONE, Setting.TRYOUT))
    if trust.changed:
        yield Mark(_("Changed"), False)


def _setting(trust: Trust, language: str) -> str:
    told = SETTINGS[Setting(trust.setting)]
    return f"{told}: {tasks.label(trust.helper, language)}" if trust.helper else str(told)


def unsettled(found: Open, language: str) -> str:
    """Why the order of two favourites is not settled, as a sentence."""
    names = {"higher": tasks.label(found.higher, language), "lower": tasks.label(found.lower, language)}
    return str(OPEN[found.why]) % names


def habit_words(habits: Habits) -> list[str]:
    """What to know of the way of pressing before trusting the answers. Only coaches are told, never the person."""
    told = [SIDES.get(habits.side), ENDS.get(habits.end)]
    if habits.says_yes:
        told.append(_l("Nearly every answer is yes. Pairs and try-outs tell more than these answers."))
    if habits.contradicts:
        told.append(_l("The choices between pairs do not fit each other. Do not rely on their order."))
    return [str(each) for each in told if each]
