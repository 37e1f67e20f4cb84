"""Pictures of items that are kept while these move."""

from PySide6.QtWidgets import QGraphicsItem


def keep(item: QGraphicsItem) -> None:
    """What moves is painted once and then only moved."""
    item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)


def renew(item: QGraphicsItem) -> None:
    """It looks different now: paint it anew, in every view.

    A kept picture has to go: of two views, as the console's and the projector's, Qt renews it in one only.
    """
    item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
    item.update()
