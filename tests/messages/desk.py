"""The coach's side of a thread, as the coach's page does it: always with what the page showed."""

from selkoapp.kernel.db import new_id
from selkoapp.messages import service, thread

VALID = "Hei! Nähdään ryhmässä keskiviikkona."


def thread_with(session, coach, seeker) -> thread.ThreadSeen:
    """The coach's thread with this seeker, in which somebody has written."""
    _seeker, thread_id = thread.seeker_with_thread(session, coach.viewer, seeker.id)
    return thread.thread_of(session, coach.viewer, thread_id)


def newest_id(session, coach, seeker):
    """The newest message in the coach's thread with this seeker."""
    found = thread.newest(session, thread_with(session, coach, seeker)).last
    session.rollback()  # a transaction of the test's own would keep the pages from writing
    return found


def reply(session, coach, seeker, text=VALID, seen=None):
    """The coach replies to everything so far, or to what stood up to `seen`."""
    found = thread_with(session, coach, seeker)
    made = service.reply(session, coach.viewer, found, text, new_id(), "fi", seen or thread.newest(session, found).last)
    session.commit()
    return made


def write(session, seeker, text="Hei! Haluan kysyä työstä.", key=None):
    """The seeker writes."""
    made = service.send_as_seeker(session, seeker.viewer, text, key or new_id(), "fi")
    session.commit()
    return made
