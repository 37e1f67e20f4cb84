"""What is made from sources and kept in the tree, and whether it is still what they make."""

from collections.abc import Iterable


def told(faults: Iterable[str]) -> int:
    """Print faults, a line each; what a check ends with: 1 where there is one, else 0."""
    lines = list(faults)
    print(*lines, sep="\n", end="\n" if lines else "")
    return 1 if lines else 0
