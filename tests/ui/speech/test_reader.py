"""Reading the stage aloud: what is said, which word is marked, when it stops."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import pytest
from PySide6.QtCore import QObject, QPointF, Signal
from pytestqt.qtbot import QtBot

from lessonapp.ui.speech.reader import ReadAloud
from lessonapp.ui.speech.script import script
from lessonapp.ui.speech.voice import Voice, how_to_add, open_voice, trouble_of
from lessonapp.ui.speech.words import pair, said_words, seen_words, sentences
from lessonapp.ui.stage.audit import states_of
from lessonapp.ui.stage.model import StageModel
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.text import TextItem
from lessonapp.ui.theme_fonts import load_fonts
from tests.ui.stage.specimen import specimen, step_of


class FakeVoice(QObject):
    """Says nothing, remembers everything."""

    word = Signal(int, int)
    finished = Signal()

    def __init__(self, *, tells_words: bool = True) -> None:
        super().__init__()
        self.tells_words = tells_words
        self.said: list[tuple[str, str, str]] = []
        self.stopped = 0

    def say(self, text: str, language: str, speed: str) -> None:
        self.said.append((text, language, speed))

    def stop(self) -> None:
        self.stopped += 1


LESSON = specimen("grades-1-3")
OLDER = specimen("grades-6-9")


def shown(step: str, name: str = "", lesson: object = LESSON) -> StageModel:
    found = states_of(lesson, step_of(lesson, step))  # type: ignore[arg-type]
    return next(s.model for s in found if s.name == name or not name)


@pytest.fixture
def scene(qtbot: QtBot) -> StageScene:
    load_fonts()
    return StageScene(reduce_motion=True)


@pytest.fixture
def voice() -> FakeVoice:
    return FakeVoice()


@pytest.fixture
def reader(scene: StageScene, voice: FakeVoice) -> Iterator[ReadAloud]:
    made = ReadAloud(scene, "slow")
    made.set_voice(voice)
    yield made
    made.stop()


def marked(reader: ReadAloud) -> list[str]:
    """The words on the stage under the marks."""
    found = []
    for mark in reader.marks:
        item = mark.parentItem()
        assert isinstance(item, TextItem)
        texts = item.paragraph_texts()
        words = [w for w in seen_words([item]) if any(w.rect() == rect for rect in mark.rects)]
        found += [texts[w.block][w.start : w.start + w.length] for w in words]
    return found


def test_a_question_is_read_with_the_letters_of_its_options(
    scene: StageScene, reader: ReadAloud, voice: FakeVoice
) -> None:
    scene.show_model(shown("single", "open"), animate=False)
    reader.toggle()
    while reader.reading:
        voice.finished.emit()
    said = [text for text, _language, _speed in voice.said]
    step = step_of(LESSON, "single")
    assert said[0] == step.prompt
    assert said[1:5] == [f"{letter}: {o.text}" for letter, o in zip("ABCD", step.options, strict=True)]
    assert {(language, speed) for _text, language, speed in voice.said} == {("vi", "slow")}
    assert not any(step.feedback in text for step in step.options for text in said)


def test_the_steps_own_words_are_read_where_it_has_them(
    scene: StageScene, reader: ReadAloud, voice: FakeVoice
) -> None:
    step = step_of(LESSON, "slide-plain").model_copy(
        update={"read_aloud": "Các em **nghe** nhé. Chuyện riêng!"}
    )
    scene.show_model(replace(shown("slide-plain"), step=step), animate=False)
    reader.toggle()
    assert reader.sentence == "Các em nghe nhé."
    voice.finished.emit()
    assert reader.sentence == "Chuyện riêng!"


def test_the_word_that_is_said_is_marked_on_the_stage(
    scene: StageScene, reader: ReadAloud, voice: FakeVoice
) -> None:
    scene.show_model(shown("single", "open"), animate=False)
    reader.toggle()
    sentence = reader.sentence
    seen = []
    for word in sentence.split():
        voice.word.emit(sentence.index(word), len(word))
        seen += marked(reader)
    assert seen == sentence.split()
    voice.finished.emit()
    voice.word.emit(0, 2)
    assert marked(reader) == [], "the letter A is said, but stands on no word"


def test_an_engine_that_reports_no_words_has_the_sentence_marked(scene: StageScene) -> None:
    voice = FakeVoice(tells_words=False)
    reader = ReadAloud(scene)
    reader.set_voice(voice)
    scene.show_model(shown("single", "open"), animate=False)
    reader.toggle()
    assert marked(reader) == reader.sentence.split()
    reader.stop()
    assert reader.marks == ()


def test_what_is_not_on_the_stage_is_shown_as_a_caption(
    scene: StageScene, reader: ReadAloud, voice: FakeVoice
) -> None:
    words = "Lắng nghe thật kĩ câu hỏi này nhé các bạn ơi."
    step = step_of(LESSON, "slide-plain").model_copy(update={"read_aloud": words})
    scene.show_model(replace(shown("slide-plain"), step=step), animate=False)
    reader.toggle()
    assert reader.caption is not None
    assert reader.caption.item.fits
    voice.word.emit(0, 4)
    assert marked(reader) == ["Lắng"]
    reader.toggle()
    assert reader.caption is None


def test_the_same_key_stops_and_another_picture_stops(
    scene: StageScene, reader: ReadAloud, voice: FakeVoice
) -> None:
    scene.show_model(shown("slide-plain"), animate=False)
    reader.toggle()
    reader.toggle()
    assert (reader.reading, voice.stopped) == (False, 1)
    reader.toggle()
    scene.show_model(shown("summary"), animate=False)
    assert (reader.reading, voice.stopped, reader.marks) == (False, 2, ())


def test_an_answer_that_redraws_the_picture_does_not_cut_the_voice_off(
    scene: StageScene, reader: ReadAloud, voice: FakeVoice
) -> None:
    model = shown("single", "open")
    scene.show_model(model, animate=False)
    reader.toggle()
    rebuilt = scene.rebuilt
    scene.show_model(replace(model, own_choice=("a",)), animate=False)
    assert scene.rebuilt == rebuilt + 1
    assert reader.reading
    voice.word.emit(0, 3)
    assert marked(reader) == [reader.sentence.split()[0]]


@pytest.mark.parametrize("step", ["single", "three", "true-false", "true-false-plain"])
def test_pre_readers_hear_the_option_they_touch(
    scene: StageScene, reader: ReadAloud, voice: FakeVoice, step: str
) -> None:
    scene.show_model(shown(step, "open"), animate=False)
    options = step_of(LESSON, step).options
    boxes = {t.text: t for t in scene.texts}
    for option in options:
        item = boxes[option.text]
        for at in (item.ink_rect().center(), item.ink_rect().center() - QPointF(60, 0)):
            reader.tap(at)
            assert voice.said[-1][0] == option.text
    before = len(voice.said)
    reader.tap(QPointF(1590, 5))
    assert len(voice.said) == before


def test_older_pupils_read_for_themselves(scene: StageScene, reader: ReadAloud, voice: FakeVoice) -> None:
    scene.show_model(shown("single", "open", OLDER), animate=False)
    item = next(t for t in scene.texts if t.text == step_of(OLDER, "single").options[0].text)
    reader.tap(item.ink_rect().center())
    assert voice.said == []


def test_nothing_is_read_of_a_covered_stage(scene: StageScene, reader: ReadAloud, voice: FakeVoice) -> None:
    scene.show_model(replace(shown("slide-plain"), black=True), animate=False)
    reader.toggle()
    assert voice.said == []


@pytest.mark.parametrize("audience", ["grades-1-3", "grades-4-5", "grades-6-9", "grades-10-12", "adults"])
def test_every_picture_of_every_kind_has_something_to_read_and_most_of_it_can_be_marked(
    scene: StageScene, audience: str
) -> None:
    lesson = specimen(audience)
    for step in lesson.steps():
        for state in states_of(lesson, step):
            scene.show_model(state.model, animate=False)
            parts = script(state.model, scene.texts)
            assert parts, f"{step.id} {state.name}"
            said = [word for part in parts for word in said_words(part)]
            said = [
                word for word in said if word.folded not in set("abcd")
            ]  # letters are shapes there, not words
            assert len(pair(said, seen_words(scene.texts))) >= 0.8 * len(said), f"{step.id} {state.name}"


def test_the_help_line_is_said_digit_by_digit_and_marked_as_one(
    scene: StageScene, reader: ReadAloud, voice: FakeVoice
) -> None:
    step = step_of(LESSON, "slide-plain").model_copy(update={"body": "Em gọi 111 nhé. Số 1112 thì khác."})
    scene.show_model(replace(shown("slide-plain"), step=step), animate=False)
    reader.toggle()
    while reader.sentence != "Em gọi 111 nhé.":
        voice.finished.emit()
    said = voice.said[-1][0]
    assert said == "Em gọi 1 1 1 nhé."
    seen = []
    for start in (7, 9, 11, 13):
        voice.word.emit(start, 1 if start < 13 else 4)
        seen += marked(reader)
    assert seen == ["111", "111", "111", "nhé."]
    voice.finished.emit()
    assert voice.said[-1][0] == "Số 1112 thì khác."


def test_sentences_are_short_pieces_with_words_in_them() -> None:
    assert sentences("Dừng lại! … Kể ngay\nGọi 111.") == ["Dừng lại!", "Kể ngay", "Gọi 111."]


@pytest.fixture
def spoken(qtbot: QtBot) -> Iterator[Voice]:
    made = open_voice(engine="mock")
    assert made is not None
    yield made
    made.stop()
    made.deleteLater()


def test_qts_own_engine_reports_each_word_and_the_end(qtbot: QtBot, spoken: Voice) -> None:
    assert spoken.speaks("en")
    assert spoken.tells_words
    heard: list[str] = []
    text = "Stop and tell"
    spoken.word.connect(lambda start, length: heard.append(text[start : start + length]))
    with qtbot.waitSignal(spoken.finished, timeout=10_000):
        spoken.say(text, "en", "fast")
    assert heard == text.split()


def test_a_whole_picture_is_read_sentence_after_sentence(
    qtbot: QtBot, scene: StageScene, spoken: Voice
) -> None:
    english = specimen("grades-4-5", "en")
    scene.show_model(shown("true-false-plain", "open", english), animate=False)
    reader = ReadAloud(scene, "fast")
    reader.set_voice(spoken)
    said: list[str] = []
    words: list[str] = []
    spoken.word.connect(lambda _start, _length: words.extend(marked(reader)))
    reader.toggle()
    while reader.reading:
        said.append(reader.sentence)
        with qtbot.waitSignal(spoken.finished, timeout=10_000):
            pass
    step = step_of(english, "true-false-plain")
    assert said == [step.prompt, *(f"{x}: {o.text}" for x, o in zip("AB", step.options, strict=True))]
    once = [word for word, _again in groupby(words)]  # that engine takes a word apart at its diacritics
    assert once == [*step.prompt.split(), *(w for o in step.options for w in o.text.split())]
    assert reader.marks == ()


def test_a_voice_that_is_stopped_says_no_more(qtbot: QtBot, spoken: Voice) -> None:
    spoken.say("One two three four five", "en", "fast")
    with qtbot.assertNotEmitted(spoken.finished):
        spoken.stop()


def test_what_is_missing_is_said_with_what_to_do(spoken: Voice) -> None:
    assert trouble_of(spoken, "en") == ""
    assert trouble_of(spoken, "vi")
    assert trouble_of(None, "vi")
    for platform, line in (("win32", "ms-settings:speech"), ("linux", "apt install"), ("darwin", "")):
        text, copied = how_to_add(platform)
        assert text
        assert line in copied
