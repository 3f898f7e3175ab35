"""What can go wrong by the rules. Services and guards raise these; errorpages.py turns them into plain words."""


class Fault(Exception):
    """A rule that does not hold. `status` is the HTTP status that the page gets."""

    status = 400


class NotFound(Fault):
    """There is no such thing, or not for this person: the two must not be told apart."""

    status = 404


class NotAllowed(Fault):
    """This person may not do this."""

    status = 403


class SignInNeeded(Fault):
    """Nobody is signed in on this device."""

    status = 401


class Conflict(Fault):
    """The thing has changed meanwhile, or the same key came with other words."""

    status = 409


class TooMany(Fault):
    """Too many tries. `wait` says how many seconds until the next one is let in."""

    status = 429

    def __init__(self, wait: int = 60):
        super().__init__()
        self.wait = wait


class Busy(Fault):
    """The database is locked or the disk is full: nothing was saved, the same press works later."""

    status = 503


class Unavailable(Fault):
    """There is no sound for this now; the text stands. `wait` says how many seconds until it is worth asking again."""

    status = 503

    def __init__(self, wait: int = 60):
        super().__init__()
        self.wait = wait
