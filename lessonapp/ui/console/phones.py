"""Phones and lab PCs: let them in, show them how, and see who is here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lessonapp.i18n import _
from lessonapp.ui.qr import qr_pixmap
from lessonapp.ui.stage.model import Join
from lessonapp.ui.widgets.buttons import button
from lessonapp.ui.widgets.combo import Combo
from lessonapp.ui.widgets.dialog import FittedDialog, accepted
from lessonapp.ui.widgets.flow import FlowLayout
from lessonapp.ui.widgets.labels import label

SMALL_QR, LARGE_QR = 104, 300


class PhonesPanel(QWidget):
    """Off until the teacher turns it on; then address, code, QR, and the number of phones."""

    start_requested = Signal(str)
    stop_requested = Signal()
    networks_requested = Signal()
    remote_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.network = Combo()
        self.network.setAccessibleName(_("Connection that the phones use"))
        self.network.currentTextChanged.connect(self.network.setToolTip)  # where its end has no room
        self.start = button(_("Let phones in"), "primary", "phone")
        self.start.clicked.connect(lambda: self.start_requested.emit(self.network.currentData() or ""))
        self.again = button(_("Look again"), "link")
        self.again.clicked.connect(self.networks_requested)
        self.hotspot = button(_("No Wi-Fi here?"), "link")
        self.hotspot.clicked.connect(self._explain_hotspot)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        self._qr = QLabel()
        self._qr.setFixedSize(SMALL_QR, SMALL_QR)
        self._address = label("", "panel")
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._code = label("", "kpi")
        self._joined = label("", "secondary", wrap=True)
        self.remote = button(_("Steer from a phone"), "secondary", "phone")
        self.remote.clicked.connect(self.remote_requested)
        self.stop = button(_("Disconnect phones"), "secondary", "x")
        self.stop.clicked.connect(self.stop_requested)
        for part in (self.network, self.start, self.again, self.hotspot, self.remote, self.stop):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._off, self._on = self._off_part(), self._on_part()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._off)
        whole.addWidget(self._on)
        self._on.hide()

    def set_networks(self, found: Sequence[tuple[str, str]]) -> None:
        """Address and words of each connection, the likeliest first; what was chosen stays chosen."""
        chosen = self.network.currentData()
        self.network.clear()
        for address, words in found:
            self.network.addItem(words, address)
        index = self.network.findData(chosen)
        self.network.setCurrentIndex(max(index, 0))

    def show_trouble(self, text: str) -> None:
        """Why phones cannot come in; nothing takes it away."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def set_join(self, join: Join | None, joined: str) -> None:
        """Phones may come in, or not."""
        self._off.setVisible(join is None)
        self._on.setVisible(join is not None)
        if join is None:
            return
        self.show_trouble("")
        self._qr.setPixmap(qr_pixmap(join.url, SMALL_QR, self.devicePixelRatioF()))
        self._qr.setAccessibleName(_("QR code for joining"))
        self._address.setText(join.address)
        self._code.setText(_("Code {code}").format(code=join.code))
        self._joined.setText(joined)

    def _off_part(self) -> QWidget:
        part = QWidget()
        part.setProperty("role", "plain")
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        words = _("Phones and lab PCs join over the school’s own network. No internet, no app, no names.")
        column.addWidget(label(words, "secondary", wrap=True))
        column.addWidget(self.network)
        column.addWidget(_row(self.start, self.again, self.hotspot))
        column.addWidget(self.trouble)
        return part

    def _on_part(self) -> QWidget:
        part = QWidget()
        part.setProperty("role", "plain")
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._qr, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (self._address, self._code, self._joined):
            words.addWidget(line)
        words.addStretch(1)
        row.addLayout(words, 1)
        column.addLayout(row)
        column.addWidget(_row(self.remote, self.stop))
        return part

    def _explain_hotspot(self) -> None:
        accepted(HotspotDialog(self.window()))


def _row(*parts: QWidget) -> QWidget:
    """Buttons side by side, or below one another where the window is small."""
    row = QWidget()
    row.setProperty("role", "plain")
    flow = FlowLayout(row, 6)
    for part in parts:
        flow.addWidget(part)
    return row


class HotspotDialog(FittedDialog):
    """One screen: the laptop is the Wi-Fi."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, 520)
        self.setWindowTitle(_("The laptop as Wi-Fi"))
        steps = (
            _("Windows: Settings, Network & internet, Mobile hotspot, On. Name and password are there."),
            _("It works without internet too; where Windows refuses, plug in any network cable first."),
            _("Write the Wi-Fi’s name and password on the board. About 8 phones fit on Windows’ hotspot."),
            _("More phones: a simple Wi-Fi router without internet, and the laptop joins it too."),
            _("Then press “Look again” and choose the hotspot, or the Wi-Fi, from the list."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(_("No Wi-Fi in the room? The laptop can be one."), "panel", wrap=True))
        for number, step in enumerate(steps, 1):
            column.addWidget(label(f"{number}.  {step}", wrap=True))
        done = button(_("Close"), "primary")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)


class RemoteDialog(QDialog):
    """Pairs the teacher's phone; on the teacher's screen only."""

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Steer from a phone"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(_("Scan this with your own phone"), "panel"))
        code = QLabel()
        code.setPixmap(qr_pixmap(url, LARGE_QR, self.devicePixelRatioF()))
        code.setAccessibleName(_("QR code for the teacher’s phone"))
        column.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        words = _(
            "The phone must be in the same network as this laptop. Whoever scans this can steer the lesson: "
            "keep it to yourself. It is valid for this lesson only."
        )
        text = label(words, "secondary", wrap=True)
        text.setMinimumWidth(LARGE_QR + 60)
        column.addWidget(text)
        done = button(_("Close"), "primary")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
