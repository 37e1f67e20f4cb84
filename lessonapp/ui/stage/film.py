"""A film on the stage: it starts when somebody asks, and is gone when the step is."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem

from lessonapp.ui.stage.items import StageItem
from lessonapp.ui.stage.kept import renew

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame


class FilmWatcher(Protocol):
    """What shows a film."""

    def show_image(self, image: QImage) -> None:
        """The next picture."""

    def show_second(self, second: float) -> None:
        """Where the film is."""

    def show_playing(self, *, on: bool) -> None:
        """Whether it runs."""


class FilmPlayer(QObject):
    """Plays one film at a time; Qt's media library is loaded with the first one."""

    failed = Signal(str)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._player: QMediaPlayer | None = None
        self._span: tuple[float, float | None] = (0.0, None)
        self._file: Path | None = None
        self._image = QImage()
        self._watcher: FilmWatcher | None = None
        self._loudness = 1.0

    @property
    def playing(self) -> bool:
        """Whether the film runs."""
        return self._player is not None and self._player.isPlaying()

    @property
    def loudness(self) -> float:
        """How loud the film is, 0 to 1."""
        return self._loudness if self._player is None else self._player.audioOutput().volume()

    def watch(self, watcher: FilmWatcher | None) -> None:
        """Who shows the film from now on; a film that was begun is shown as it stands."""
        self._watcher = watcher
        if watcher is not None and self._player is not None:
            watcher.show_image(self._image)
            watcher.show_second(self._player.position() / 1000)
            watcher.show_playing(on=self.playing)

    def set_sound(self, volume: int, *, muted: bool) -> None:
        """How loud films are: 0 to 100, as the console's sounds."""
        self._loudness = 0.0 if muted else volume / 100
        if self._player is not None:
            self._player.audioOutput().setVolume(self._loudness)

    def toggle(self, file: Path, start: float, end: float | None) -> None:
        """Play a film from its beginning or where it stopped, or let it pause."""
        if self._file != file or self._player is None:
            self.stop()
            self._player = self._opened(file, start, end)
        if self._player is None:
            return
        if self._player.isPlaying():
            self._player.pause()
        else:
            self._player.play()

    def pause(self) -> None:
        """Stop for a moment; the last picture stays."""
        if self._player is not None:
            self._player.pause()

    def stop(self) -> None:
        """Put the film away."""
        player, self._player = self._player, None
        self._file, self._image = None, QImage()
        if player is not None:
            player.disconnect(self)
            player.stop()
            player.deleteLater()
            self.playing_changed.emit(False)

    def _opened(self, file: Path, start: float, end: float | None) -> "QMediaPlayer | None":
        try:
            # Heavy, and missing where the system's media libraries are: only who shows a film needs it.
            from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink
        except ImportError as missing:
            self.failed.emit(str(missing))
            return None
        player = QMediaPlayer(self)
        sink = QVideoSink(player)
        sound = QAudioOutput(player)
        sound.setVolume(self._loudness)
        player.setAudioOutput(sound)
        player.setVideoSink(sink)
        sink.videoFrameChanged.connect(self._on_frame)
        player.positionChanged.connect(self._on_position)
        player.playingChanged.connect(self._on_playing)
        player.errorOccurred.connect(self._on_error)
        self._file, self._span = file, (start, end)
        player.setSource(QUrl.fromLocalFile(str(file)))
        if start:
            player.setPosition(round(start * 1000))
        return player

    def _on_frame(self, frame: "QVideoFrame") -> None:
        image = frame.toImage()
        if self._player is None or image.isNull():
            return
        self._image = image
        if self._watcher is not None:
            self._watcher.show_image(image)

    def _on_position(self, milliseconds: int) -> None:
        start, end = self._span
        second = milliseconds / 1000
        if end is not None and second >= end and self._player is not None:
            self._player.pause()
            self._player.setPosition(round(start * 1000))
        if self._watcher is not None:
            self._watcher.show_second(second)

    def _on_playing(self, on: bool) -> None:
        self.playing_changed.emit(on)
        if self._watcher is not None:
            self._watcher.show_playing(on=on)

    def _on_error(self, _error: object, words: str) -> None:
        self.failed.emit(words)


class FilmPicture(StageItem):
    """The film's picture, whole, in the middle of its box."""

    def __init__(
        self, rect: QRectF, back: str, parent: QGraphicsItem | None = None, *, radius: float = 0
    ) -> None:
        super().__init__(rect, parent)
        self._back = back
        self._corners = QPainterPath()
        self._corners.addRoundedRect(self.rect, radius, radius)
        self.image = QImage()

    def show_image(self, image: QImage) -> None:
        """The next picture of the film."""
        self.image = image
        renew(self)

    def draw(self, painter: QPainter) -> None:
        if self.image.isNull():
            return
        painter.save()  # the view does not
        painter.setClipPath(self._corners)
        painter.fillRect(self.rect, QColor(self._back))
        size = self.image.size().toSizeF().scaled(self.size, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(self.rect.topLeft(), size)
        place.moveCenter(self.rect.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self.image)
        painter.restore()
