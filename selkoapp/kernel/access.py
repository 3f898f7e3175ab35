"""Who may enter a view and to what: said on the view itself, enforced in one place (accounts/guards.py)."""

from collections.abc import Callable
from typing import NamedTuple

ANYONE = "anyone"
ROLES = ("seeker", "coach", "coordinator")


class Access(NamedTuple):
    """The roles that a view lets in, the kind of thing that its address names, whether the sign-in must be fresh, and
    whether a press of ONLY_SHOW (kernel/forms.py) gets its form filled in."""

    roles: tuple[str, ...]
    obj: str | None
    fresh: bool
    shows_form: bool


def access(*roles: str, obj: str | None = None, fresh: bool = False, shows_form: bool = False) -> Callable:
    """Mark a view. A view without the mark is never served; an unknown role is a ValueError at start.

    `obj` names the kind of thing in the address ("thread"); the access matrix has a test object for each kind.
    `fresh` asks for a sign-in of the last few minutes (printing cards). `shows_form`: an ended sign-in brings the coach
    back to the form as it was filled in.
    """
    unknown = set(roles) - {ANYONE, *ROLES}
    if unknown or not roles:
        raise ValueError(f"No such role: {sorted(unknown)}")

    def mark(view: Callable) -> Callable:
        view.access = Access(roles, obj, fresh, shows_form)
        return view

    return mark
