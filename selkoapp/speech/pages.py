"""Every page for seekers and groups is woven on its way out, and says its own passages: `?say=<name>/0.mp3`.

The page's own view answers that address too, behind its own guard; what it would have shown is what is said.
"""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode, urlsplit

from flask import Response, current_app, g, request

from selkoapp.kernel import errorpages
from selkoapp.kernel.faults import Fault, NotFound
from selkoapp.kernel.headers import SAFE_METHODS
from selkoapp.kernel.i18n import language
from selkoapp.speech.answers import answer, joined
from selkoapp.speech.passages import Passage
from selkoapp.speech.weave import Said, Weaver, Woven
from selkoapp.speech.words import OwnWords

MARK = "data-words="  # stands on the html element of a page that can be heard
MOST_IN_BLOCK = 60  # passages that one listen link reads


def page_address() -> str:
    """The address at which this page can be got again, as seen from itself.

    It names no path where it need not: a page that was not found must not tell what was looked for. A page shown after a
    press is the one on which it was pressed.
    """
    if request.method in SAFE_METHODS:
        return _with_query("", request.query_string.decode("utf-8", "replace"))
    came = urlsplit(request.referrer or "")
    return _with_query(came.path, came.query) if came.netloc == request.host else ""


def _with_query(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


def say_address(names: str, file: str = "all.mp3") -> str:
    """Where this page says these passages, at the speed and by the voice of its listener."""
    page = page_address()
    return f"{page}{'&' if '?' in page else '?'}{urlencode(chosen())}&say={names}/{file}"


def chosen() -> dict[str, str]:
    """Speed and voice that the listener has chosen, as parts of an address."""
    look = g.get("look")
    voice = look.voice if look and look.voice != "device" else ""
    return {"speed": look.speed if look else "normal"} | ({"voice": voice} if voice else {})


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

    def block(self, said: list[Said]) -> str:
        """One passage at its own address, several at the page's."""
        if len(said) == 1 and (said[0].address or self.own(said[0].name)):
            where = said[0].address or words_address(said[0].name)
            return f"{where}/all.mp3?{urlencode(chosen())}"
        return say_address(".".join(each.name for each in said[:MOST_IN_BLOCK]))


def words_address(name: str = "") -> str:
    """Where the clips of our own words are; it changes when the voices change, so that browsers may keep them."""
    return "/".join(filter(None, ("/speech", current_app.extensions["speech"].stamp, name)))


def weave_page(response: Response, listener: Callable[[], str], names: Callable[[], Mapping[str, str]]) -> Response:
    """Weave a page, or answer with the sound that is asked of it."""
    if response.mimetype != "text/html" or response.status_code == 304 or response.direct_passthrough:
        return response
    html = response.get_data(as_text=True)
    if MARK not in html[:1000] and "X-Fragment" not in request.headers:
        return response
    words, secret = current_app.extensions["own_words"], current_app.extensions["settings"].secret_key
    woven = Weaver(language(), PageAddresses(words, secret), names()).weave(html)
    asked = request.args.get("say")
    if asked and request.method in SAFE_METHODS:
        return said_by_page(woven, asked, listener())
    response.set_data(woven.html)
    return response


def said_by_page(woven: Woven, asked: str, listener: str) -> Response:
    """The sound or the times of passages of this page; the page for what went wrong if there are none."""
    names, _, file = asked.partition("/")
    known = {said.name: said for said in woven.said}
    try:
        whole = [said for said in woven.said if not said.hidden]
        chosen_ones = whole if names == "page" else [known.get(name) for name in names.split(".")[:MOST_IN_BLOCK]]
        if not all(chosen_ones):
            raise NotFound
        if len(chosen_ones) == 1:
            return answer(chosen_ones[0].passage, file, shelf_of(chosen_ones[0], listener), listener)
        if file != "all.mp3":
            raise NotFound
        return joined([(said.passage, shelf_of(said, listener)) for said in chosen_ones], listener)
    except Fault as fault:  # an answer on its way out is past Flask's own error handlers
        return errorpages.on_fault(fault)


def shelf_of(said: Said, listener: str) -> str:
    """Where the clip is kept: with everybody's, with the thing whose text it is, or with who may hear it."""
    if said.address:
        return said.address.strip("/").removesuffix("/speech")
    if said.name in current_app.extensions["own_words"]:
        return "words"
    return f"people/{listener or 'visitors'}"
