"""Memory while a lesson is taught to phones."""

import gc


def settle_memory() -> None:
    """Let the collector no longer walk through all that stays: a full walk would hold up a whole class."""
    gc.collect()
    gc.freeze()


def unsettle_memory() -> None:
    """The windows of the lesson may be collected again."""
    gc.unfreeze()
