"""Leila's large text and Onni's trembling hand: pictures grow, words stay in their boxes, buttons stay where they were."""

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from selkoapp.accounts.models import Look
from selkoapp.events.models import Event
from tests.browser.conftest import LAPTOP, PHONE

TABLET = {"width": 820, "height": 1180}
SMALL_PHONE = {"width": 320, "height": 568}
ZOOMED = {"width": 195, "height": 422}  # PHONE at 200 %
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDTHS = "[...document.querySelectorAll('img.pictogram, .clock')].map(e => e.getBoundingClientRect().width)"
# What stands out of its box: words and pictures right of the inner edge of the frame that holds them, or left of it.
OUTSIDE = """[...document.querySelectorAll(
    '.button, .tile, .row, .dated, .notice, .event-card, .event-when, .leaf, .bubble, .ask, .bar-button, .top')]
  .filter(box => box.checkVisibility() && getComputedStyle(box).visibility === 'visible').flatMap(box => {
    const frame = box.getBoundingClientRect();
    return [...box.querySelectorAll('.w, img, strong')].filter(e => !e.closest('.visually-hidden, .badge, .skip')).filter(e => {
      const at = e.getBoundingClientRect();
      return at.width && (at.right > frame.right + 1 || at.left < frame.left - 1);
    }).map(e => `${box.className}: ${e.textContent.trim() || e.className}`) })"""
# Words and pictures of one box that lie on each other.
COLLIDING = """(() => {
  const lies = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const whole = e => e.closest('.listen, .face, .button-help') || e;
  return [...document.querySelectorAll('.top, .row, .dated, .event-when, .event-card, .ask, .notice-said')].flatMap(box => {
    const all = [...box.querySelectorAll('.leaf, .clock, .w, .listen, .button-help, img')].filter(e => e.checkVisibility());
    const parts = [...new Set(all.filter(e => !e.closest('.leaf') || e.matches('.leaf')).map(whole))];
    return parts.flatMap((a, i) => parts.slice(i + 1)
      .filter(b => !(a.matches('.w') && b.matches('.w')) && lies(a.getBoundingClientRect(), b.getBoundingClientRect()))
      .map(b => `${box.className}: ${a.className} ${a.textContent} / ${b.className} ${b.textContent}`)) })
})()"""


def meeting(live) -> str:
    """The address of the last Wednesday meeting that is planned."""
    with live.session() as session:
        newest = select(Event.id).where(Event.title.like("Työnhaku%")).order_by(Event.starts_at.desc())
        return f"/events/{session.scalars(newest).first()}"


def choose_text(live, size: str) -> None:
    """Everybody chooses this size of text."""
    with live.session() as session:
        session.query(Look).update({"text": size})
        session.commit()


def box(page: Page, selector: str) -> tuple[int, int, int, int]:
    """Left, top, width and height of what is drawn, in pixels of the window."""
    at = page.locator(selector).first.bounding_box()
    return tuple(round(at[side]) for side in ("x", "y", "width", "height"))


@pytest.mark.parametrize("size", ["large", "largest"])
def test_pictures_grow_with_the_text(size, live, signed_in):
    page = signed_in("leila", viewport=TABLET)
    for path in ("/home", "/wishes/sector_kitchen/bake", "/wishes/mine", meeting(live), "/help"):
        choose_text(live, "normal")
        page.goto(live.base + path)
        before = page.evaluate(WIDTHS)
        choose_text(live, size)
        page.reload()
        after = page.evaluate(WIDTHS)
        assert len(before) == len(after) > 3
        assert all(new >= old for old, new in zip(before, after, strict=True)), f"{path}: {before} {after}"
        assert sum(after) > 1.2 * sum(before), path


