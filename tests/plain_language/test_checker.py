"""Each rule with a text that breaks it and a near one that does not."""

import pytest

from selkoapp.plain_language.checker import check

TWELVE = "Minä tulen huomenna ryhmään ja tuon sinne kaksi kuvaa ja yhden kortin"

BREAKS = [
    ("fi", TWELVE + " sinulle.", "sentence-long", TWELVE + " sinulle."),
    ("sv", "ett " * 15 + "hus.", "sentence-long", "ett " * 15 + "hus."),
    ("en", "one " * 15 + "house.", "sentence-long", "one " * 15 + "house."),
    ("fi", "Tulen. Olen täällä. Odotan.", "sentences-many", "Tulen. Olen täällä. Odotan."),
    ("fi", "Hän on kehitysvammapalveluissa.", "word-long", "kehitysvammapalveluissa"),
    ("sv", "Det är en kopieringsmaskinen.", "word-long", "kopieringsmaskinen"),
    ("en", "This is my responsibilities.", "word-long", "responsibilities"),
    ("fi", "Tule klo 14.30.", "abbreviation", "klo"),
    ("fi", "Ryhmä on ma–to.", "abbreviation", "ma–to"),
    ("fi", "Tuo esim. kuva.", "abbreviation", "esim"),
    ("sv", "Ta med t.ex. en bild.", "abbreviation", "t.ex"),
    ("en", "Bring a picture, e.g. a photo.", "abbreviation", "e.g"),
    ("fi", "Vastaa, mikäli tulet.", "hard-word", "mikäli"),
    ("fi", "Kysy toimen\u00adpiteestä.", "hard-word", "toimen\u00adpiteestä"),
    ("sv", "Samtliga kommer.", "hard-word", "Samtliga"),
    ("en", "Please submit it.", "hard-word", "submit"),
    ("fi", "Saat palkkatuen.", "term", "palkkatuen"),
    ("fi", "Teet määräaikaista työtä.", "term", "määräaikaista työtä"),
    ("fi", "Kysy työhön\u00advalmentajalta.", "term", "työhön\u00advalmentajalta"),
    ("sv", "Se på skattekortet.", "term", "skattekortet"),
    ("en", "Bring your tax cards.", "term", "tax cards"),
]

PASSES = [
    ("fi", "Tapaaminen on 25. marraskuuta kello 14.30."),
    ("fi", "Simo lukee viestit maanantaista perjantaihin."),
    ("fi", "Hän on kehitysvamma\u00adpalveluissa."),
    ("fi", "Palkkatuki on rahaa työpaikalle. Kysy siitä Simolta."),
    ("fi", "Kirjoita osoitteeseen simo.valmentaja@esimerkki.example."),
    ("sv", "Mötet är den 25 november klockan 14.30."),
    ("sv", "Boken är min."),
    ("en", "Say yes or no."),
    ("en", "%(name)s has read your message."),
    ("en", "%(the_name_of_the_coach_who_reads)s has read your message."),
]


@pytest.mark.parametrize(("language", "text", "rule", "quoted"), BREAKS)
def test_a_hard_text_is_found(language, text, rule, quoted):
    found = [finding for finding in check(text, language) if finding.rule == rule and finding.level == "fix"]
    assert [finding.quoted for finding in found] == [quoted]
    assert all(text[finding.start : finding.end] == finding.quoted for finding in found)


@pytest.mark.parametrize(("language", "text"), PASSES)
def test_a_plain_text_passes(language, text):
    assert check(text, language) == []


def test_a_sentence_over_the_aim_is_a_tip():
    (finding,) = check(TWELVE + ".", "fi")
    assert (finding.level, finding.size, finding.limit) == ("tip", 12, 10)


def test_the_length_stands_with_its_limit():
    (finding,) = check(TWELVE + " sinulle.", "fi")
    assert (finding.level, finding.size, finding.limit) == ("fix", 13, 12)


def test_a_plainer_word_is_offered():
    (finding,) = check("Vastaa, mikäli tulet.", "fi")
    assert finding.instead == "jos"


def test_a_term_explained_beside_the_text_is_no_finding():
    assert check("Saat palkkatuen.", "fi", explained=frozenset({"palkkatuki"})) == []


def test_a_longer_term_hides_the_shorter_one_in_it():
    assert [finding.quoted for finding in check("Katso työvuorolistasta.", "fi")] == ["työvuorolistasta"]


def test_findings_come_in_the_order_of_the_text():
    starts = [finding.start for finding in check("Tule klo 9, mikäli saat palkkatuen, esim. heti.", "fi")]
    assert starts == sorted(starts) and len(starts) == 4


@pytest.mark.parametrize("text", ["", " ", "…", "\n\n", "🙂", "%(name)s", "a" * 14, "\u00ad", "((", "1."])
def test_odd_texts_break_nothing(text):
    for language in ("fi", "sv", "en"):
        assert check(text, language) == []


def test_an_unknown_language_is_refused():
    with pytest.raises(KeyError):
        check("Tere.", "et")
