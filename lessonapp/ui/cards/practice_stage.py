"""What the class sees of the practice game: the letter to hold up, one tip, and who is there already."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lessonapp.domain.look import ANSWERS, LETTERS, Audience, animal_of
from lessonapp.i18n import Speaker
from lessonapp.ui.cards.practice_game import PracticeGame
from lessonapp.ui.pictures import mascot_svg, openmoji_pixmap, svg_pixmap
from lessonapp.ui.stage.answers import paint_answer_shape
from lessonapp.ui.stage.text import stage_font
from lessonapp.ui.stage.theme import HEIGHT, THEMES, WHITE, WIDTH

TILE, GAP, COLUMNS = 92, 10, 14


class PracticeStage(QWidget):
    """Lies over the stage while the class practises. It gets letters and seats, never a camera picture."""

    def __init__(self, stage: QWidget, game: PracticeGame, audience: Audience, language: str) -> None:
        super().__init__(stage)
        self._game, self._theme, self._speaker = game, THEMES[audience], Speaker(language)
        self.setGeometry(stage.rect())
        stage.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show()
        self.raise_()
        self.refresh()

    def refresh(self) -> None:
        """Show how far the class is."""
        self.setAccessibleName(f"{self.heading()} {self.tip()} {self.count()}".strip())
        self.update()

    def heading(self) -> str:
        """What the class is asked to do."""
        game, t = self._game, self._speaker.t
        if game.over:
            return t("The whole class can do it!")
        return (
            t("Everybody is there!") if game.complete else t("Hold up {letter}!").format(letter=game.letter)
        )

    def tip(self) -> str:
        """One thing to learn with each letter."""
        t = self._speaker.t
        if self._game.over:
            return t("Card to the question, letter on top, keep still. Ready!")
        tips = (
            t("The letter {letter} is on the upper edge.").format(letter=self._game.letter),
            t("Two hands, on the two edges."),
            t("No finger on the black."),
            t("Beside your face, straight to the camera."),
            t("Keep still and count to two."),
        )
        return tips[self._game.number % len(tips)]

    def count(self) -> str:
        """How many are there, of how many."""
        return "" if self._game.over else f"{len(self._game.up)}/{len(self._game.seats)}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            parent = self.parentWidget()
            if parent is not None:
                self.setGeometry(parent.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._theme.palette.paper))
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        painter.translate((self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        palette = self._theme.palette
        over = self._game.over
        left = 80 if over else 560
        self._line(painter, self.heading(), QRectF(left, 120, 1520 - left, 150), 108, 800, palette.primary)
        self._line(painter, self.tip(), QRectF(left, 280, 1520 - left, 140), 48, 600, palette.ink)
        if over:
            self._cheer(painter)
        else:
            self._letter(painter)
            self._line(painter, self.count(), QRectF(left, 410, 400, 100), 76, 800, palette.ink)
            self._animals(painter)
        painter.end()

    def _line(self, painter: QPainter, text: str, box: QRectF, size: int, weight: int, colour: str) -> None:
        font = stage_font(size, weight)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.setFont(font)
        while size > 44 and painter.boundingRect(box, flags, text).height() > box.height():
            size -= 4
            painter.setFont(stage_font(size, weight))
        painter.setPen(QColor(colour))
        painter.drawText(box, flags, text)

    def _letter(self, painter: QPainter) -> None:
        index = LETTERS.index(self._game.letter)
        block = QRectF(80, 110, 420, 420)
        painter.setPen(QPen(QColor(self._theme.palette.ink), 5))
        painter.setBrush(QColor(ANSWERS[index].colour))
        painter.drawRoundedRect(block, self._theme.radius, self._theme.radius)
        paint_answer_shape(painter, index, block.adjusted(50, 50, -50, -50))

    def _animals(self, painter: QPainter) -> None:
        """Whoever is there, by number and animal; nobody's empty place is shown."""
        rows = max(-(-len(self._game.up) // COLUMNS), 1)
        tile = min(TILE, (852 - 570) // rows - GAP) if rows > 2 else TILE
        for place, seat in enumerate(sorted(self._game.up)):
            x = 80 + place % COLUMNS * (TILE + GAP)
            y = 570 + place // COLUMNS * (tile + GAP)
            box = QRectF(x, y, TILE, tile)
            painter.setPen(QPen(QColor(self._theme.palette.primary), 3))
            painter.setBrush(QColor(WHITE))
            painter.drawRoundedRect(box, 14, 14)
            animal = animal_of(seat)
            painter.setFont(stage_font(30, 800))
            painter.setPen(QColor(self._theme.palette.ink))
            if animal is None:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(seat))
                continue
            painter.drawText(QPointF(x + 8, y + 33), str(seat))
            side = min(tile - 12, 54)
            picture = openmoji_pixmap(animal.openmoji, 108)
            painter.drawPixmap(QRectF(x + TILE - side - 4, y + tile - side - 3, side, side).toRect(), picture)

    def _cheer(self, painter: QPainter) -> None:
        if self._theme.mascot:
            picture = svg_pixmap(mascot_svg("cheer"), 400, 480)
            painter.drawPixmap(QPointF(600, 390), picture)