@pytest.mark.parametrize(
    ("viewport", "text"),
    [(PHONE, "large"), (PHONE, "largest"), (SMALL_PHONE, "normal"), (SMALL_PHONE, "largest"), (ZOOMED, "largest")],
)
@pytest.mark.parametrize("who", ["leila", "aino"])
def test_words_stay_in_their_boxes(who, viewport, text, live, signed_in):
    page = signed_in(who, viewport=viewport, reduced_motion="reduce")
    choose_text(live, text)
    wrong = []
    paths = (
        "/home",
        "/messages",
        "/wishes",
        "/wishes/practice",
        "/wishes/practice/1",
        "/wishes/practice/scale",
        "/wishes/thanks",
        "/wishes/work",
        "/wishes/work?page=2",
        "/wishes/work?page=3",
        "/wishes/sector_kitchen/bake",
        "/wishes/mine",
    )
    more = ("/events", meeting(live), "/help", "/me", "/me/cards", "/me/readings", "/settings", "/settings/text")
    for path in (
        *paths,
        *more,
        "/settings/speed",
        "/wishes/sector_care",
        "/wishes/sector_kitchen/bake/meaning",
        "/wishes/mine/sector_kitchen",
    ):
        page.goto(live.base + path)
        wrong += [f"{path} {found}" for found in page.evaluate(OUTSIDE) + page.evaluate(COLLIDING)]
        if (over := page.evaluate(SIDEWAYS)) > 0:
            wrong.append(f"{path}: {over} px too wide")
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def test_text_spaced_out_by_its_reader_stays_in_the_window(live, signed_in):
    """WCAG 1.4.12, at 320 px."""
    page = signed_in("leila", viewport=SMALL_PHONE, bypass_csp=True)
    for path in ("/home", "/events", meeting(live), "/wishes/mine"):
        page.goto(live.base + path)
        page.add_style_tag(
            content="* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
        )
        assert page.evaluate(SIDEWAYS) == 0, path
        assert page.evaluate(OUTSIDE) == [], path


@pytest.mark.parametrize("height", [740, 844])
def test_the_answers_stand_where_they_stood(height, live, signed_in):
    """Before an answer and after it, under one line of question and under two; all five buttons are in view."""
    page = signed_in("onni", shared=True, viewport={"width": 390, "height": height})
    places = set()
    for path in ("/wishes/sector_kitchen/bake", "/wishes/sector_office/put_in_envelopes"):
        for pressed in ("skip", "maybe", None):
            page.goto(live.base + path)
            page.wait_for_timeout(750)
            buttons = page.locator(".answers .button, .two .button")
            lowest = max(each["y"] + each["height"] for each in (button.bounding_box() for button in buttons.all()))
            assert lowest <= box(page, "nav.bar")[1], path
            places.add(box(page, ".answers .button")[:2])
            if pressed:
                page.locator(f"button[value={pressed}]").click()
                page.wait_for_load_state()
    assert len(places) == 1, places


def test_the_bar_and_apua_keep_their_places(live, signed_in, open_browser):
    own, shared, stranger = signed_in("aino"), signed_in("aino", shared=True), open_browser()
    places = {}
    for name, page, paths in (
        ("own", own, ("/home", "/help", "/events", "/wishes/mine", "/nowhere")),
        ("shared", shared, ("/home", "/help", "/me")),
        ("stranger", stranger, ("/", "/help", "/nowhere", "/about/pictures")),
    ):
        for path in paths:
            page.goto(live.base + path)
            places.setdefault(name, set()).add(box(page, ".bar-listen"))
            if path != "/help":
                places.setdefault("apua", set()).add(box(page, ".button-help"))
    shared.wait_for_timeout(750)
    shared.locator(".bar button").click()
    shared.wait_for_url(live.base + "/")
    places["shared"].add(box(shared, ".bar-listen"))
    assert places["shared"] == places["stranger"]
    assert all(len(found) == 1 for found in places.values()), places


@pytest.mark.parametrize("whose", ["shared", "mine"])
def test_nothing_comes_under_the_finger_that_presses_kuuntele_while_mikko_comes_in(whose, live, open_browser):
    """Lopeta stood where Kuuntele had stood: the second press signed him out."""
    with live.session() as session:
        session.query(Look).update({"chosen_at": None})
        session.commit()
    page = open_browser(viewport=TABLET)
    page.goto(live.plain_card("mikko"))
    places = [box(page, ".bar-listen")]
    page.wait_for_timeout(750)
    page.locator(".button-yes").click()
    page.wait_for_url("**/device")
    places.append(box(page, ".bar-listen"))
    page.wait_for_timeout(750)
    page.locator(f"button[value={whose}]").click()
    page.wait_for_url("**/welcome/language")
    places.append(box(page, ".bar-listen"))
    assert len(set(places)) == 1, places


