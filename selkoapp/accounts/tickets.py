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
SALT = "shown card"


class Ticket(NamedTuple):
    """Which card was shown, and when."""

    card_id: UUID
    made_at: datetime

    @property
    def too_old(self) -> bool:
        """Whether its hour is over."""
        return clock.now() - self.made_at > LASTS

    def used_since(self, card: Card) -> bool:
        """Whether somebody has come in with this card after it was shown."""
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
