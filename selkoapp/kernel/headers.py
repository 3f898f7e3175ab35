"""Headers of every answer, and the guard against presses that another site made (CSRF)."""

from flask import Flask, Response, current_app, g, request

from selkoapp.kernel.faults import NotAllowed

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "media-src 'self' blob:; manifest-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
SANDBOX = "default-src 'none'; sandbox"  # of what people sent, opened by itself: it may show itself and do nothing

FILE_POLICY = "default-src 'none'; frame-ancestors 'none'"  # of pictures, scripts, sounds: opened by itself, it loads nothing

OF_EVERYTHING = {
    "X-Content-Type-Options": "nosniff",
    # With no-referrer old iPads post "Origin: null", and the guard below would refuse them.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Only a document heeds these. On the twenty files of a page they would weigh as much as its pictures.
OF_PAGES = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
}
HSTS = "max-age=63072000; includeSubDomains"


def refuse_foreign_presses() -> None:
    """Raise NotAllowed for a change that did not come from a page of ours.

    Sec-Fetch-Site decides; browsers older than that header say their Origin. Tokens in forms would go stale in
    cached pages and in items that wait for the network.
    """
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site == "same-origin":
        return
    if site is None and request.headers.get("Origin") == request.host_url.rstrip("/"):
        return
    raise NotAllowed


def set_headers(response: Response) -> Response:
    """Put the constant on the answer; what people sent keeps its sandbox. A page is kept nowhere unless its view said so."""
    response.headers.update(OF_EVERYTHING)
    if response.mimetype == "text/html":
        response.headers.update(OF_PAGES)
    elif response.headers.get("Content-Security-Policy") != SANDBOX:
        response.headers["Content-Security-Policy"] = FILE_POLICY
    if current_app.extensions["settings"].https:
        response.headers["Strict-Transport-Security"] = HSTS
    response.headers.setdefault("Cache-Control", "no-store")
    if current_app.extensions["settings"].testing:
        response.headers["Server-Timing"] = f'db;desc="{g.get("queries", 0)}"'
    return response


def register(app: Flask) -> None:
    """Guard every request and dress every answer."""
    app.before_request(refuse_foreign_presses)
    app.after_request(set_headers)
