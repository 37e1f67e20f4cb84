"""Which screen is the teacher's and which is the class's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True, slots=True)
class Placement:
    """The console's screen and the stage's; one and the same where there is only one."""

    console: QScreen
    stage: QScreen

    @property
    def mirrored(self) -> bool:
        """Teacher and class look at the same picture."""
        return self.console is self.stage


def pair_key(names: Sequence[str]) -> str:
    """How a pair of screens is remembered."""
    return "|".join(sorted(names))


def place(screens: Sequence[QScreen], primary: QScreen, remembered: Mapping[str, str]) -> Placement:
    """The stage goes to the screen remembered for these screens, else to the one that is not primary."""
    wanted = remembered.get(pair_key([s.name() for s in screens]))
    others = [s for s in screens if s is not primary]
    stage = next((s for s in screens if s.name() == wanted), None) or (others[0] if others else primary)
    console = next((s for s in screens if s is not stage), stage)
    return Placement(console=console, stage=stage)


class ScreenKeeper(QObject):
    """Watches screens come and go while a lesson is taught."""

    placed = Signal(object)  # a Placement
    lost = Signal()
    reshaped = Signal()  # a screen has another resolution or another place beside the other
    remembered = Signal(str, str)  # key of the pair, name of the stage's screen

    def __init__(self, remembered: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remembered = dict(remembered)
        self.placement = self._place()
        self._reshaping = QTimer(self, singleShot=True, interval=0)  # several screens change at once
        self._reshaping.timeout.connect(self.reshaped)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # screens belong to an application
        for screen in QGuiApplication.screens():
            self._watch(screen)
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed)

    def swap(self) -> None:
        """Stage and console change places, and stay so for this pair of screens."""
        if self.placement.mirrored:
            return
        key = pair_key([s.name() for s in QGuiApplication.screens()])
        self._remembered[key] = self.placement.console.name()
        self.remembered.emit(key, self.placement.console.name())
        self._announce()

    def _place(self) -> Placement:
        return place(QGuiApplication.screens(), QGuiApplication.primaryScreen(), self._remembered)

    def _announce(self) -> None:
        self.placement = self._place()
        self.placed.emit(self.placement)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._reshaping.start)

    def _on_added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._announce()

    def _on_removed(self, screen: QScreen) -> None:
        was_stage = screen is self.placement.stage and not self.placement.mirrored
        self._announce()
        if was_stage and self.placement.mirrored:
            self.lost.emit()
