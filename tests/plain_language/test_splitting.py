"""Sentences and words, with the signs that end neither."""

import pytest

from selkoapp.plain_language.splitting import letters, sentences, words

SHORT = frozenset({"esim", "t.ex", "e.g"})


def parts(text):
    return [sentence.text for sentence in sentences(text, SHORT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tulen. En tule.", ["Tulen.", "En tule."]),
        ("Tapaaminen on 25. marraskuuta kello 14.30.", ["Tapaaminen on 25. marraskuuta kello 14.30."]),
        ("Kuva 5. Kuvia on 12.", ["Kuva 5.", "Kuvia on 12."]),
        ("Päivä on 1. 2. 2026.", ["Päivä on 1. 2. 2026."]),
        ("Onko hätä? Soita 112.", ["Onko hätä?", "Soita 112."]),
        ("Tuo jotain, esim. Simon kuva.", ["Tuo jotain, esim. Simon kuva."]),
        ("A. Virtanen tulee.", ["A. Virtanen tulee."]),
        ("Hei!\nMitä kuuluu", ["Hei!", "Mitä kuuluu"]),
        ("• yksi\n• kaksi", ["yksi", "kaksi"]),
        ("Han sade: ”Kom.” Jag kom.", ["Han sade: ”Kom.”", "Jag kom."]),
        ("Viesti lähti. %(name)s ei ole lukenut.", ["Viesti lähti.", "X0000000 ei ole lukenut."]),
        ("Minä odotan… Sinä tulet.", ["Minä odotan…", "Sinä tulet."]),
        (" – ", []),
    ],
)
def test_sentences(text, expected):
    assert parts(text) == expected


def test_a_sentence_knows_its_place():
    text = "Hei 🙂!  Onko <b>hätä</b>?"
    found = [text[sentence.start : sentence.end] for sentence in sentences(text, SHORT)]
    assert found == ["Hei 🙂!", "Onko <b>hätä</b>?"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("kello 14.30", 2),
        ("25. marraskuuta", 2),
        ("%(name)s on lukenut.", 3),
        ("Koti – Takaisin", 2),
        ("osa-aikatyö", 1),
        ("työhön\u00advalmentaja", 1),
        ("20 % alle", 2),
        ('<a href="x">Lue tämä</a>', 2),
    ],
)
def test_words(text, count):
    assert len(list(words(text))) == count


@pytest.mark.parametrize(
    ("word", "size"),
    [("ruoka", 5), ("osa-aikatyö", 7), ("vaitiolo\u00advelvollisuus", 12), ("14.30", 0)],
)
def test_a_word_is_as_long_as_its_longest_part(word, size):
    assert letters(word) == size
