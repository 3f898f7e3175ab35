"""Speech in the app: the clips of our own words, and every page woven so that it can be heard."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from flask import Blueprint, Flask, Response, current_app

from selkoapp.kernel import i18n
from selkoapp.kernel.access import access
from selkoapp.kernel.faults import NotFound
from selkoapp.settings import Settings
from selkoapp.speech import pages
from selkoapp.speech.answers import answer
from selkoapp.speech.cache import WORDS
from selkoapp.speech.passages import passage_of
from selkoapp.speech.service import Speech
from selkoapp.speech.words import OwnWords, Source

bp = Blueprint("speech", __name__)


class Listeners(Protocol):
    """Who listens: known by a room above this one."""

    def listener(self) -> str:
        """A key for who asks, that names nobody; "" when nobody is signed in."""

    def names(self) -> Mapping[str, str]:
        """First names that may stand in the page, and the language of each."""


@bp.get("/speech/<stamp>/<name>/<file>")
@access("anyone")
def own_words(stamp: str, name: str, file: str) -> Response:
    """A clip of the app's own words. With an old stamp it is today's voice, and nobody keeps it.

    There are only so many of them, so nobody's are counted.
    """
    passage = current_app.extensions["own_words"].get(name)
    if passage is None:
        raise NotFound
    lasting = stamp == current_app.extensions["speech"].stamp
    return answer(passage, file, WORDS, listener="", lasting=lasting)


def sample_address(text: str, language: str, voice: str = "", speed: str = "normal") -> str:
    """Where these words of ours are heard by this voice at this speed."""
    name = passage_of(str(text), language, lines=False).named(current_app.extensions["settings"].secret_key)
    return f"{pages.words_address(name)}/all.mp3?speed={speed}&voice={voice}"


def register(app: Flask, settings: Settings, sources: Iterable[Source], who: Listeners) -> None:
    """Give the app its voice. `sources` are the rooms' own words; `who` tells about the one who asks."""
    speech = Speech(
        settings.data / "speech", settings.secret_key, settings.speech, settings.data / "voices", settings.speech_cache
    )
    app.extensions["speech"] = speech
    with app.app_context():
        app.extensions["own_words"] = OwnWords(i18n.source_folder(), i18n.LANGUAGES, sources, settings.secret_key)
    app.register_blueprint(bp)
    app.after_request(lambda response: pages.weave_page(response, who.listener, who.names))
    app.context_processor(
        lambda: {"speech_words": pages.words_address, "speech_page": pages.page_address, "speech_whole": pages.say_address}
    )
    app.jinja_env.globals["speech_sample"] = sample_address
