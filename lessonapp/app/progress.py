"""How far a command is, for whoever waits at a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from lessonapp.domain.progress import Progress


@contextmanager
def progress_bar(text: str = "") -> Iterator[Progress | None]:
    """A bar on standard error, on a terminal only; it goes with the work, however that ends."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # only who waits at a terminal pays for it
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(text)
        yield lambda done, total: bar.update(task, completed=done, total=total)
