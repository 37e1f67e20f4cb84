"""The bar that a command shows while it works: on standard error, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int, int], None]
"""Told how much of how much is done."""


@contextmanager
def progress_bar(words: str = "") -> Iterator[Progress | None]:
    """What to tell how far it is; the bar comes with the first word of it and goes at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # only where somebody looks
    from rich.progress import Progress as Bar

    bar = Bar(console=Console(stderr=True), transient=True)
    task = bar.add_task(words)

    def show(done: int, whole: int) -> None:
        bar.start()
        bar.update(task, completed=done, total=whole)

    try:
        yield show
    finally:
        bar.stop()
