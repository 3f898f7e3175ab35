"""Coming in and leaving."""

from flask import Blueprint, Flask, Response, g, redirect, request, url_for
from flask_babel import gettext as _

from selkoapp.accounts import cards, guards, passwords, signins
from selkoapp.accounts.forms import CardForm, CardPressForm, DeviceForm, StaffForm
from selkoapp.accounts.guards import FreshSignInNeeded
from selkoapp.accounts.models import Role
from selkoapp.kernel import i18n
from selkoapp.kernel.access import access
from selkoapp.kernel.db import close, db, own_transaction
from selkoapp.kernel.faults import NotFound
from selkoapp.kernel.forms import PressForm
from selkoapp.kernel.limits import count_attempt, pseudonym
from selkoapp.kernel.pages import empty, go, own_path, page

bp = Blueprint("accounts", __name__)

# So many in so many seconds. Cards that work are not counted: a group opens eight at once behind one address.
UNKNOWN_CARDS = (10, 60)
PASSWORDS = (20, 60)  # from one address: an office signs in at nine o'clock
PASSWORDS_FOR_ONE = (5, 60)
HOMES = {Role.SEEKER: "home.home_page", Role.COACH: "coach.inbox", Role.COORDINATOR: "coach.people"}


def limit(what: str, tries: tuple[int, int], who: str = "") -> None:
    """Count a try of this caller in an own transaction, so that it counts also when the try fails. Raises TooMany."""
    secret = guards.current_secret()
    with own_transaction() as short:
        try:
            count_attempt(short, what, pseudonym(secret, who or request.remote_addr or ""), *tries)
        finally:
            short.commit()


@bp.get("/")
@access("anyone")
def start() -> Response:
    """The front door: home for who is signed in, else "Kuka sinä olet?" or the welcome."""
    if g.viewer:
        return go(HOMES[g.viewer.role])
    shared = bool(g.visit and g.visit.shared)
    return page("accounts/start.html", shared=shared)


@bp.get("/k")
@access("anyone")
def card_door() -> Response:
    """Where the large QR leads: the token is in the fragment, which only the browser knows. Script sends it on."""
    return page("accounts/card_door.html")


@bp.post("/k")
@access("anyone")
def card_shown() -> Response:
    """ "Oletko sinä Aino?" for the token that the script found. Changes nothing."""
    return ask_who(CardForm().token.data or "")


@bp.get("/k/<token>")
@access("anyone")
def plain_card(token: str) -> Response:
    """The same for browsers without script. A GET that changes nothing: link previews burn no card."""
    return ask_who(token)


def ask_who(token: str) -> Response:
    """The question in its person's own language, or the page for cards that do not work."""
    try:
        opened = cards.open_card(db(), token)
    except NotFound:
        return card_does_not_work()
    g.look = guards.look()._replace(language=opened.person.language)
    g.speech_page = url_for("accounts.plain_card", token=token)  # the page shown after a press has no other address
    return page("accounts/card.html", person=opened.person, token=token)


def card_does_not_work() -> Response:
    """The same page for unknown, stopped and expired cards."""
    close()  # the count below is a transaction of its own and must not wait for this one
    limit("card", UNKNOWN_CARDS)
    return page("accounts/card_unknown.html", 404)


@bp.post("/sign-ins")
@access("anyone")
def card_confirmed() -> Response:
    """ "Kyllä, olen Aino": sign in, then ask whose device this is if that is not known."""
    form = CardPressForm()
    if not form.validate_on_submit() or form.too_soon():
        return ask_who(form.token.data or "")
    try:
        opened = cards.open_card(db(), form.token.data)
    except NotFound:
        return card_does_not_work()
    token = signins.sign_in(db(), opened.person, g.visit, "card", opened.card)
    arrived, look = signins.find_visit(db(), token)
    settled = arrived.shared is True or (arrived.shared is False and not signins.others_on_device(db(), arrived))
    db().commit()
    onward = way_in(look) if settled else go("accounts.device")
    return guards.set_cookie(onward, token, shared=not settled or arrived.shared)


def way_in(look: signins.LookNow) -> Response:
    """Home, or on a person's first day the pages on which they choose how things look."""
    return go("home.home_page") if look.chosen else go("home.welcome", kind="language")


@bp.get("/device")
@access("seeker")
def device() -> Response:
    """ "Kenen laite tämä on?" Only Minun remembers."""
    return ask_whose_device()


def ask_whose_device() -> Response:
    """The question; with a way back for who has answered it before."""
    asked_before = g.visit.shared is not None
    return page("accounts/device.html", shared=g.visit.shared, back_url=url_for("home.my_card") if asked_before else None)


@bp.post("/device")
@access("seeker")
def device_settled() -> Response:
    """Keep the answer and go on to the first-visit pages or home."""
    form = DeviceForm()
    if not form.validate_on_submit() or form.too_soon():
        return ask_whose_device()
    shared = form.whose.data == "shared"
    signins.settle_device(db(), g.visit, shared)
    db().commit()
    return guards.set_cookie(way_in(g.look), request.cookies[guards.COOKIE], g.viewer.role, shared)


@bp.post("/presence")
@access("seeker")
def still_here() -> Response:
    """Somebody touches the page, or pressed Kyllä at "Oletko vielä tässä?". The guard has noted it already."""
    return empty()


@bp.post("/leaving")
@access("anyone")
def leave() -> Response:
    """Lopeta: the sign-in ends here and now, on the server too. A second tap of a seeker's trembling hand ends nothing."""
    response = go("accounts.start")
    seeker = g.viewer is not None and g.viewer.role == Role.SEEKER
    if g.visit is None or (seeker and PressForm().too_soon()):
        return response
    token = signins.leave(db(), g.visit, i18n.language())
    db().commit()
    response.headers["Clear-Site-Data"] = '"cache"'
    return guards.set_cookie(response, token, shared=g.visit.shared)


@bp.route("/staff", methods=["GET", "POST"])
@access("anyone")
def staff() -> Response:
    """A coach's or coordinator's sign-in."""
    form = StaffForm()
    onward = own_path(request.args.get("next"))
    if request.method == "POST":
        limit("password", PASSWORDS)
        limit("login", PASSWORDS_FOR_ONE, (form.login.data or "").strip().lower())
        if form.validate_on_submit():
            person = passwords.staff_with(db(), form.login.data, form.password.data)
            if person:
                token = signins.sign_in(db(), person, g.visit, "password")
                db().commit()
                return guards.set_cookie(redirect(onward or url_for("accounts.start"), 303), token, person.role)
            form.password.errors = [_("The email or the password is wrong. Try again.")]
    return page("accounts/staff.html", 422 if form.errors else 200, form=form, onward=onward, again=g.viewer is not None)


def ask_again(_fault: FreshSignInNeeded) -> Response:
    """Ask for the password again before a thing that needs a fresh sign-in, then go on there."""
    return go("accounts.staff", next=request.path)


def register(app: Flask) -> None:
    """Serve these pages."""
    app.register_blueprint(bp)
    app.context_processor(lambda: {"home_url": url_for(HOMES[g.viewer.role]) if g.get("viewer") else None})
    app.register_error_handler(FreshSignInNeeded, ask_again)
