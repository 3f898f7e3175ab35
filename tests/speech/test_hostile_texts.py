"""Texts that nobody should write."""

import random

import pytest

from selkoapp.speech.process import VoiceFailed, Worker
from selkoapp.speech.text.sentences import parts_of
from tests.speech.mouth import NO_VOICES, said

HOSTILE = [
    "hei", "öljy", "13.30", "klo", "24.12.2025", "12,50 €", "%", "25 %", "🙂", "👍🏽", "❤️", "👨\u200d👩\u200d👧",
    "–", "…", "(x)", "[[a]]", "<speak>", "<mark name='a'/>", "&amp;", "\\", "/", "1/2", "EU:n", "T.ex.",
    "www.selko.fi", "a@b.fi", "+358 40 123 4567", "漢字", "مرحبا", "שלום", "Привет", "\u200b", "\x00", "\x07",
    "\n", "\n\n", "ﬁ", "e\u0301", "ß", "1234567890123", "1 000 000", "-5 °C", "!!!", "???", "...",
    "'", '"', "”", "«»", "•", "☎", "№", "½", "²", "TÄMÄ", "a" * 51, "x" * 80, "1.", "2.", "a.", "§ 5", "#", "@", "_",
    "*", "~", "(", ")", '")(quit)(', "\ud7ff", "\U000e0041", "\u202e", "\xad", "𝕳𝖊𝖎", "é" * 40, "8" * 60, "\t", "😀" * 30,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_text_breaks_it(seed):
    """600 texts that nobody should write, split as the app splits them, by every voice that may be asked."""
    chance = random.Random(seed)
    worker = Worker(NO_VOICES)
    try:
        for _ in range(200):
            language = chance.choice(("fi", "sv", "en"))
            text = chance.choice((" ", "")).join(chance.choices(HOSTILE, k=chance.randint(0, 14)))
            voice = "festival" if language == "fi" and chance.random() < 0.5 else "espeak"
            for part in parts_of(text, language):
                try:
                    planned, heard = said(worker, voice, language, part)
                except VoiceFailed:
                    assert voice == "festival", "espeak says everything"
                    continue
                assert len(heard.starts) == len(planned.units)
                assert heard.starts == sorted(heard.starts)
                assert not heard.starts or 0 <= heard.starts[0] <= heard.starts[-1] <= heard.duration_ms
        assert worker.starts == 1
    finally:
        worker.close()
