"""The app's own words: every text that it can show and that no person wrote. Their clips are everybody's."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from selkoapp.speech.passages import Passage, passage_of

Source = Callable[[str], Iterable[str]]  # a room's own words in a language


class OwnWords:
    """All of them by the name of their passage. `sources` are the rooms' own, beside the catalogues in `folder`."""

    def __init__(self, folder: Path, languages: Iterable[str], sources: Iterable[Source], secret: str):
        self._known: dict[str, Passage] = {}
        sources = tuple(sources)
        for language in languages:
            texts = [*catalogue_words(folder, language), *(text for source in sources for text in source(language))]
            for text in texts:
                passage = passage_of(text, language, lines=False)
                if passage.text:
                    self._known[passage.named(secret)] = passage

    def get(self, name: str) -> Passage | None:
        """The passage of this name; None when these are no words of ours."""
        return self._known.get(name)

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def __iter__(self) -> Iterator[Passage]:
        return iter(self._known.values())

    def __len__(self) -> int:
        return len(self._known)


def catalogue_words(folder: Path, language: str) -> Iterator[str]:
    """The translated sentences that stand on pages as they are; those with a gap for a name are said by their page."""
    with (folder / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        for message in read_po(file, locale=language):
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            if message.id:
                yield from (text for text in said if text and "%" not in text)
