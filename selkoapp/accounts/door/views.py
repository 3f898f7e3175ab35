"""Coming in with a paper card: "Oletko sinä Aino?", Kyllä or En ole, and whose device this is. And the way out, Lopeta."""

from flask import Response, g, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import cards, devices, guards, signins, tickets
from selkoapp.accounts.blueprint import bp
from selkoapp.accounts.cards import OpenCard
from selkoapp.accounts.forms import CardForm, CardPressForm, DeviceForm
from selkoapp.accounts.models import Role
from selkoapp.accounts.tickets import Ticket
from selkoapp.kernel import i18n
from selkoapp.kernel.access import access
from selkoapp.kernel.db import close, db, own_transaction
from selkoapp.kernel.faults import NotFound
from selkoapp.kernel.forms import PressForm
from selkoapp.kernel.limits import count_attempt, pseudonym
from selkoapp.kernel.pages import go, page
from selkoapp.speech import views as speech

# Cards that work are not counted: a group opens eight at once behind one address.
UNKNOWN_CARDS = (10, 60)  # so many in so many seconds


def limit(what: str, tries: tuple[int, int], who: str = "") -> None:
    """Count a try of this caller in an own transaction, so that it counts also when the try fails. Raises TooMany.

    `tries`: so many in so many seconds.
    """
    secret = guards.current_secret()
    with own_transaction() as short:
        try:
            count_attempt(short, what, pseudonym(secret, who or request.remote_addr or ""), *tries)
        finally:
            short.commit()


@bp.get("/k")
@access("anyone")
def card_door() -> Response:
    """Where the large QR leads: the token is in the fragment, which only the browser knows. Script sends it on."""
    return page("accounts/card_door.html")


@bp.post("/k")
@access("anyone")
def card_shown() -> AnyResponse:
    """The token that the script found: on to an address of the question that can be opened again. Changes nothing."""
    try:
        opened = cards.open_card(db(), CardForm().token.data or "")
    except NotFound:
        return refuse()
    return go("accounts.plain_card", token=tickets.make_ticket(guards.current_secret(), opened.card))


@bp.get("/k/<token>")
@access("anyone")
def plain_card(token: str) -> AnyResponse:
    """ "Oletko sinä Aino?" in its person's own language, for a card's token or for a ticket.

    A GET that changes nothing: link previews burn no card. A ticket that has done its work leads to the front door.
    """
    try:
        opened, ticket = open_either(token)
    except NotFound:
        count_unknown()
        return card_unknown()
    if ticket and not ticket.asks(opened.card):
        return go("accounts.start")
    g.look = guards.look()._replace(language=opened.person.language)
    somebody, g.viewer = g.viewer, None  # the page is for who holds the card, not for who is signed in
    return page("accounts/card.html", person=opened.person, token=token, somebody=somebody)


def open_either(token: str) -> tuple[OpenCard, Ticket | None]:
    """The card of this token or ticket, and the ticket if it was one; NotFound for cards that do not work."""
    ticket = tickets.read_ticket(guards.current_secret(), token)
    return cards.open_card_of_id(db(), ticket.card_id) if ticket else cards.open_card(db(), token), ticket


def count_unknown() -> None:
    """Count a card that does not work. Raises TooMany."""
    close()  # the count is a transaction of its own and must not wait for this one
    limit("card", UNKNOWN_CARDS)


def refuse() -> AnyResponse:
    """After a press: the same page for unknown, stopped and expired cards, at an address of its own."""
    count_unknown()
    return go("accounts.card_unknown")


@bp.get("/cards/unknown")
@access("anyone")
def card_unknown() -> Response:
    """This card does not work, and whom to ask for a new one."""
    return page("accounts/card_unknown.html", 404)


@bp.post("/sign-ins")
@access("anyone")
def card_confirmed() -> AnyResponse:
    """ "Kyllä, olen Aino": sign in, then ask whose device this is if that is not known."""
    form = CardPressForm()
    if not form.validate_on_submit() or form.too_soon():
        return ask_again(form)
    try:
        opened, ticket = open_either(form.token.data)
    except NotFound:
        return refuse()
    if ticket and not ticket.opens(opened.card):
        return go("accounts.start")
    kind = devices.guess_kind(request.user_agent.string)
    token = signins.sign_in(db(), opened.person, g.visit, "card", opened.card, kind)
    arrived, look = signins.find_visit(db(), token)
    settled = arrived.shared is True or (arrived.shared is False and not signins.others_on_device(db(), arrived))
    db().commit()
    onward = way_in(look) if settled else go("accounts.device")
    return guards.set_cookie(onward, token, shared=not settled or arrived.shared)


@bp.post("/sign-ins/refusals")
@access("anyone")
def card_denied() -> AnyResponse:
    """ "En ole", pressed where somebody else is signed in: nobody lands in another's home.

    A device that others use too forgets who was signed in, as with Lopeta. An own device is its owner's still.
    """
    form = CardPressForm()
    if not form.validate_on_submit() or form.too_soon():
        return ask_again(form)
    shared = g.visit and (g.visit.shared or g.visit.ends_soon)
    return leave_device() if shared else go("accounts.who")


def ask_again(form: CardPressForm) -> AnyResponse:
    """Back to the question of this card; to the front door when the press names none."""
    token = form.token.data
    return go("accounts.plain_card", token=token) if token else go("accounts.start")


def way_in(look: signins.LookNow) -> AnyResponse:
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
def device_settled() -> AnyResponse:
    """Keep the answer and go on to the first-visit pages or home."""
    form = DeviceForm()
    if not form.validate_on_submit() or form.too_soon():
        return ask_whose_device()
    shared = form.whose.data == "shared"
    signins.settle_device(db(), g.visit, shared)
    db().commit()
    return guards.set_cookie(way_in(g.look), request.cookies[guards.COOKIE], g.viewer.role, shared)


@bp.post("/leaving")
@access("anyone")
def leave() -> AnyResponse:
    """Lopeta: the sign-in ends here and now, on the server too. A second tap of a seeker's trembling hand ends nothing."""
    seeker = g.viewer is not None and g.viewer.role == Role.SEEKER
    if g.visit is None or (seeker and PressForm().too_soon()):
        return go("accounts.start")
    return leave_device("accounts.start" if seeker or g.viewer is None else "accounts.staff")


def leave_device(then: str = "accounts.start") -> AnyResponse:
    """End this browser's visit, and show the front door, of seekers or of staff. The device stays known, its person does not."""
    token = signins.leave(db(), g.visit, i18n.language())
    db().commit()
    speech.forget(guards.listener())
    response = go(then)
    response.headers["Clear-Site-Data"] = '"cache"'
    return guards.set_cookie(response, token, shared=g.visit.shared)
