"""Everything can be heard, with the word that is said lit: the voice of the server in a real browser."""

import re

import pytest
from playwright.sync_api import expect
from sqlalchemy import select, update

from selkoapp.messages.models import Message, Thread
from tests.browser.hearing import EVERY_WORD, TASK, choose, lit, open_page, read_whole, until

FRAME = 1000 / 60  # milliseconds
LETTER = (
    "Hei Aino! Menemme leipomoon keskiviikkona 2. joulukuuta. Tapaamme kello 13.30 rautatieaseman edessä. "
    "Ota mukaan lämpimät vaatteet ja 5 euroa. Leipuri näyttää meille uunit ja taikinan. Sen jälkeen juomme kahvia yhdessä."
)
ORDER = {
    "fi": ["Keittiö", "Haluatko", "Vastaukset", "Kyllä", "Ehkä", "En", "Apua", "Takaisin", "Koti"],
    "sv": ["Kök", "Vill", "Svaren", "Ja", "Kanske", "Nej", "Hjälp", "Tillbaka", "Hem"],
    "en": ["Kitchen", "Do", "The", "Yes", "Maybe", "No", "Help", "Back", "Home"],
}


@pytest.fixture
def letter(live, signed_in):
    """letter(speed=…) → Aino's page with a long message of Simo's at its end, and the button that reads it."""

    def opened(speed: str = "normal", **about):
        page = signed_in("aino", **about)
        choose(live, "aino", speed=speed)
        with live.session() as session:
            thread = select(Thread.id).where(Thread.person_id == live.people["aino"].id).scalar_subquery()
            last = select(Message.id).where(Message.thread_id == thread).order_by(Message.id.desc()).limit(1).scalar_subquery()
            session.execute(update(Message).where(Message.id == last).values(text=LETTER))
            session.commit()
        open_page(page, live.base + "/messages")
        return page, page.locator(".bubble").last.locator(".listen")

    return opened


@pytest.mark.parametrize("language", list(ORDER))
def test_kuuntele_reads_a_question_with_its_answers_in_order(language, live, signed_in):
    page = signed_in("aino")
    choose(live, "aino", language)
    open_page(page, live.base + TASK)
    heard = read_whole(page)
    assert heard == page.evaluate(EVERY_WORD)
    places = [heard.index(word) for word in ORDER[language]]
    assert places == sorted(places), list(zip(ORDER[language], places, strict=True))


def test_the_word_that_is_lit_is_the_word_that_is_said(letter):
    """300 moments: at each, the lit word is that of the sound, or their border is less than a frame away."""
    page, button = letter("slow")
    button.click()
    page.evaluate("ear.watch()")
    until(page, "ear.frames.length > 400", 60)
    frames = page.evaluate("ear.frames")
    said = button.evaluate("link => link.closest('[data-block]').querySelector('[data-say]').dataset.say")
    sources = list(dict.fromkeys(source for source, _, _ in frames))
    units, wrong, checked = set(), [], 0
    for part, source in enumerate(sources):
        times = page.evaluate("address => fetch(address).then(answer => answer.json())", f"{said}/{part}.json?speed=slow")
        borders = [start + times["late"] for start, _, _, _ in times["words"]]
        for _, moment, place in (frame for frame in frames if frame[0] == source):
            due = sum(border <= moment for border in borders) - 1
            if due < 0:
                continue
            checked += 1
            lit_now = int(place.split(":")[1]) - times["first"] if place else -1
            units.add(lit_now + times["first"])
            if lit_now != due and min(abs(border - moment) for border in borders) > FRAME:
                wrong.append((part, moment, lit_now, due))
    assert checked >= 300 and len(units) >= 8 and not wrong, wrong


def test_pausing_goes_on_at_the_same_word(letter):
    page, button = letter()
    button.click()
    expect(button).to_have_text("Tauko")
    until(page, "ear.lit.length >= 4")
    button.click()
    word, moment = lit(page), page.evaluate("ear.audio.currentTime")
    expect(button).to_have_text("Kuuntele")
    page.wait_for_timeout(500)
    assert lit(page) == word and page.evaluate("ear.audio.currentTime") == moment, "it stands still"
    said = page.evaluate("ear.lit.length")
    button.click()
    until(page, f"ear.lit.length >= {said} + 2")
    places = [int(place.split(":")[1]) for place, _ in page.evaluate("ear.lit")]
    assert places == list(range(len(places))), "no word is left out, none is said again"


