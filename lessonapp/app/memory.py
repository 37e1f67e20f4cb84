"""Memory while a lesson is taught to phones: an old school PC has little of it."""

import ctypes
import gc
import sys

_MMAP_THRESHOLD = -3
_LARGE = 1 << 20


def settle_memory() -> None:
    """Let the collector no longer walk through all that stays, and give back what is free already.

    A full walk would hold up a whole class. On Linux large pictures are given back as soon as they are let
    go; by default the C library keeps room for them once it has seen one.
    """
    gc.collect()
    gc.freeze()
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        if hasattr(library, "mallopt") and hasattr(library, "malloc_trim"):
            library.mallopt(_MMAP_THRESHOLD, _LARGE)
            library.malloc_trim(0)


def unsettle_memory() -> None:
    """The windows of the lesson may be collected again."""
    gc.unfreeze()
