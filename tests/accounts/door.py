"""Coming in at the front door, as a person with a paper card does it."""

from sqlalchemy import select

from selkoapp.accounts import cards
from selkoapp.accounts.models import Card, Person
from tests.visit import Browser, Page
from tests.world import Named

LONG_AGO = "1"  # when the page was made: the person has had time to read it
COOKIE = "__Host-sid"


def card_for(session, named: Named) -> str:
    """A new card of this person; its token."""
    card, token = cards.make_card(session, session.get(Person, named.id), None)
    session.commit()
    return token


def card_of(session, named: Named) -> Card:
    """The person's newest card as it stands in the database now."""
    session.rollback()
    session.expire_all()
    found = session.scalars(select(Card).where(Card.person_id == named.id).order_by(Card.id.desc())).first()
    session.rollback()
    return found


def press(browser: Browser, page: Page, action: str, status: int = 200, follow: bool = True, **fields: str) -> Page:
    """Press a button after reading the page."""
    return browser.press(page, action, status, follow, made=LONG_AGO, **fields)


def come_in(browser: Browser, token: str, whose: str | None = None) -> Page:
    """Open the plain address of the card, say yes, and answer whose device it is if that is asked."""
    page = press(browser, browser.get(f"/k/{token}"), "/sign-ins")
    return press(browser, page, "/device", whose=whose) if whose else page


def sid(browser: Browser) -> str | None:
    """The token that the browser holds."""
    cookie = browser.client.get_cookie(COOKIE, domain="localhost", path="/")
    return cookie.value if cookie else None
