"""Every error as a page in plain words: what happened, what to do, and the way home and to help.

The typed text of a refused press is shown so that it can be copied; it is never lost.
"""

import logging
from typing import NamedTuple

from flask import Flask, Response, render_template, request
from flask_babel import lazy_gettext as _l
from sqlalchemy.exc import DBAPIError, OperationalError
from werkzeug.exceptions import HTTPException, SecurityError

from selkoapp.kernel.faults import Busy, Fault, TooMany

log = logging.getLogger("selkoapp.errors")
RETRY_AFTER = 5  # seconds
KEPT_FIELD = "text"


class Words(NamedTuple):
    """What an error page says and its picture."""

    title: str
    advice: str
    picture: str


WORDS = {
    400: Words(_l("Something went wrong."), _l("Go back. Then try again."), "warning"),
    401: Words(_l("You are not signed in."), _l("Show your card."), "person_card"),
    403: Words(_l("You cannot do this."), _l("Go to the home page."), "answer_no"),
    404: Words(_l("This page was not found."), _l("Go to the home page."), "nav_search"),
    405: Words(_l("Something went wrong."), _l("Go back. Then try again."), "warning"),
    409: Words(_l("This has changed."), _l("Go back. Look at the page again."), "nav_repeat"),
    413: Words(_l("This is too big."), _l("Send a smaller one."), "warning"),
    429: Words(_l("You have tried many times."), _l("Wait for one minute. Then try again."), "patience"),
    500: Words(_l("We made a mistake."), _l("It is not your fault. Try again soon."), "warning"),
    503: Words(_l("We cannot save right now."), _l("Nothing was saved. Try again soon."), "patience"),
}
LIKE = {404: (410, 414), 400: (406, 408, 411, 412, 415, 416, 417, 422, 431), 500: (501, 502, 504, 505)}
SAME = {code: like for like, codes in LIKE.items() for code in codes}


def error_page(status: int, wait: int | None = None, words: Words | None = None) -> Response:
    """The page for this status, in its usual words or in others. `wait` is in seconds."""
    words = words or WORDS.get(status) or WORDS[SAME.get(status, 500 if status >= 500 else 400)]
    kept = request.form.get(KEPT_FIELD, "") if request.method == "POST" and status != 413 else ""
    response = Response(render_template("errors/error.html", words=words, status=status, kept_text=kept), status)
    if wait is not None:
        response.headers["Retry-After"] = str(wait)
    return response


def on_fault(fault: Fault) -> Response:
    """A rule that did not hold."""
    if isinstance(fault, TooMany):
        return error_page(fault.status, fault.wait)
    return error_page(fault.status, RETRY_AFTER if isinstance(fault, Busy) else None)


def on_http(error: HTTPException) -> Response:
    """Any HTTP error that Flask or Werkzeug raised, and their redirects as they are."""
    if error.code is None or error.code < 400:
        return error.get_response()
    if isinstance(error, SecurityError):  # an unknown Host: no address can be built, so no page
        return Response("400", 400, content_type="text/plain")
    return error_page(error.code)


def on_database(error: DBAPIError) -> Response:
    """A locked database or a full disk: nothing was saved, and the same press works later."""
    if isinstance(error, OperationalError):
        log.error("database unavailable", extra={"fault": type(error.orig).__name__})
        return error_page(Busy.status, RETRY_AFTER)
    return on_unknown(error)


def on_unknown(error: BaseException) -> Response:
    """A mistake of ours: logged by kind and place, never with its message, which may hold what a person wrote."""
    log.error("mistake", exc_info=error)
    return error_page(500)


def register(app: Flask) -> None:
    """Turn every fault and error into its page."""
    app.register_error_handler(Fault, on_fault)
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(DBAPIError, on_database)
    app.register_error_handler(Exception, on_unknown)
