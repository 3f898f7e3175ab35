"""A new message comes while Aino writes: it is told with a picture, and nothing moves under her finger."""

from playwright.sync_api import Route, expect


def newer(route: Route) -> None:
    """To who asks whether there is something new: there is."""
    if "x-fragment" in route.request.headers:
        route.fulfill(status=200, headers={"ETag": '"newer"'}, body="")
    else:
        route.continue_()


def test_news_moves_neither_the_box_nor_the_button(live, signed_in):
    page = signed_in("aino")
    page.route("**/messages", newer)
    page.goto(live.base + "/messages")
    places = "[...document.querySelectorAll('main textarea, main .button-primary')].map(e => e.getBoundingClientRect().y)"
    expect(page.locator(".news")).to_be_hidden()
    before = page.evaluate(places)
    expect(page.locator(".news")).to_be_visible(timeout=15_000)
    assert len(before) == 2 and page.evaluate(places) == before
    expect(page.locator(".news .pictogram")).to_be_visible()
