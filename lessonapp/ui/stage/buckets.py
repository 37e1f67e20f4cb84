"""The buckets of a board on which things are sorted."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from lessonapp.ui.stage.builder import Builder

HEAD = 72.0
"""So much of a bucket's top belongs to its name."""


class Bucket:
    """A box with its name; it grows into the room that things leave when they are put away."""

    def __init__(
        self, b: Builder, rect: tuple[float, float, float, float], name: str, picture: str | None
    ) -> None:
        wide, left = rect[2], 24.0
        self._box = b.box(rect, fill=b.palette.soft, radius=min(26.0, b.theme.radius))
        if picture is not None:
            side = HEAD - 14
            shown = b.picture(picture, (14, 7, side, side))
            if shown is not None:
                shown.setParentItem(self._box)
                left = 22 + side
        role = replace(b.theme.role("sub"), size=44, least=40, line=1.15)
        b.text(name, (left, 6, wide - left, HEAD - 6), role, valign="middle").setParentItem(self._box)

    def stretch(self, rect: tuple[float, float, float, float]) -> None:
        """Take this room."""
        self._box.stretch(QRectF(*rect))
