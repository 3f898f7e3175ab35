"""Every answer of every route carries the headers, whole; and only one cookie is ever set."""

from selkoapp.kernel.headers import CONTENT_SECURITY_POLICY, HSTS, SANDBOX
from tests.rules.test_access_matrix import walk  # noqa: F401 (a fixture)

WANTED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
}
OF_PAGES = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; media-src 'self' blob:; "
        "manifest-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
}
OF_FILES = dict.fromkeys(OF_PAGES) | {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}
OWN_FILES = ("audio/mp4", "image/jpeg", "application/pdf")
SENT_BY_PEOPLE = ("audio/mp4", "image/jpeg")  # it may show itself and do nothing
KEPT_FOREVER = {"assets.asset_file", "pictograms.picture"}


def test_every_answer_is_dressed(walk):  # noqa: F811
    for rule, method in walk.rules:
        for role in ("anyone", "seeker", "coach"):
            answer = walk.ask(role, method, walk.address(rule, "own"))
            own = {"Content-Security-Policy": SANDBOX} if answer.mimetype in SENT_BY_PEOPLE else {}
            wanted = WANTED | (OF_PAGES if answer.mimetype == "text/html" else OF_FILES | own)
            found = {name: answer.headers.get(name) for name in wanted}
            assert found == wanted, f"{role} {method} {rule.rule}"
            if rule.endpoint not in KEPT_FOREVER:
                assert answer.headers["Cache-Control"] == ("private, no-store" if answer.mimetype in OWN_FILES else "no-store"), (
                    f"{role} {method} {rule.rule}"
                )
            assert "Server" not in answer.headers


def test_only_the_sign_in_cookie_is_set(walk):  # noqa: F811
    for rule, method in walk.rules:
        for role in ("anyone", "seeker", "coach", "coordinator"):
            for cookie in walk.ask(role, method, walk.address(rule, "own")).headers.getlist("Set-Cookie"):
                assert cookie.startswith("__Host-sid="), f"{method} {rule.rule}: {cookie.split('=')[0]}"
                assert all(f"; {part}" in cookie for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/")), cookie


def test_error_answers_are_dressed_too(app):
    for path in ("/no-such-page", "/messages/9223372036854775808", "/events/" + "9" * 300):
        answer = app.test_client().get(path, base_url="https://localhost")
        assert answer.status_code == 404
        assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
        assert answer.headers["Strict-Transport-Security"] == HSTS
