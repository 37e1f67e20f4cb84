"""Hands as they are typed: one event when the typing rests; what the disk refuses is counted later."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from lessonapp.session.ports import NotSavingError
from lessonapp.ui.session_controller import SessionController

REST_MS = 400

Counts = Mapping[str, int]


class HandCounts(QObject):
    """Between the numbers of the windows and the session."""

    refused = Signal()

    def __init__(self, controller: SessionController, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._typed: tuple[str, Counts] | None = None
        self._waiting: dict[tuple[str, int], Counts] = {}  # by step and round
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.flush)
        controller.saving_changed.connect(self._on_saving)

    def take(self, step_id: str, counts: Counts) -> None:
        """A number has changed; digits follow one another."""
        self._typed = (step_id, counts)
        self._rest.start()

    def flush(self) -> None:
        """What was typed counts now."""
        self._rest.stop()
        typed, self._typed = self._typed, None
        if typed is not None:
            self._count(*typed)

    def _count(self, step_id: str, counts: Counts) -> None:
        asked = self._controller.session.state.round_of(step_id)
        receipt = self._controller.count_hands(step_id, counts)
        if asked is None or not receipt.done():
            return
        key = (step_id, asked.number)
        if receipt.result().status == "not-saving":
            self._waiting[key] = counts
            self.refused.emit()
        else:
            self._waiting.pop(key, None)

    def _on_saving(self, failure: NotSavingError | None) -> None:
        if failure is not None:
            return
        waiting, self._waiting = self._waiting, {}
        for (step_id, number), counts in waiting.items():
            asked = self._controller.session.state.round_of(step_id)
            if asked is not None and asked.number == number:  # not a later round, asked again since
                self._count(step_id, counts)
