"""Reading the stage aloud, sentence by sentence, with the words marked as they are said."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Signal, SignalInstance

from lessonapp.i18n import Speaker
from lessonapp.ui.speech.mark import WordMark
from lessonapp.ui.speech.script import option_at, script
from lessonapp.ui.speech.voice import Speed
from lessonapp.ui.speech.words import Said, Seen, pair, said_words, seen_words, sentences, spoken
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.theme import theme_for
from lessonapp.ui.stage.tools.cards import CaptionCard

ENOUGH = 0.5  # of a sentence's words on the stage; with fewer it is shown as a caption


class Speech(Protocol):
    """What says sentences; `ui.speech.voice.Voice` is one."""

    @property
    def word(self) -> SignalInstance: ...
    @property
    def finished(self) -> SignalInstance: ...
    @property
    def tells_words(self) -> bool: ...
    def say(self, text: str, language: str, speed: Speed) -> None: ...
    def stop(self) -> None: ...


class ReadAloud(QObject):
    """Reads what the stage shows, or one option of it; stops when the picture becomes another one."""

    changed = Signal()

    def __init__(self, scene: StageScene, speed: Speed = "normal", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self.speed: Speed = speed
        self._voice: Speech | None = None
        self._waiting: list[str] = []
        self._said: list[Said] = []
        self._seen: list[Seen] = []
        self._pairs: dict[int, int] = {}
        self._places: tuple[int, ...] = ()
        self._picture: object = None
        self._marks: list[WordMark] = []
        self._caption: CaptionCard | None = None
        self.sentence = ""
        scene.described.connect(self._on_described)

    def set_voice(self, voice: Speech) -> None:
        """Read with this voice from now on."""
        self._voice = voice
        voice.word.connect(self._on_word)
        voice.finished.connect(self._on_finished)

    @property
    def reading(self) -> bool:
        """Whether something is being read."""
        return bool(self.sentence)

    @property
    def marks(self) -> tuple[WordMark, ...]:
        """The words marked now."""
        return tuple(self._marks)

    @property
    def caption(self) -> CaptionCard | None:
        """What is read, where the stage does not show it."""
        return self._caption

    def toggle(self) -> None:
        """Read the stage, or stop."""
        model = self._scene.model
        if self.reading:
            self.stop()
        elif model is not None and not model.black:
            self._read(model, script(model, self._scene.texts))

    def tap(self, at: QPointF) -> None:
        """Pre-readers hear the option they touch."""
        model = self._scene.model
        if model is None or model.black or model.lesson.audience != "grades-1-3":
            return
        item = option_at(model, self._scene.texts, at)
        if item is not None:
            self.stop()
            self._read(model, sentences("\n".join(item.paragraph_texts())))

    def stop(self) -> None:
        """Be silent, and take the mark away."""
        was = self.reading
        self._waiting, self.sentence = [], ""
        self._clear()
        if was and self._voice is not None:
            self._voice.stop()
        if was:
            self.changed.emit()

    def _read(self, model: StageModel, parts: list[str]) -> None:
        if self._voice is None or not parts:
            return
        self._picture = _picture(model)
        self._waiting = parts
        self._next()
        self.changed.emit()

    def _next(self) -> None:
        model = self._scene.model
        self._clear()
        if not self._waiting or self._voice is None or model is None:
            self.sentence = ""
            self.changed.emit()
            return
        self.sentence = self._waiting.pop(0)
        self._said = said_words(self.sentence)
        self._look(model)
        self._mark_sentence()
        text, self._places = spoken(self.sentence)
        self._voice.say(text, model.lesson.language, self.speed)

    def _look(self, model: StageModel) -> None:
        """Find the sentence's words on the stage; where most are not there, show it as a caption."""
        self._seen = seen_words(self._scene.texts)
        self._pairs = _best(self._said, self._seen)
        if len(self._pairs) < ENOUGH * len(self._said):
            theme = theme_for(model.lesson.audience, high_contrast=model.high_contrast)
            self._caption = CaptionCard(theme, Speaker(model.lesson.language), self.sentence)
            self._scene.addItem(self._caption)
            self._seen = seen_words([self._caption.item])
            self._pairs = pair(self._said, self._seen)

    def _on_word(self, start: int, length: int) -> None:
        if start >= len(self._places):
            return
        last = min(start + max(length, 1), len(self._places)) - 1
        start, end = self._places[start], self._places[last] + 1
        self._mark(
            i for i, word in enumerate(self._said) if word.start < end and start < word.start + word.length
        )

    def _mark_sentence(self) -> None:
        """All of it, where the engine does not say which word it is at; a caption shows it already."""
        if self._voice is not None and not self._voice.tells_words and self._caption is None:
            self._mark(range(len(self._said)))

    def _mark(self, words: Iterable[int]) -> None:
        self._unmark()
        by_item: dict[int, list[Seen]] = {}
        for index in words:
            if index in self._pairs:
                seen = self._seen[self._pairs[index]]
                by_item.setdefault(id(seen.item), []).append(seen)
        for group in by_item.values():
            self._marks.append(WordMark(group[0].item, [seen.rect() for seen in group]))

    def _unmark(self) -> None:
        for mark in self._marks:
            if mark.scene() is not None:
                mark.scene().removeItem(mark)
        self._marks = []

    def _clear(self) -> None:
        self._unmark()
        if self._caption is not None:
            self._scene.removeItem(self._caption)
            self._caption = None

    def _on_finished(self) -> None:
        if self.reading:
            self._next()

    def _on_described(self, _text: str) -> None:
        """The picture was drawn anew: the same one goes on being read, another one is not this text."""
        if not self.reading:
            return
        model = self._scene.model
        if model is None or _picture(model) != self._picture:
            self.stop()
        else:
            self._marks = []  # they went with their texts
            self._clear()
            self._look(model)
            self._mark_sentence()


def _picture(model: StageModel) -> object:
    """What must stay the same for a text to stay the one that is read."""
    step = model.step.id if model.step is not None else None
    return (step, model.beat, model.status, model.help_card, model.black, model.phase == "revealed")


def _best(said: list[Said], seen: list[Seen]) -> dict[int, int]:
    """The words of one sentence, close together on the stage: a run in one text beats scattered ones."""
    items: dict[int, list[int]] = {}
    for index, word in enumerate(seen):
        items.setdefault(id(word.item), []).append(index)
    best: dict[int, int] = {}
    for places in items.values():
        found = pair(said, [seen[place] for place in places])
        if len(found) > len(best):
            best = {index: places[place] for index, place in found.items()}
    return best
