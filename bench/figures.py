"""A measured row, the statistics in it, and the table they are written to."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

__all__ = ["Row", "median", "percentile", "shown", "table"]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure with what it is held against; `bound` is a most, in the unit of the figure or as a ratio."""

    what: str
    unit: str
    value: float
    """The figure that the bound is about: a median, or the percentile that `what` names."""
    method: str
    bound: float | None = None
    bound_of: str = "value"
    """`value` or `ratio`."""
    compared: float | None = None
    """The same figure of the comparison, measured in the same run."""
    against: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the comparison."""
        return self.value / self.compared if self.compared else None

    @property
    def met(self) -> bool | None:
        """Whether the bound holds; None where there is none."""
        if self.bound is None:
            return None
        measured = self.value if self.bound_of == "value" else self.ratio
        return measured is not None and measured <= self.bound


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: a value that was measured, never one in between."""
    ordered = sorted(values)
    rank = -(-len(ordered) * share // 100)  # rounded up
    return ordered[max(int(rank), 1) - 1]


def shown(value: float, unit: str) -> str:
    """A number with its unit, as exact as it deserves."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {unit}"


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| what | figure | bound | | comparison | ratio | how |", "|---|--:|--:|:-:|---|--:|---|"]
    for row in rows:
        bound = ""
        if row.bound is not None:
            bound = f"≤ {row.bound:g}×" if row.bound_of == "ratio" else f"≤ {row.bound:g} {row.unit}"
        met = {None: "", True: "met", False: "**not met**"}[row.met]
        other = f"{row.against}: {shown(row.compared, row.unit)}" if row.compared is not None else ""
        ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
        cells = (row.what, shown(row.value, row.unit), bound, met, other, ratio, row.method)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
