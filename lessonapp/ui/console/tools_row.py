"""The row of class tools: on the console under the stage, and in the bar where there is one screen."""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedLayout, QWidget

from lessonapp.i18n import _, n_
from lessonapp.ui.console.sound_panel import SoundPanel, SoundView
from lessonapp.ui.console.tool_button import ToolButton
from lessonapp.ui.icons import icon
from lessonapp.ui.stage.tools.pen import inks
from lessonapp.ui.widgets.colours import INK, PRIMARY, SURFACE
from lessonapp.ui.widgets.labels import restyle

MINUTES = (1, 2, 3, 5, 10)
SPACING = 5


@dataclass(frozen=True, slots=True)
class ToolsView:
    """What the row shows."""

    held: str = ""
    ink: str = ""
    frozen: bool = False
    timer: bool = False
    card: str = ""
    can_undo: bool = False
    has_lines: bool = False
    reading: bool = False
    voice_trouble: str = ""
    sound: SoundView = field(default_factory=SoundView)


class ToolsRow(QWidget):
    """One button a tool, its key beside the icon; while the pen is out, its colours instead."""

    command = Signal(str)
    ink_chosen = Signal(str)
    minutes_chosen = Signal(int)
    more_time_requested = Signal()
    volume_chosen = Signal(int)
    speed_chosen = Signal(str)

    def __init__(self, *, keyboard: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self._focus = Qt.FocusPolicy.TabFocus if keyboard else Qt.FocusPolicy.NoFocus
        self._view = ToolsView()
        self.sound_panel = SoundPanel(self)
        self.sound_panel.volume_chosen.connect(self.volume_chosen)
        self.sound_panel.speed_chosen.connect(self.speed_chosen)
        self.sound_panel.mute_requested.connect(lambda: self.command.emit("mute"))
        self.sound_panel.voice_requested.connect(lambda: self.command.emit("voice-help"))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._tools())
        self._stack.addWidget(self._pens())
        self.setFixedHeight(52)
        self.set_view(self._view)

    def set_view(self, view: ToolsView) -> None:
        """Show what is in use."""
        self._view = view
        drawing = view.held in ("pen", "erase")
        if self._stack.currentIndex() != int(drawing):
            self._stack.setCurrentIndex(int(drawing))
        for made, on in (
            (self.spotlight, view.held == "spotlight"),
            (self.freeze, view.frozen),
            (self.timer, view.timer),
            (self.lot, view.card == "lot"),
            (self.hands_up, view.card == "hands-up"),
            (self.read, view.reading),
            (self.erase, view.held == "erase"),
        ):
            made.setChecked(on)
        for colour, chip in self._inks.items():
            chip.setChecked(view.held == "pen" and colour == view.ink)
        self.undo.setEnabled(view.can_undo)
        self.wipe.setEnabled(view.has_lines)
        self._show_voice(view)
        silent = view.sound.muted or not view.sound.volume
        self.sound.setIcon(icon("mute" if silent or view.sound.missing else "sound", INK, 20, None, 2))
        self.sound_panel.set_view(view.sound, view.voice_trouble)

    def _show_voice(self, view: ToolsView) -> None:
        name = _("Read the stage aloud") if not view.reading else _("Stop reading aloud")
        _name(self.read, view.voice_trouble or name, "L")
        tone = "warn" if view.voice_trouble else ""
        if self.read.property("tone") != tone:
            self.read.setProperty("tone", tone)
            self.read.setIcon(icon("warn" if tone else "read", INK, 20, SURFACE, 2))
            restyle(self.read)

    def _tools(self) -> QWidget:
        self.pen = self._tool("pen", "D", _("Draw"), _("Draw on the stage"), "pen", check=False)
        self.spotlight = self._tool("spot", "S", _("Spotlight"), _("Spotlight"), "spotlight")
        freeze = _("Freeze the stage, look ahead here")
        self.freeze = self._tool("freeze", "Z", _("Freeze"), freeze, "freeze")
        self.timer = self._tool("clock", "T", _("Timer"), _("Timer for any step"))
        self.timer.clicked.connect(self._on_timer)
        self.lot = self._tool("dice", "N", _("Pick"), _("Pick a seat at random"), "lot")
        self.hands_up = self._tool("hand", "G", _("Hands up"), _("Three, two, one, hands up"), "hands-up")
        self.read = self._tool("read", "L", _("Read out"), _("Read the stage aloud"), "read-aloud")
        self.sound = self._tool("sound", "M", _("Sound"), _("Sound and reading"), check=False)
        self.sound.clicked.connect(self._on_sound)
        first = (self.pen, self.spotlight, self.freeze, self.timer)
        return _row((*first, self.lot, self.hands_up, self.read, self.sound))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        made = self.findChildren(ToolButton)
        each = (self.width() + SPACING) // (len(made) // self._stack.count()) - SPACING
        worded = all(tool.fits(each) for tool in made)  # words on some only would look like a fault
        for tool in made:
            tool.set_worded(worded)

    def _pens(self) -> QWidget:
        self._inks: dict[str, ToolButton] = {}
        for ink in inks():
            chip = self._tool("", "", "", _("Pen: {colour}").format(colour=ink.name))
            chip.setIcon(_dot(ink.colour))
            chip.clicked.connect(lambda _checked=False, colour=ink.colour: self.ink_chosen.emit(colour))
            self._inks[ink.colour] = chip
        self.erase = self._tool("erase", "E", _("Eraser"), _("Eraser"), "erase")
        last = _("Take the last line back")
        self.undo = self._tool("undo", "U", _("Undo"), last, "undo", check=False)
        self.wipe = self._tool("trash", "C", _("Wipe"), _("Wipe the drawing"), "wipe", check=False)
        self.done = self._tool("x", "D", _("Done"), _("Put the pen away"), "pen", check=False)
        return _row((*self._inks.values(), self.erase, self.undo, self.wipe, self.done))

    def _tool(
        self, picture: str, key: str, word: str, name: str, command: str = "", *, check: bool = True
    ) -> ToolButton:
        made = ToolButton(key, word)
        made.setCheckable(check)
        made.setFocusPolicy(self._focus)
        if picture:
            made.setIcon(icon(picture, INK, 20, SURFACE, 2))
        _name(made, name, key)
        if command:
            made.clicked.connect(lambda: self._on_tool(command))
        return made

    def timer_menu(self) -> QMenu:
        """How long; and, while it runs, more or no more."""
        menu = QMenu(self)
        if self._view.timer:
            menu.addAction(_("One minute more"), self.more_time_requested.emit)
            menu.addAction(_("Take the timer away (T)"), lambda: self.command.emit("timer"))
            menu.addSeparator()
        for count in MINUTES:
            text = n_("{n} minute", "{n} minutes", count).format(n=count)
            menu.addAction(text, partial(self.minutes_chosen.emit, count))
        return menu

    def _on_tool(self, command: str) -> None:
        self.set_view(self._view)  # a click by itself checks nothing: the state comes back from the tools
        self.command.emit(command)

    def _on_timer(self) -> None:
        self.set_view(self._view)
        menu = self.timer_menu()
        menu.exec(_above(self.timer, menu.sizeHint()))
        menu.deleteLater()

    def _on_sound(self) -> None:
        self.sound_panel.show_at(_above(self.sound, self.sound_panel.sizeHint()))