@pytest.mark.parametrize("who", ["aino", "leila"])
def test_the_bar_is_one_row_at_the_largest_text(who, live, signed_in):
    page = signed_in(who)
    choose_text(live, "largest")
    page.goto(live.base + "/settings")
    assert len({round(each.bounding_box()["y"]) for each in page.locator(".bar > *").all()}) == 1


def test_only_what_is_pressed_looks_like_a_button(live, signed_in):
    page = signed_in("aino")
    told = ".row:not(.row-link), .dated, .notice"
    seen = 0
    for path in ("/home", "/wishes/sector_care", meeting(live), "/wishes/mine", "/messages"):
        page.goto(live.base + path)
        edge = "e => [getComputedStyle(e).borderTopColor, getComputedStyle(e).borderTopStyle].join(' ')"
        ink = page.evaluate("getComputedStyle(document.body).color")
        edges = [each.evaluate(edge) for each in page.locator(told).all()]
        seen += len(edges)
        assert all(ink not in found and "dashed" not in found for found in edges), f"{path}: {edges}"
        assert all(ink in each.evaluate(edge) for each in page.locator("a.row, .main .button").all()), path
    assert seen > 8


def test_all_calendar_leaves_are_alike(live, signed_in):
    page = signed_in("aino")
    page.goto(f"{live.base}/events")
    assert len({round(each.bounding_box()["width"]) for each in page.locator(".leaf").all()}) == 1


def test_the_sectors_are_large_pictures_on_a_tablet(live, signed_in):
    page = signed_in("mikko", viewport=TABLET)
    page.goto(f"{live.base}/wishes/work")
    pictures = [each.bounding_box() for each in page.locator(".picture-rows .pictogram").all()]
    assert len(pictures) == 5 and all(each["width"] >= 128 for each in pictures)
    assert page.locator(".picture-rows .row").last.bounding_box()["y"] > 650, "two across and three down fill the page"


def test_the_coachs_inbox_is_readable_on_a_phone_with_double_text(live, signed_in):
    page = signed_in("simo", viewport=PHONE)
    page.goto(f"{live.base}/coach")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    widths = [each.bounding_box()["width"] for each in page.locator(".inbox-words").all()]
    assert widths and min(widths) > 200
    page.set_viewport_size(LAPTOP)


TIGHT = """[...document.querySelectorAll('.main .button, .main .leaf, .main .row-link, .main .tile')].flatMap(box => {
    const frame = box.getBoundingClientRect();
    const words = [...box.querySelectorAll('.w, .leaf-top, .leaf-month')];
    return words.filter(e => e.checkVisibility() && !e.closest('.visually-hidden, .badge')).map(e => {
      const range = document.createRange(); range.selectNodeContents(e);
      const at = range.getBoundingClientRect();
      return [Math.min(at.left - frame.left, frame.right - at.right), `${box.className}: ${e.textContent.trim()}`] })
    .filter(([air]) => air < 8) })"""


@pytest.mark.parametrize("viewport", [PHONE, TABLET])
@pytest.mark.parametrize("text", ["normal", "largest"])
def test_words_have_air_inside_their_frames(viewport, text, live, signed_in):
    page = signed_in("aino", viewport=viewport)
    choose_text(live, text)
    tight = []
    for path in (
        "/settings",
        "/settings/text",
        "/settings/colours",
        "/settings/speed",
        "/settings/reading",
        "/events",
        meeting(live),
    ):
        page.goto(live.base + path)
        tight += [f"{path} {found}" for found in page.evaluate(TIGHT)]
    assert not tight, "\n".join(tight)


@pytest.mark.parametrize("viewport", [PHONE, SMALL_PHONE])
@pytest.mark.parametrize("text", ["normal", "large", "largest"])
def test_the_three_answers_are_equal(viewport, text, live, signed_in):
    page = signed_in("aino", viewport=viewport)
    choose_text(live, text)
    for path in ("/wishes/sector_kitchen/bake", "/wishes/practice/1"):
        page.goto(live.base + path)
        boxes = [each.bounding_box() for each in page.locator(".answers .button").all()]
        places = [{round(each[side]) for each in boxes} for side in ("x", "y")]
        assert len(boxes) == 3 and 1 in map(len, places), f"{path}: {places}"
        assert len({round(each["width"]) for each in boxes}) <= 2, f"{path}: {boxes}"
