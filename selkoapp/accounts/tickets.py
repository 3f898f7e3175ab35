"""A card that was just shown gets a ticket: an address that asks its question again, without the card's own token.

The page can so be opened anew (after Apua, by Back), and what stays in a shared tablet's history opens nothing: a ticket
lasts an hour, and its question is gone once the card has been used.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from itsdangerous import BadSignature, URLSafeSerializer

from selkoapp.accounts.models import Card
from selkoapp.kernel import clock

LASTS = timedelta(hours=1)
AGAIN = timedelta(minutes=1)  # a press that is sent again after the network failed
SALT = "shown card"


class Ticket(NamedTuple):
    """Which card was shown, and when."""

    card_id: UUID
    made_at: datetime

    def asks(self, card: Card) -> bool:
        """Whether the question is still asked: within its hour, and nobody has come in with this card since."""
        return self._fresh and not self._used_since(card)

    def opens(self, card: Card) -> bool:
        """Whether a yes still signs in: as long as it is asked, and for a moment more, so that a press sent twice is one."""
        return self._fresh and not (self._used_since(card) and clock.now() - card.used_at > AGAIN)

    @property
    def _fresh(self) -> bool:
        return clock.now() - self.made_at <= LASTS

    def _used_since(self, card: Card) -> bool:
        return card.used_at is not None and card.used_at > self.made_at


def make_ticket(secret: str, card: Card) -> str:
    """A ticket for this card, signed, to stand in an address."""
    return URLSafeSerializer(secret, SALT).dumps([card.id.hex, int(clock.now().timestamp() * 1000)])


def read_ticket(secret: str, text: str) -> Ticket | None:
    """The ticket that this text is, or None: then it may be a card's token."""
    try:
        card_id, made = URLSafeSerializer(secret, SALT).loads(text)
    except BadSignature:
        return None
    return Ticket(UUID(card_id), datetime.fromtimestamp(made / 1000, UTC))
