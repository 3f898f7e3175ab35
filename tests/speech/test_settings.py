"""What speaks is one setting, and a word that it does not know stops the start: nobody would hear the mistake."""

import pytest

from selkoapp.settings import ENGINES, WeakSetting, from_environment

ENVIRON = {"SELKO_SECRET_KEY": "s" * 32}


@pytest.mark.parametrize(
    ("given", "read"),
    [("", ENGINES), ("espeak", ("espeak",)), (" Piper, espeak ,", ("piper", "espeak")), ("off", ()), ("OFF", ())],
)
def test_engines_are_read_in_order(given, read):
    assert from_environment(ENVIRON | {"SELKO_SPEECH": given}).speech == read


@pytest.mark.parametrize("given", ["espeek", "off,espeak", "silent"])
def test_an_unknown_engine_does_not_start(given):
    with pytest.raises(WeakSetting):
        from_environment(ENVIRON | {"SELKO_SPEECH": given})


def test_only_tests_speak_in_tones():
    assert from_environment({"SELKO_MODE": "test", "SELKO_SPEECH": "silent"}).speech == ("silent",)


def test_the_limit_is_a_number():
    assert from_environment(ENVIRON | {"SELKO_SPEECH_CACHE": "1000"}).speech_cache == 1000
    with pytest.raises(WeakSetting):
        from_environment(ENVIRON | {"SELKO_SPEECH_CACHE": "much"})
