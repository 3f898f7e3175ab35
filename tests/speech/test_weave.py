"""Pages made ready to be heard: every word in a span, every passage with a name, every listen link with its address."""

import re
from html import unescape

import html5lib
import pytest

from selkoapp.speech.passages import Passage, passage_of
from selkoapp.speech.weave import Weaver

OURS = {"Kyllä", "Kuuntele"}


class Addresses:
    """Names that can be read: what a page would say, shortened."""

    def name(self, passage: Passage) -> str:
        return "-".join(re.findall(r"\w+", passage.text))[:40]

    def own(self, name: str) -> bool:
        return name in OURS

    def shelf(self, shelf: str) -> str:
        return f"/{shelf}/speech"

    def block(self, said) -> str:
        return "+".join(each.name for each in said)


def weave(html: str, language: str = "fi"):
    return Weaver(language, Addresses()).weave(html)


def lit(html: str) -> list[str]:
    """What is lit in woven HTML, one after the other; a unit that a tag cuts is put together, without the gap at the tag."""
    found: list[str] = []
    for more, words in re.findall(r'<span class="w( w-more)?">([^<]*)</span>', html):
        if more:
            found[-1] += unescape(words)
        else:
            found.append(unescape(words))
    return found


def test_a_sentence_gets_a_name_and_a_span_a_word():
    woven = weave("<main><p>Hei, Aino!</p></main>")
    assert woven.html == (
        '<main><p><span data-say="?Hei-Aino"><span class="w">Hei</span>, <span class="w">Aino</span>!</span></p></main>'
    )
    assert [said.passage.runs for said in woven.said] == [(("fi", "Hei, Aino!"),)]


def test_our_own_words_are_named_without_the_page():
    assert 'data-say="Kyllä"' in weave("<button>Kyllä</button>").html


def test_words_read_as_one_are_lit_as_one():
    assert lit(weave("<p>Tule kello 14.30. Se maksaa 12,50 €.</p>").html) == ["Tule", "kello 14.30", "Se", "maksaa", "12,50 €"]


def test_spans_and_units_are_the_same_everywhere():
    woven = weave('<p>Tule <strong>kello</strong> 14.30, <span lang="sv">Åsa</span>!</p><li>ma–pe 9–15</li>')
    units = [said.passage.text[unit.start : unit.end] for said in woven.said for unit in said.passage.units()]
    assert units == ["Tule", "kello 14.30", "Åsa", "ma–pe", "9–15"]
    assert lit(woven.html) == ["Tule", "kello14.30", "Åsa", "ma–pe", "9–15"], "i-th span, i-th unit, i-th time"


def test_a_tag_inside_a_word_keeps_it_one_unit():
    woven = weave("<p>Kello <b>14</b>.30 alkaa.</p>")
    assert lit(woven.html) == ["Kello14.30", "alkaa"]
    assert woven.html.count("w-more") == 2


def test_a_name_in_another_language_is_its_own_run():
    woven = weave('<h1>Hei, <span lang="sv">Åsa</span>!</h1>')
    assert [said.passage.runs for said in woven.said] == [(("fi", "Hei,"), ("sv", " Åsa"), ("fi", "!"))]


@pytest.mark.parametrize(
    "html", ["<p>a &amp; b &lt;c&gt; &quot;d&quot;</p>", "<p>Tule&#39;s 25&nbsp;%</p>", "<p>rikos\xaduhri</p>"]
)
def test_the_words_stay_as_they_were(html):
    def text(page: str) -> str:
        return "".join(html5lib.parse(page, namespaceHTMLElements=False).itertext())

    assert text(weave(html).html) == text(html)


def test_what_is_no_text_is_left_alone():
    page = (
        "<head><title>Koti</title></head><svg><circle r='1'/><text>1</text></svg><script>a b</script>"
        "<textarea>oma teksti</textarea><!-- ei -->"
    )
    woven = weave(page)
    assert (woven.html, woven.said) == (page, [])


def test_silent_words_are_not_said():
    woven = weave('<a href="#"><span>Viestit</span> <span class="badge" data-silent>1</span></a>')
    assert [said.passage.text for said in woven.said] == ["Viestit"]


