"""The map that a device already has."""

import pytest

from selkoapp.events.maps import map_link

ANDROID = "Mozilla/5.0 (Linux; Android 9; SM-A105FN) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
IPAD = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_6) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0"


@pytest.mark.parametrize(
    ("device", "start"),
    [
        (ANDROID, "geo:0,0?q="),
        (IPAD, "https://maps.apple.com/?q="),
        (IPHONE, "https://maps.apple.com/?q="),
        (WINDOWS, "https://www.openstreetmap.org/search?query="),
        ("", "https://www.openstreetmap.org/search?query="),
    ],
)
def test_each_device_opens_its_own_map(device, start):
    assert map_link("Hämeentie 4 & 6", device) == f"{start}H%C3%A4meentie%204%20%26%206"


def test_without_an_address_there_is_no_way_to_a_map():
    assert map_link("", ANDROID) == ""


def test_ainos_phone_opens_its_map_from_the_page(browser, world, meeting):
    page = browser(world.aino).get(f"/events/{meeting.id}", **{"User-Agent": ANDROID})
    assert page.links()["Näytä kartalla"] == "geo:0,0?q=Vapaudenkatu%2039"
