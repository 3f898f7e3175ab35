"""What the child makes of something that was sent."""

from typing import NamedTuple


class Made(NamedTuple):
    """A sound (.m4a) with its seconds, or a photograph (JPEG) with its width and height in pixels."""

    kind: str
    content: bytes
    seconds: float | None = None
    width: int | None = None
    height: int | None = None