def test_the_leaf_of_a_calendar_is_one_passage():
    leaf = (
        '<time data-one class="leaf">\n <span class="a">Huomenna</span>\n '
        '<span class="b">25</span> <span class="c">marraskuu</span></time>'
    )
    assert [said.passage.text for said in weave(leaf).said] == ["Huomenna 25 marraskuu"]


def test_a_message_is_heard_at_its_own_address_and_keeps_its_lines():
    woven = weave('<p lang="sv" data-speech="messages/1">Hej!\n\n Kommer du?</p>')
    (said,) = woven.said
    assert said.shelf == "messages/1"
    assert said.passage == passage_of("Hej!\n\n Kommer du?", "sv"), "the message's own view says the same units"
    assert 'data-say="/messages/1/speech" data-parts="2"' in woven.html


def test_a_listen_link_reads_its_block_and_nothing_else():
    page = (
        '<p>Ennen.</p><div data-block><p>Yksi.</p><a class="listen" href="?say=block" data-silent>Kuuntele</a><p>Kaksi.</p></div>'
        "<p>Jälkeen.</p>"
    )
    assert 'href="Yksi+Kaksi"' in weave(page).html


def test_markup_stays_valid_when_tags_cross_passages():
    page = '<div><strong>Yksi <p class="x">kaksi</p> kolme</strong> neljä</div>'
    woven = weave(page)
    assert [said.passage.text for said in woven.said] == ["Yksi", "kaksi", "kolme", "neljä"]


@pytest.mark.parametrize("text", ["", "   ", "…", "– – –", "!?"])
def test_nothing_to_say_gets_no_name(text):
    assert weave(f"<p>{text}</p>").said == []


def test_a_long_message_is_in_parts_and_all_of_it_is_there():
    passage = passage_of("Tämä on lause. " * 60, "fi")
    parts = passage.parts()
    assert len(parts) > 2
    assert "".join(run.text for part in parts for run in part.runs) == passage.text
    assert parts[0].runs[0].text.strip() == "Tämä on lause.", "the first part is one sentence: it is soon heard"
    assert [part.first for part in parts] == sorted({part.first for part in parts})


def test_a_name_is_said_in_its_own_language():
    woven = Weaver("sv", Addresses(), {"Simo": "fi", "Leila": "sv"}).weave("<p>Hej Leila! Simo har läst. Simona gick.</p>")
    (said,) = woven.said
    assert [run.language for run in said.passage.runs] == ["sv", "fi", "sv"]
    assert said.passage.runs[1].text.strip() == "Simo"
    assert '<span class="w" lang="fi">Simo</span>' in woven.html


def test_a_message_is_said_as_it_was_written():
    woven = Weaver("sv", Addresses(), {"Simo": "fi"}).weave('<p data-speech="messages/1">Hej Simo!</p>')
    assert woven.said[0].passage == passage_of("Hej Simo!", "sv"), "its own view knows no names"


def test_what_is_hidden_is_said_only_when_it_is_asked_for():
    woven = weave('<p>Tässä.</p><div hidden><p>Laitteen ääni</p></div><dialog class="card"><p>Oletko siellä?</p></dialog>')
    assert [(said.passage.text, said.hidden) for said in woven.said] == [
        ("Tässä.", False),
        ("Laitteen ääni", True),
        ("Oletko siellä?", True),
    ]


def test_a_name_like_an_entity_or_with_an_apostrophe_is_a_name():
    woven = Weaver("fi", Addresses(), {"amp": "sv", "O'Brien": "en"}).weave("<p>A &amp; B. O&#39;Brien tuli.</p>")
    assert "A &amp; B" in re.sub(r"<[^>]+>", "", woven.html)
    assert '<span class="w" lang="en">O\'Brien</span>' in woven.html


def test_words_in_values_of_attributes_are_no_marks():
    woven = weave('<section aria-label="Kissa hidden koira data-silent x"><p>Kuuluu.</p></section>')
    assert [(said.passage.text, said.hidden) for said in woven.said] == [("Kuuluu.", False)]


def test_a_typed_tag_is_a_text():
    woven = weave('<p data-speech="messages/1">&lt;br&gt; on tagi</p>')
    assert woven.said[0].passage == passage_of("<br> on tagi", "fi")
