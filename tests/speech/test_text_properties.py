"""Whatever stands in a text, its plan holds together: what is lit, what is said, and how a long text is cut."""

import random
import re
import unicodedata

import pytest

from selkoapp.speech.text.plan import Plan, plan, planned, utf16
from selkoapp.speech.text.sentences import PART_LONGEST, parts_of, sentence_ends

LANGUAGES = ("fi", "sv", "en", "uk")
TEXTS = 4000  # random texts, the same in every run

WORDS = """
Aino Simo tulee kello klo kl. at esim. t.ex. e.g. 25. marraskuuta november November ma–pe on Mon den the
14.30 14:30 9–15 12,50 € % °C -5 1/2 ½ 25.11. 2026 112 116 006 040 123 4567 +358 1st 3:e 2. kerros 1 000 m² km/h kk
EU:n KELA TE- A B. CC BY-SA www.selko.fi a@b.fi https://x.fi/y?z=1 #a @b & + = § / \\ | < > [[ ]] {{ }} <speak> </speak>
😀 ❤️ 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏿 🇫🇮 🇫 1️⃣ *️⃣ ⭐ :) <3 🦖🦕 你好 שלום مرحبا नमस्ते ไทย ١٢٣ ④ x² ﬁ ß İ ŉ
"""
PIECES = [
    *WORDS.split(),
    "\ud800",
    "\x00",
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u202eabc\u202c",
    "\ufeff",
    "\ufe0f",
    "\u20e3",
    "\U000e0067",
    "\u0301",
    "a\u0308",
    "\u00a0",
    "\u202f",
    "\u2028",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    " ",
    "  ",
    ".",
    "...",
    "!?",
    ",",
    "-",
    "–",
    "—",
    "(",
    ")",
    "”",
    "'",
    "’",
    ":",
    ";",
    "_",
    "*",
    "•",
    "Rikos\u00aduhri\u00adpäivystys",
    "a" * 80,
    "1" * 40,
    "9" * 12,
]
HOSTILE = [
    "",
    " ",
    "\n",
    "...",
    "?!?!",
    "\u00ad",
    "\x00\x00",
    "[[hello]]",
    '<speak><break time="10s"/>hei</speak>',
    "😂" * 700,
    "1" * 3000,
    "12 " * 500,
    "a" * 2000,
    "a. " * 400,
    "1. " * 400,
    "€" * 300,
    "." * 3000,
    " " * 3000,
    "\n" * 600,
    "0" * 100 + "." + "0" * 100,
    "99.99.9999 31.02. 25:61 24:00 00:00 0.0. 0. kerros",
    "+" * 200,
    "(" * 300 + "a" + ")" * 300,
    "\u200d".join("👩" * 300),
    "A" * 500,
    "A." * 500,
    "www." * 200,
    "a@" * 300 + "b.fi",
    "25. " + " " * 500 + "marraskuuta",
    "kello " * 300,
    "\u0301" * 50,
    "😀\u0301",
    "1\ufe0f\u20e3" * 80,
]


def texts() -> list[str]:
    """The hostile ones, and random rows of pieces with and without spaces between them."""
    chance = random.Random("what people write")
    made = []
    for _number in range(TEXTS):
        row = chance.choices(PIECES, k=chance.randint(1, 14))
        made.append("".join(piece + chance.choice(("", " ", " ", " ")) for piece in row))
    return HOSTILE + made


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    return [plan(text, LANGUAGES[number % len(LANGUAGES)]) for number, text in enumerate(texts())]


def test_units_ascend_and_never_touch_another(plans: list[Plan]):
    for each in plans:
        assert len(each.units) == len(each.segments)
        last = 0
        for unit in each.units:
            assert last <= unit.start < unit.end <= len(each.source), each
            last = unit.end


def test_a_unit_has_something_to_paint(plans: list[Plan]):
    for each in plans:
        for unit in each.units:
            assert each.source[unit.start : unit.end].strip(), each
            assert not each.source[unit.start].isspace() and not each.source[unit.end - 1].isspace(), each


def test_segments_are_words_of_what_is_said(plans: list[Plan]):
    for each in plans:
        last = 0
        for start, end in each.segments:
            assert last <= start < end <= len(each.spoken), each
            assert any(map(str.isalpha, each.spoken[start:end])), each
            last = end


def test_everything_said_belongs_to_a_unit(plans: list[Plan]):
    for each in plans:
        lit = [False] * len(each.spoken)
        for start, end in each.segments:
            lit[start:end] = [True] * (end - start)
        assert not [sign for sign, inside in zip(each.spoken, lit, strict=True) if sign.isalpha() and not inside], each


def test_an_engine_gets_no_digit_and_no_markup(plans: list[Plan]):
    for each in plans:
        assert not re.search(r"[0-9<>\[\]{}@#&=_*|\\/\x00-\x09\x0b-\x1f\u00ad]", each.spoken), each


def test_nothing_with_a_letter_or_digit_stays_unsaid(plans: list[Plan]):
    for each in plans:
        inside = {place for unit in each.units for place in range(unit.start, unit.end)}
        for place, character in enumerate(each.source):
            if character.isalpha() or character.isdecimal():
                assert place in inside, (character, each)


def test_plans_are_pure():
    for text in texts()[:600]:
        fresh = plan(text, "fi")
        planned.cache_clear()
        assert fresh == plan(text, "fi")
        assert fresh.source == unicodedata.normalize("NFC", text)


def test_positions_in_javascript():
    text = "Hei 😀 👍🏿 Aino"
    assert utf16(text, text.index("Aino")) == len(text[: text.index("Aino")].encode("utf-16-le")) // 2
    assert [utf16("a😀b", place) for place in range(4)] == [0, 1, 3, 4]


def test_positions_in_javascript_of_every_text(plans: list[Plan]):
    for each in plans:
        for unit in each.units:
            before = each.source[: unit.end].encode("utf-16-le", "surrogatepass")
            assert utf16(each.source, unit.end) == len(before) // 2


def test_parts_are_the_text_exactly():
    for number, text in enumerate(texts()):
        assert "".join(parts_of(text, LANGUAGES[number % 4])) == text


def test_no_part_takes_longer_than_a_minute():
    for number, text in enumerate(texts()):
        language = LANGUAGES[number % 4]
        for part in parts_of(text, language):
            assert 0 < len(part) <= PART_LONGEST, part
            assert len(plan(part, language).spoken) <= PART_LONGEST, part


def test_no_sentence_ends_inside_a_unit():
    for number, text in enumerate(texts()):
        language, text = LANGUAGES[number % 4], unicodedata.normalize("NFC", text)
        units = plan(text, language).units
        ends = sentence_ends(text, language)
        assert ends == sorted(set(ends))
        for end in ends:
            assert not [unit for unit in units if unit.start < end < unit.end], (end, text)


def test_parts_of_a_text_say_what_the_text_says():
    """A text of whole sentences is lit and said alike, in one piece or in parts."""
    text = "Hei Aino! Tule 25.11. klo 14.30. Lippu maksaa 12,50 €. Esim. Simo tulee. " * 12
    parts = parts_of(text, "fi")
    assert len(parts) > 2
    whole = [text[unit.start : unit.end] for unit in plan(text, "fi").units]
    assert [part[unit.start : unit.end] for part in parts for unit in plan(part, "fi").units] == whole