def test_starting_one_stops_the_other(live, signed_in):
    page = open_page(signed_in("aino"), live.base + "/messages")
    first, second = page.locator(".bubble .listen").nth(0), page.locator(".bubble .listen").nth(1)
    first.click()
    expect(page.locator(".bubble").nth(0).locator(".lit")).to_be_visible()
    second.click()
    expect(page.locator(".bubble").nth(1).locator(".lit")).to_be_visible()
    assert page.locator(".bubble").nth(0).locator(".lit").count() == 0
    assert page.locator("[data-listening]").count() == 1
    page.locator(".bar-listen").click()
    expect(page.locator(".bar-listen")).to_have_text("Seis")
    assert page.locator("[data-listening]").count() == 1
    page.locator(".bar-listen").click()
    expect(page.locator(".bar-listen")).to_have_text("Kuuntele")
    assert page.evaluate("ear.audio.paused") and not lit(page)


def test_the_chosen_speed_is_heard(live, signed_in):
    lengths = {}
    for speed in ("slow", "normal", "fast"):
        page = signed_in("aino")
        choose(live, "aino", speed=speed)
        open_page(page, live.base + TASK)
        with page.expect_response(lambda answer: "mp3" in answer.url) as sound:
            page.locator(".ask .listen").click()
        assert f"speed={speed}" in sound.value.url
        until(page, "ear.audio && ear.audio.duration > 0")
        lengths[speed] = page.evaluate("ear.audio.duration")
    assert lengths["slow"] > lengths["normal"] > lengths["fast"], lengths


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_hidden_word_comes_into_view_unless_less_motion_is_wanted(motion, letter):
    page, button = letter("slow", reduced_motion=motion, viewport={"width": 390, "height": 560})
    page.evaluate("scrollTo(0, 0)")
    button.evaluate("link => link.click()")
    until(page, "ear.lit.length > 1")
    page.wait_for_timeout(1000)
    scrolled, above, under = page.evaluate(
        """() => { const word = document.querySelector('.lit').getBoundingClientRect();
        return [scrollY, word.top, word.bottom - document.querySelector('.bar').getBoundingClientRect().top] }"""
    )
    if motion == "reduce":
        assert scrolled == 0 and under > 0, "the word stays hidden, and nothing moves"
    else:
        assert scrolled > 0 and above >= 0 and under <= 0


def test_leaving_a_page_ends_its_sound(letter):
    page, button = letter()
    button.click()
    until(page, "ear.lit.length > 1")
    page.locator(".bar a[href='/home']").first.click()
    page.wait_for_url("**/home")
    assert page.evaluate("sessionStorage.getItem('left')") == "paused"


def test_a_part_of_the_page_that_is_replaced_ends_its_sound(letter):
    page, button = letter()
    button.click()
    until(page, "ear.lit.length > 1")
    page.evaluate("document.querySelector('.thread').remove()")
    until(page, "ear.audio.paused")
    assert page.locator("[data-listening]").count() == 0


def test_pressing_a_word_says_that_word(live, signed_in):
    page = open_page(signed_in("aino"), live.base + TASK)
    page.locator(".ask-question .w").nth(1).click()
    until(page, "ear.lit.length && ear.audio.paused")
    assert [words for _, words in page.evaluate("ear.lit")] == ["tarjoilla"]
    assert not lit(page)
    page.locator(".button-yes .w").click()
    page.wait_for_url(re.compile(f"(?!.*{TASK}$)"))


def test_words_are_no_stops_of_the_keyboard_and_nothing_moves_when_they_are_lit(live, signed_in):
    page = open_page(signed_in("aino"), live.base + TASK)
    assert page.locator(".w[tabindex], .w[role]").count() == 0
    boxes = """[...document.querySelectorAll('main *')].map(element => element.getBoundingClientRect())
      .map(box => [box.x, box.y, box.width, box.height].join())"""
    before = page.evaluate(boxes)
    page.evaluate("document.querySelectorAll('.w').forEach(word => word.classList.add('lit'))")
    assert page.evaluate(boxes) == before


@pytest.mark.parametrize("language", list(ORDER))
def test_the_bar_stays_where_it_is_while_it_reads(language, live, signed_in):
    """Lopeta stands beside Kuuntele on a shared tablet: it must not come under the finger that stops the reading."""
    page = signed_in("aino", shared=True)
    choose(live, "aino", language)
    open_page(page, live.base + TASK)
    places = "[...document.querySelectorAll('.bar-button')].map(e => e.getBoundingClientRect()).map(box => [box.x, box.width])"
    before = page.evaluate(places)
    page.locator(".bar-listen").click()
    expect(page.locator(".bar-listen[data-listening]")).to_be_visible()
    assert page.evaluate(places) == before
