"""How long sentences and words may be in the app's own texts, in each language.

The numbers are the handbook's: Finnish easy texts keep 99 % of their sentences under 13 words.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """`aim` and `most` count words in a sentence, `sentences` counts sentences in one block,
    `letters` is the length from which a word is too long."""

    aim: int
    most: int
    sentences: int
    letters: int


LIMITS = {
    "fi": Limits(aim=10, most=12, sentences=2, letters=20),
    "sv": Limits(aim=12, most=15, sentences=2, letters=18),
    "en": Limits(aim=12, most=15, sentences=2, letters=15),
}
