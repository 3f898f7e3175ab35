"""The way from an address to the map that a person's device already has."""

from urllib.parse import quote

APPLE = ("iPhone", "iPad", "Macintosh")  # an iPad says that it is a Macintosh
OPENSTREETMAP = "https://www.openstreetmap.org/search?query="


def map_link(address: str, device: str) -> str:
    """Where this device shows the address; "" when there is none. `device` is what the browser calls itself.

    Android opens geo: in the map of the phone, Apple's devices open maps.apple.com in theirs; other machines know
    neither and get a page. Nothing is asked of anyone until the link is pressed.
    """
    if not address:
        return ""
    if "Android" in device:
        return f"geo:0,0?q={quote(address, safe='')}"
    site = "https://maps.apple.com/?q=" if any(name in device for name in APPLE) else OPENSTREETMAP
    return site + quote(address, safe="")
