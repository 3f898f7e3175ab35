"""Why something that was sent is not kept. words.py says each in plain words; nothing was stored."""

from selkoapp.kernel.faults import Fault


class Refused(Fault):
    """This is not kept."""

    status = 422


class Nothing(Refused):
    """Nothing was sent, or an empty file."""


class TooBig(Refused):
    """More bytes than are let in, or more pixels than are looked at."""

    status = 413


class TooLong(Refused):
    """A sound longer than the longest."""


class TooShort(Refused):
    """A sound so short that nothing can have been said: a press by mistake."""


class NotASound(Refused):
    """No recording, or one that cannot be played."""


class NotAPhoto(Refused):
    """No photograph, or one that cannot be shown."""


class Full(Refused):
    """This person keeps as much as a person may."""
