"""Who listens, as the rooms above tell it. Nothing here knows a person."""

from collections.abc import Mapping
from typing import NamedTuple


class Listener(NamedTuple):
    """Who asks for sound now.

    `key` tells listeners apart and names nobody: their clips lie under it; empty when nobody is signed in. New clips are
    counted against `counted`. `hears` says whether pages read themselves aloud to them. `names` are first names that may
    stand in a page, with the language in which each is said. `speed` and `voice` are what they chose.
    """

    key: str
    counted: str
    hears: bool
    names: Mapping[str, str]
    speed: str = "normal"
    voice: str = ""

    def chosen(self) -> dict[str, str]:
        """Speed and voice as parts of an address. A device's own voice is none of ours."""
        ours = self.voice not in ("", "device")
        return {"speed": self.speed} | ({"voice": self.voice} if ours else {})
