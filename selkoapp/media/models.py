"""Sounds and photographs. A row knows what its file is, never whose: whoever owns it points at it."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from selkoapp.kernel import clock
from selkoapp.kernel.db import Base, PrimaryId

SOUND = "sound"
PHOTO = "photo"


class Media(Base):
    """One sound or photograph as it is kept: an .m4a with `seconds`, or a JPEG with `width` and `height` in pixels.

    `sha256` names its file in the store; several rows may share one file. The id stands in addresses, the hash never.
    """

    __tablename__ = "media"

    id: Mapped[PrimaryId]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    kind: Mapped[str] = mapped_column(String(5))
    bytes: Mapped[int]
    seconds: Mapped[float | None]
    width: Mapped[int | None]
    height: Mapped[int | None]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
