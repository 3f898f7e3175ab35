"""pyttsx3's bindings of espeak-ng, on the library of the package espeakng-loader: the same one on every system.

Left alone, the bindings look for a library installed by hand, by names that differ from system to system.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import espeakng_loader


@contextmanager
def _library_of_the_package() -> Iterator[None]:
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    ctypes.cdll.LoadLibrary = lambda _name: library
    try:
        yield
    finally:
        del ctypes.cdll.LoadLibrary  # the method of its class is back


with _library_of_the_package():
    from pyttsx3.drivers import _espeak as espeak_ng

__all__ = ["espeak_ng"]
