"""Class tools, sounds and reading aloud of one lesson: built here, connected here."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from lessonapp.app.devices import Devices
from lessonapp.i18n import _
from lessonapp.settings import Settings
from lessonapp.ui.console.mirror_bar import MirrorBar
from lessonapp.ui.console.sound_panel import SoundView
from lessonapp.ui.console.tools_row import ToolsView
from lessonapp.ui.console.voice_help import VoiceHelpDialog
from lessonapp.ui.console.window import ConsoleWindow
from lessonapp.ui.session_controller import SessionController
from lessonapp.ui.sound.cues import Cue, LastSeconds, cue_between, loudness
from lessonapp.ui.sound.player import Player
from lessonapp.ui.speech.reader import ReadAloud
from lessonapp.ui.speech.voice import Speed, how_to_add, trouble_of
from lessonapp.ui.stage.frozen import FrozenPicture
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.tools.cards import HandsUpCard, SeatCard
from lessonapp.ui.stage.tools.pointer import Pointer
from lessonapp.ui.stage.tools.toolbox import Toolbox
from lessonapp.ui.stage.view import StageWindow
from lessonapp.ui.widgets.dialog import accepted

OPEN_MS = 1500  # the lesson is on the stage before loudspeaker and voice are looked for
KEEP_MS = 500
MINUTE = 60.0


class ClassTools(QObject):
    """What a teacher uses beside the lesson; none of it is an event of the session."""

    settings_chosen = Signal(object)  # name of the setting -> its value
    help_requested = Signal(str)

    def __init__(
        self,
        controller: SessionController,
        scene: StageScene,
        windows: tuple[StageWindow, ConsoleWindow, MirrorBar],
        settings: Settings,
        devices: Devices | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller, self._scene, self._devices = controller, scene, devices
        self._stage, self._console, self._bar = windows
        state = controller.session.state
        self.box = Toolbox(
            scene,
            lambda: controller.session.state.present,
            state.opened.seed,
            reduce_motion=settings.reduce_motion,
            parent=self,
        )
        self.reader = ReadAloud(scene, settings.speech_speed, self)
        self.player = Player(settings.volume, muted=settings.muted)
        scene.player.set_sound(settings.volume, muted=settings.muted)
        self.frozen = FrozenPicture(self._stage)
        self._bar.watch(self.frozen)
        self.front: Callable[[], QWidget] = lambda: self._console
        """The window that the teacher sees: on one screen it may be the stage."""
        self.trouble = ""
        self._opened = False
        self._heard: StageModel | None = None
        self._question, self._free = LastSeconds(), LastSeconds()
        self._changes: dict[str, object] = {}
        self._pointer = Pointer((self._stage.view, self._console.stage), self.box, self)
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._late = QTimer(self, singleShot=True, interval=OPEN_MS)
        self._connect()
        self._show()

    def start(self) -> None:
        """Look for loudspeaker and voice once the lesson is on the stage."""
        if self._devices is not None:
            self._late.start()

    def close(self) -> None:
        """Be silent; keep what was chosen."""
        self._late.stop()
        self.reader.stop()
        self.box.timer.stop()
        self.box.take_card_away()
        self._keep_changes()

    def do(self, command: str) -> bool:
        """Do a command that belongs to the tools; whether it needs nothing more."""
        match command:
            case "next" | "back":
                self.box.take_card_away()
                self.reader.stop()
            case "black" | "help":
                self.box.take_card_away()
                self.box.freeze(False)  # what must be seen at once is seen at once
            case "end":
                return self._put_away()
            case "read-aloud":
                self._read_aloud()
            case "voice-help":
                self._show_voice_help()
            case "mute":
                self._mute()
            case "panes":
                self._change_pane()
            case _:
                return self.box.do(command)
        return command in ("read-aloud", "voice-help", "mute", "panes")

    def open_devices(self) -> None:
        """Find loudspeaker and voice; once."""
        if self._opened:
            return
        self._opened = True
        devices = self._devices or Devices()
        self.player.output = devices.output(self)
        voice = devices.voice(self)
        self.trouble = trouble_of(voice, self._controller.session.lesson.language)
        if voice is not None and not self.trouble:
            self.reader.set_voice(voice)
        self._show()

    def _connect(self) -> None:
        self._late.timeout.connect(self.open_devices)
        self._keep.timeout.connect(self._keep_changes)
        self.box.changed.connect(self._show)
        self.box.told.connect(self._tell)
        self.box.frozen_changed.connect(self._on_frozen)
        self.box.tapped.connect(self._on_tap)
        self.box.timer.changed.connect(self._on_free_clock)
        self.reader.changed.connect(self._on_reading)
        self._controller.seconds_changed.connect(self._on_seconds)
        self._pointer.touched = self._on_touched
        for row in (self._console.tools, self._bar.tools):
            row.command.connect(self.help_requested)
            row.ink_chosen.connect(self.box.choose_ink)
            row.minutes_chosen.connect(lambda count: self.box.timer.start(count * MINUTE))
            row.more_time_requested.connect(lambda: self.box.timer.add(MINUTE))
            row.volume_chosen.connect(self._on_volume)
            row.speed_chosen.connect(self._on_speed)

    def _show(self) -> None:
        box = self.box
        card = {SeatCard: "lot", HandsUpCard: "hands-up"}.get(type(box.card), "")
        silent = self.player.output is None or not self.player.output.works
        missing = _("This machine has no sound.") if self._opened and silent else ""
        sound = SoundView(self.player.volume, self.player.muted, self.reader.speed, missing)
        view = ToolsView(
            held=box.held,
            ink=box.pen.colour,
            frozen=box.frozen,
            timer=box.timer.shown,
            card=card,
            can_undo=box.pen.can_undo,
            has_lines=box.pen.has_lines,
            reading=self.reader.reading,
            voice_trouble=self.trouble,
            sound=sound,
        )
        for row in (self._console.tools, self._bar.tools):
            row.set_view(view)
        drawing = box.held in ("pen", "erase")
        self._pointer.show_cursor(Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor)

    def _put_away(self) -> bool:
        """Esc stops what is going on before it asks to end the lesson."""
        if self.reader.reading:
            self.reader.stop()
            return True
        return self.box.dismiss()

    def _read_aloud(self) -> None:
        self.open_devices()
        if self.trouble:
            self._show_voice_help()
        else:
            self.reader.toggle()

    def _show_voice_help(self) -> None:
        accepted(VoiceHelpDialog(self.trouble, how_to_add(), self.front()))

    def _mute(self) -> None:
        self.player.muted = not self.player.muted
        self._scene.player.set_sound(self.player.volume, muted=self.player.muted)
        self._change(muted=self.player.muted)
        self._tell(_("Sounds are off.") if self.player.muted else _("Sounds are on."))

    def _tell(self, text: str) -> None:
        """A word for the teacher, on the console and in the bar."""
        self._console.toast.show_text(text)
        self._bar.tell(text)

    def _change_pane(self) -> None:
        """From what is played on the stage to the big button, and back: Tab alone stays in a game."""
        over_stage = self.front() is self._stage
        played, go = self._console.stage, self._console.bar.go
        if over_stage:
            self._bar.wake()
            played, go = self._stage.view, self._bar.go
        (go if played.hasFocus() else played).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_volume(self, volume: int) -> None:
        self.player.volume = volume
        self._scene.player.set_sound(volume, muted=self.player.muted)
        self._change(volume=volume)

    def _on_speed(self, speed: Speed) -> None:
        self.reader.speed = speed
        self._change(speech_speed=speed)

    def _change(self, **chosen: object) -> None:
        self._changes |= chosen
        self._keep.start()
        self._show()

    def _keep_changes(self) -> None:
        self._keep.stop()
        changes, self._changes = self._changes, {}
        if changes:
            self.settings_chosen.emit(changes)

    def _on_frozen(self, on: bool) -> None:
        self.frozen.freeze(on)
        self._console.frozen = on
        self._console.refresh()

    def _on_tap(self, at: QPointF) -> None:
        self.reader.tap(at)

    def _on_touched(self) -> None:
        if self._bar.isVisibleTo(self._stage):
            self._bar.wake()

    def _on_reading(self) -> None:
        self.player.reading = self.reader.reading
        self._show()

    def hear(self) -> None:
        """The stage shows another picture: play what belongs to the change."""
        before, self._heard = self._heard, self._scene.model
        if before is not None and self._heard is not None:
            self._play(cue_between(before, self._heard))

    def _on_seconds(self, left: float | None, _total: float | None) -> None:
        self._play(self._question.heard(left))

    def _on_free_clock(self) -> None:
        self._play(self._free.heard(self.box.timer.left if self.box.timer.shown else None))

    def _play(self, cue: Cue | None) -> None:
        if cue is not None:
            self.player.play(cue, loudness(self._heard))


def chosen_settings(settings: Settings, changes: dict[str, object]) -> Settings:
    """The machine's settings with what was chosen in a lesson."""
    return replace(settings, **changes)  # type: ignore[arg-type]  # names and kinds are those of Settings