def _above(anchor: QWidget, size: QSize) -> QPoint:
    """Over a button, inside its screen."""
    corner = anchor.mapToGlobal(QPoint(0, 0))
    area = anchor.screen().availableGeometry()
    y = corner.y() - size.height() - 6
    if y < area.top():
        y = corner.y() + anchor.height() + 6
    return QPoint(max(area.left(), min(corner.x(), area.right() - size.width())), y)


def _row(parts: tuple[ToolButton, ...]) -> QWidget:
    box = QWidget()
    box.setProperty("role", "plain")
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACING)
    for part in parts:
        row.addWidget(part, 1)
    return box


def _name(made: QPushButton, name: str, key: str) -> None:
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({key})" if key else name)


def _dot(colour: str) -> QIcon:
    picture = QPixmap(40, 40)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(2)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(SURFACE))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(2, 2, 16, 16)
    painter.end()
    return QIcon(picture)


CLASS_TOOLS_SHEET = f"""
QPushButton[role="classtool"] {{ min-height: 50px; min-width: 42px; padding: 0 2px; font-size: 9.75pt; }}
QPushButton[role="classtool"]:checked {{ background: {PRIMARY}; color: {SURFACE}; border-color: {PRIMARY}; }}
QPushButton[tone="warn"] {{ background: #FFF0C7; border-color: #E2B85C; }}
"""
