"""What a person reads when something that they sent is not kept: what is wrong, and what to do."""

from flask_babel import lazy_gettext as _l

from selkoapp.media.faults import Full, NotAPhoto, NotASound, Nothing, Refused, TooBig, TooLong, TooShort

SENTENCES = {
    Nothing: _l("There is nothing here yet. Try again."),
    TooBig: _l("This is too big. Send a smaller one."),
    TooLong: _l("The recording is too long. Speak for less than 3 minutes."),
    TooShort: _l("The recording is very short. Speak again."),
    NotASound: _l("The sound did not open. Speak again."),
    Full: _l("There is no more room. Remove something old first."),
    NotAPhoto: _l("The picture did not open. Take another picture."),
}


def sentence(refused: Refused) -> str:
    """Why it was not kept, in the language of the page."""
    return str(SENTENCES[type(refused)])
