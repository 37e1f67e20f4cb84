"""How long something that was made sure of may be trusted."""

from datetime import date

STALE_DAYS = 365


def is_stale(checked: date | None, today: date) -> bool:
    """Whether nobody made sure of it for a year."""
    return checked is None or (today - checked).days > STALE_DAYS
