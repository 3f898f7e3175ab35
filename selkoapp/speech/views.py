"""Speech in the app: the clips of our own words, and every page woven so that it can be heard."""

from collections.abc import Callable, Iterable

from flask import Blueprint, Flask, Response, current_app

from selkoapp.kernel import i18n
from selkoapp.kernel.access import access
from selkoapp.kernel.faults import NotFound, Unavailable
from selkoapp.settings import Settings
from selkoapp.speech import pages
from selkoapp.speech.answers import Spot, answer, no_sound
from selkoapp.speech.cache import WORDS
from selkoapp.speech.listeners import Listener
from selkoapp.speech.passages import passage_of
from selkoapp.speech.service import Speech
from selkoapp.speech.shown import Shown
from selkoapp.speech.words import OwnWords, Source

bp = Blueprint("speech", __name__)


@bp.get("/speech/<stamp>/<name>/<file>")
@access("anyone")
def own_words(stamp: str, name: str, file: str) -> Response:
    """A clip of the app's own words. With an old stamp it is today's voice, and nobody keeps it."""
    passage = current_app.extensions["own_words"].get(name)
    if passage is None:
        raise NotFound
    lasting = stamp == current_app.extensions["speech"].stamp
    return answer(Spot(passage, WORDS), file, pages.who(), lasting)


def sample_address(text: str, language: str, voice: str = "", speed: str = "normal") -> str:
    """Where these words of ours are heard by this voice at this speed."""
    name = passage_of(str(text), language, lines=False).named(current_app.extensions["settings"].secret_key)
    return f"{pages.words_address(name)}/all.mp3?speed={speed}&voice={voice}"


def forget(listener: Listener) -> None:
    """Somebody leaves: nothing that only they heard stays."""
    if listener.key:
        current_app.extensions["speech"].drop(f"people/{listener.key}")
        current_app.extensions["shown"].forget(listener.key)


def register(app: Flask, settings: Settings, sources: Iterable[Source], listener: Callable[[], Listener]) -> None:
    """Give the app its voice. `sources` are the rooms' own words; `listener` tells who asks."""
    speech = Speech(
        settings.data / "speech", settings.secret_key, settings.speech, settings.data / "voices", settings.speech_cache
    )
    app.extensions["speech"] = speech
    app.extensions["shown"] = Shown()
    app.extensions["listener"] = listener
    with app.app_context():
        app.extensions["own_words"] = OwnWords(i18n.source_folder(), i18n.LANGUAGES, sources, settings.secret_key)
    app.register_blueprint(bp)
    app.after_request(pages.weave_page)
    app.register_error_handler(Unavailable, no_sound)
    app.context_processor(
        lambda: {
            "speech_words": pages.words_address,
            "speech_page": pages.page_address,
            "speech_whole": pages.say_address,
            "speech_device_first": pages.device_first,
        }
    )
    app.jinja_env.globals["speech_sample"] = sample_address
