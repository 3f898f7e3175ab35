"""Where sentences end, and how a long text becomes clips."""

import pytest

from selkoapp.speech.text.sentences import PART_LONGEST, parts_of, sentence_ends

SENTENCES = [
    ("fi", "Hei Aino!|Miten menee?|Hyvin."),
    ("fi", "Tule klo 13.30.|Kahvi on valmis."),
    ("fi", "Tule 25. marraskuuta.|Tuo takki."),
    ("fi", "Tule 24.12.|Juhla alkaa."),
    ("fi", "Kysy apua, esim. Simolta.|Hän auttaa."),
    ("fi", "Kysy, esim. Aino auttaa."),
    ("fi", "Tuo leipä, maito ym.|Tule ajoissa."),
    ("fi", "Tuo leipä ym. ruokaa."),
    ("fi", "Nousemme 2. kerrokseen."),
    ("fi", "Kuva 2.|Kuvia on 12."),
    ("fi", "A. Virtanen tulee.|Hän on uusi."),
    ("fi", '"Tule!" sanoi Aino.|Simo tuli.'),
    ("fi", "(Hän tulee.)|Minä en."),
    ("fi", "Odota...|Nyt!"),
    ("fi", "Katso www.kela.fi.|Soita 112."),
    ("fi", "Otsikko\n|Teksti jatkuu\n|ja loppuu."),
    ("fi", "Hei 😊!|Kiitos."),
    ("sv", "Kom kl. 14.00.|Kaffet är klart."),
    ("sv", "Fråga t.ex. Simo.|Han hjälper."),
    ("sv", "Ta med bröd m.m.|Kom i tid."),
    ("sv", "Den 3:e våningen.|Till höger."),
    ("en", "Come at 14:30.|Bring a coat."),
    ("en", "Ask, e.g. Simo.|He helps."),
    ("en", "Dr. Smith is here.|She helps."),
    ("en", "Come at 2 p.m. today.|Bye."),
    ("en", "It costs €12.50.|Pay here."),
]


@pytest.mark.parametrize(("language", "marked"), SENTENCES)
def test_sentences(language: str, marked: str):
    text = marked.replace("|", " ").replace("\n ", "\n")
    sentences, start = [], 0
    for end in sentence_ends(text, language):
        sentences.append(text[start:end].strip())
        start = end
    expected = [piece.strip() for piece in marked.split("|")]
    assert sentences == expected


def test_the_first_part_is_the_first_sentence():
    text = "Hei! " + "Tänään on hyvä päivä. " * 60
    parts = parts_of(text, "fi")
    assert parts[0] == "Hei! "
    assert all(part.endswith(". ") for part in parts[1:])
    assert len(parts) == 1 + -(-60 // (PART_LONGEST // len("Tänään on hyvä päivä. ")))


def test_a_sentence_too_long_is_cut_at_a_comma():
    text = "Aino ja Simo ja Leila tulivat kahvilaan, " * 20
    for part in parts_of(text, "fi"):
        assert part.rstrip().endswith(","), part


def test_a_sentence_without_commas_is_cut_between_words():
    text = "kissa " * 300
    assert all(part.split() == ["kissa"] * len(part.split()) for part in parts_of(text, "fi"))


def test_a_word_too_long_is_cut_at_the_limit():
    assert [len(part) for part in parts_of("a" * 1000, "fi")] == [480, 480, 40]


def test_numbers_count_by_how_long_they_are_said():
    """Thirty phone numbers are short to see and long to hear."""
    parts = parts_of("040 123 4567, " * 30, "fi")
    assert len(parts) > 3 and all(len(part) < PART_LONGEST // 3 for part in parts)


def test_an_empty_text_has_no_parts():
    assert parts_of("", "fi") == [] and sentence_ends("  ", "fi") == []
