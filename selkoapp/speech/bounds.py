"""What holds a process that we started within bounds: its memory, and that it never outlives the one that started it."""

import ctypes
import signal
import sys

try:
    import resource
except ImportError:  # Windows
    resource = None

MEMORY = 2 << 30  # bytes of address space: neural voices reserve much more than they use
PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Ask Linux to end this process when the thread that started it ends, however that ends.

    Elsewhere the closed pipe tells it, as soon as it listens again.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def limit_memory() -> None:
    """No more than MEMORY, and no image of it on disk when it breaks: that would hold what people wrote."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
