"""Every page for seekers and groups is woven on its way out, and says its own passages: `?say=<name>/0.mp3`.

The page's own view answers that address too, behind its own guard; what it would have shown is what is said.
"""

from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Response, current_app, g, request

from selkoapp.kernel import errorpages
from selkoapp.kernel.faults import Fault, NotFound, Unavailable
from selkoapp.kernel.headers import SAFE_METHODS
from selkoapp.kernel.i18n import language
from selkoapp.kernel.pages import own_path
from selkoapp.speech.answers import Spot, address_of, answer, joined, no_sound
from selkoapp.speech.cache import WORDS
from selkoapp.speech.listeners import Listener
from selkoapp.speech.passages import Passage
from selkoapp.speech.shown import Shown
from selkoapp.speech.weave import Said, Weaver, Woven
from selkoapp.speech.words import OwnWords

MARK = "data-words="  # stands on the html element of a page that can be heard
OURS = ("say", "speed", "voice")  # what we ask a page for beside its own query
MOST_ASKED = 400  # passages that one address may name


def who() -> Listener:
    """Who listens to the page of this request."""
    if "listener" not in g:
        g.listener = current_app.extensions["listener"]()
    return g.listener


def page_address() -> str:
    """The address at which this page can be got again, as seen from itself.

    It names no path where it need not: a page that was not found must not tell what was looked for. A page shown after a
    press is the one on which it was pressed.
    """
    if request.method in SAFE_METHODS:
        return _with_query("", request.query_string.decode("utf-8", "replace"))
    path = own_path(request.referrer, request.host)
    return _with_query(path, urlsplit(request.referrer).query) if path else ""


def _with_query(path: str, query: str) -> str:
    kept = urlencode([(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name not in OURS])
    return f"{path}?{kept}" if kept else path


def say_address(names: str, file: str = "all.mp3") -> str:
    """Where this page says these passages, at the speed and by the voice of its listener."""
    page = page_address()
    return f"{page}{'&' if '?' in page else '?'}{urlencode(who().chosen())}&say={names}/{file}"


def words_address(name: str = "") -> str:
    """Where the clips of our own words are; it changes when the voices change, so that browsers may keep them."""
    return "/".join(filter(None, ("/speech", current_app.extensions["speech"].stamp, name)))


def device_first() -> tuple[str, ...]:
    """Languages in which the device reads by itself if it has a good voice."""
    return current_app.extensions["speech"].device_first(who().voice)


class PageAddresses:
    """The addresses of one page's passages (see weave.Addresses)."""

    def __init__(self, words: OwnWords, secret: str):
        self.words, self.secret = words, secret

    def name(self, passage: Passage) -> str:
        """Tells nothing of the text to who does not know the secret."""
        return passage.named(self.secret)

    def own(self, name: str) -> bool:
        """Whether these are words of ours."""
        return name in self.words

    def shelf(self, shelf: str) -> str:
        """The address of the view that owns the text."""
        return address_of(shelf)

    def block(self, said: list[Said]) -> str:
        """One passage at its own address, several at the page's."""
        if len(said) == 1 and (said[0].shelf or self.own(said[0].name)):
            where = address_of(said[0].shelf) if said[0].shelf else words_address(said[0].name)
            return f"{where}/all.mp3?{urlencode(who().chosen())}"
        return say_address(".".join(each.name for each in said))


def weave_page(response: Response) -> Response:
    """Weave a page, or answer with the sound that is asked of it.

    Should weaving fail, the page for our mistakes comes here in its turn and goes out as it is, dressed like any other.
    """
    if "woven" in g or response.mimetype != "text/html" or response.status_code == 304 or response.direct_passthrough:
        return response
    html = response.get_data(as_text=True)
    if not who().hears or (MARK not in html[:1000] and "X-Fragment" not in request.headers):
        return response
    g.woven = True
    woven = _weaver().weave(html)
    asked = request.args.get("say")
    if asked and request.method in SAFE_METHODS:
        return said_by_page(woven, asked)
    if request.method not in SAFE_METHODS:
        shown: Shown = current_app.extensions["shown"]
        shown.remember(who().key, [said for said in woven.said if shelf_of(said) != WORDS])
    response.set_data(woven.html)
    return response


def _weaver() -> Weaver:
    words, secret = current_app.extensions["own_words"], current_app.extensions["settings"].secret_key
    return Weaver(language(), PageAddresses(words, secret), who().names)


def said_by_page(woven: Woven, asked: str) -> Response:
    """The sound or the times of passages of this page; the page for what went wrong if there are none."""
    names, _, file = asked.partition("/")
    try:
        spots = [Spot(said.passage, shelf_of(said)) for said in _chosen(woven, names)]
        if len(spots) == 1:
            return answer(spots[0], file, who())
        if file != "all.mp3":
            raise NotFound
        return joined(spots, who())
    except Fault as fault:  # an answer on its way out is past Flask's own error handlers
        told = no_sound(fault) if isinstance(fault, Unavailable) else errorpages.on_fault(fault)
        told.set_data(_weaver().weave(told.get_data(as_text=True)).html)
        return told


def _chosen(woven: Woven, names: str) -> list[Said]:
    """The passages of these names, or all that the page shows. One that stood on the page after a press is known a while."""
    if names == "page":
        return [said for said in woven.said if not said.hidden]
    asked = names.split(".")
    if len(asked) > MOST_ASKED:
        raise NotFound
    shown: Shown = current_app.extensions["shown"]
    known = {said.name: said for said in woven.said}
    found = [known.get(name) or shown.recall(who().key, name) for name in asked]
    if None in found:
        raise NotFound
    return found


def shelf_of(said: Said) -> str:
    """Where the clip is kept: with everybody's, with the thing whose text it is, or with who may hear it."""
    if said.shelf:
        return said.shelf
    if said.name in current_app.extensions["own_words"]:
        return WORDS
    return f"people/{who().key or 'visitors'}"
