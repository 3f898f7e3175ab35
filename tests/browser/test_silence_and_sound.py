"""When pages are silent and when they sound: by themselves, without a voice, without script, on a shared tablet."""

import statistics

import pytest
from playwright.sync_api import expect

from tests.browser.hearing import EVERY_WORD, TASK, choose, lit, open_page, read_whole, silence_server, until

SILENCE = "Ääntä ei saatu nyt. Voit lukea tekstin itse."
PLACES = ["/", "/home", "/events", "/messages", "/me", "/help", "/settings", "/settings/speed", TASK, TASK + "/meaning"]


def test_nothing_is_read_by_itself_unless_the_person_has_chosen_so(live, signed_in):
    page = open_page(signed_in("aino"), live.base + "/me")
    page.wait_for_timeout(500)
    assert page.evaluate("ear.audio") is None
    choose(live, "aino", at_once=True)
    page.locator("a[href='/settings']").click()
    until(page, "ear.lit.length > 1")
    expect(page.locator(".bar-listen")).to_have_text("Seis")


def test_a_browser_that_wants_a_press_first_is_left_in_peace(live, signed_in):
    page = signed_in("aino")
    choose(live, "aino", at_once=True)
    page.add_init_script("HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('', 'NotAllowedError'))")
    open_page(page, live.base + "/me")
    expect(page.locator(".bar-listen")).to_have_text("Kuuntele")
    assert page.locator(".speech-told").inner_text() == ""


@pytest.mark.parametrize("status", [503, 429, 404, 401, None], ids=["no voice", "too many", "page changed", "left", "no network"])
def test_without_a_voice_the_page_says_so_and_the_text_stays(status, live, signed_in):
    page = open_page(signed_in("aino"), live.base + TASK)
    question = page.locator(".ask-question").inner_text()
    silence_server(page, status)
    page.locator(".ask .listen").click()
    expect(page.locator(".speech-told")).to_have_text(SILENCE)
    expect(page.locator(".ask .listen")).to_have_text("Kuuntele")
    assert page.locator(".ask-question").inner_text() == question
    page.mouse.click(5, 300)
    expect(page.locator(".speech-told")).to_have_text("")


def test_a_clip_without_times_is_heard_without_light(live, signed_in):
    page = open_page(signed_in("aino"), live.base + TASK)
    page.route(lambda url: ".json" in url, lambda route: route.fulfill(status=500))
    page.locator(".ask .listen").click()
    until(page, "ear.starts.length")
    until(page, "ear.audio.currentTime > 0.3")
    assert page.evaluate("ear.lit") == [] and page.locator(".speech-told").inner_text() == ""


def test_without_script_every_listen_link_leads_to_its_sound(live, signed_in):
    plain, page = signed_in("aino", script=False), open_page(signed_in("aino"), live.base + "/home")
    for place in PLACES:
        plain.goto(live.base + place)
        links = [link.evaluate("link => link.href") for link in plain.locator("a[data-listen]").all()]
        assert links, place
        for link in dict.fromkeys(links):
            answer = page.evaluate("href => fetch(href).then(a => [a.status, a.headers.get('content-type')])", link)
            assert answer == [200, "audio/mpeg"], f"{place}: {link}"
    plain.goto(live.base + TASK)
    with plain.expect_response(lambda answer: ".mp3" in answer.url) as sound:
        plain.locator(".ask .listen").click()
    assert sound.value.headers["content-type"] == "audio/mpeg"


def test_who_listens_is_still_here(live, signed_in):
    """On a shared tablet whose clock runs 80 times as fast: who listens stays signed in, who does nothing leaves."""
    hasty = "{ const now = Date.now, start = now(); Date.now = () => start + (now() - start) * 80; }"
    listens, sleeps = signed_in("aino", shared=True), signed_in("mikko", shared=True)
    choose(live, "aino", speed="slow")
    for page in (sleeps, listens):
        page.add_init_script(hasty)
        open_page(page, live.base + "/messages")
    listens.locator(".bar-listen").click()
    sleeps.wait_for_url(live.base + "/", timeout=15_000)
    listens.wait_for_timeout(4000)
    assert listens.url.endswith("/messages") and lit(listens)
    assert not listens.locator("dialog[open]").count()


def test_the_first_sound_comes_soon(live, signed_in):
    """Not later than an idle page of the same run opens, when the words are kept; new words take twice that at most."""
    page = signed_in("aino")
    opening = []
    for _ in range(5):
        open_page(page, live.base + "/me")
        opening.append(page.evaluate("performance.getEntriesByType('navigation')[0].duration"))
    idle = statistics.median(opening)
    open_page(page, live.base + TASK)
    page.evaluate("addEventListener('click', () => (ear.pressed = performance.now()), true)")
    waited = []
    for _ in range(6):
        page.evaluate("ear.starts.length = 0")
        page.locator(".bar-listen").click()
        until(page, "ear.starts.length")
        waited.append(page.evaluate("ear.starts[0] - ear.pressed"))
        page.locator(".bar-listen").click()
        page.wait_for_timeout(200)
    new, kept = waited[0], statistics.median(waited[1:])
    assert kept <= idle and new <= 2 * idle, (waited, opening)


def test_a_server_that_is_busy_for_a_moment_is_asked_again(live, signed_in):
    page = open_page(signed_in("aino"), live.base + TASK)
    busy = []

    def turn(route):
        if route.request.resource_type == "fetch" and ".mp3" in route.request.url and route.request.url not in busy:
            busy.append(route.request.url)
            route.fulfill(status=503, headers={"Retry-After": "1"})
        else:
            route.continue_()

    page.route(lambda url: ".mp3" in url, turn)
    wanted = page.evaluate(EVERY_WORD)
    assert read_whole(page) == wanted
    assert len(busy) > 2
    assert page.locator(".speech-told").inner_text() == ""
