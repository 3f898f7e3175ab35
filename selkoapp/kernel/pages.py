"""Answers of views: a page, its live part, or the way to another page."""

from urllib.parse import urlsplit

from flask import Flask, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.kernel.forms import fresh_press


def page(template: str, status: int = 200, **shown) -> Response:
    """The page made of this template."""
    return make_response(render_template(template, **shown), status)


def living_page(template: str, fragment: str, **shown) -> Response:
    """The page, or with `X-Fragment: 1` only its live part: one template for both.

    The part carries an ETag and answers 304 when nothing has changed. It is never kept by the browser, so main.js
    remembers the ETag itself.
    """
    if request.headers.get("X-Fragment") != "1":
        return page(template, **shown)
    response = page(fragment, **shown)
    response.add_etag()
    return response.make_conditional(request)


def go(endpoint: str, **values) -> AnyResponse:
    """The way to another page after a press (303: the browser fetches it with GET)."""
    return redirect(url_for(endpoint, **values), 303)


def own_path(address: str | None, host: str = "") -> str | None:
    """The path, if the address stays on this site, else None. An address with a host stays only if it names `host`."""
    try:
        parts = urlsplit((address or "").replace("\\", "/"))
    except ValueError:  # "https://[" and the like
        return None
    stays = parts.netloc == host and bool(parts.scheme) == bool(host)
    return parts.path if stays and parts.path.startswith("/") and not parts.path.startswith("//") else None


def empty() -> Response:
    """Done, nothing to show (204)."""
    return Response(status=204)


def register(app: Flask) -> None:
    """Give templates `press_stamp()`."""
    app.jinja_env.globals["press_stamp"] = fresh_press
