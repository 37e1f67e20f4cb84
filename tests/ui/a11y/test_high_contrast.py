"""High contrast and larger text, measured on the pictures that are shown: every kind, five audiences."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from lessonapp.domain.look import AUDIENCES, DANGER, OK, Audience
from lessonapp.domain.school import SchoolClass
from lessonapp.settings import Settings, load_settings, save_settings
from lessonapp.ui.home.class_dialog import ClassDialog
from lessonapp.ui.settings.machine_tab import MachineTab
from lessonapp.ui.speech.mark import LIGHT
from lessonapp.ui.stage.audit import State, faults_of, lesson_states, states_of
from lessonapp.ui.stage.render import render_png
from lessonapp.ui.stage.scene import StageScene
from lessonapp.ui.stage.text import TextItem
from lessonapp.ui.stage.theme import THEMES, theme_for
from lessonapp.ui.stage.tools.pen import inks
from lessonapp.ui.theme_fonts import load_fonts
from tests.ui.stage.specimen import specimen

WIDTH, HEIGHT = 800, 450
LINE = "Kể với người lớn em tin, hoặc gọi 111."
OFTEN = 0.06  # a colour that fills so much of a text's place is what stands behind it


def every_state(audience: Audience, language: str = "vi") -> Iterator[tuple[str, State]]:
    lesson = specimen(audience, language)
    yield from lesson_states(lesson, None, LINE)
    for step in lesson.steps():
        for state in states_of(lesson, step, help_line=LINE):
            yield step.id, state


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def distance(one: QColor, other: QColor) -> int:
    return sum(
        abs(a - b)
        for a, b in zip(
            (one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True
        )
    )


def behind(picture: QImage, item: TextItem) -> list[QColor]:
    """The colours behind a text, as they were painted."""
    ink = item.ink_rect()
    scale = WIDTH / 1600
    box = QRect(
        int(ink.x() * scale), int(ink.y() * scale), int(ink.width() * scale), int(ink.height() * scale)
    )
    box = box.intersected(picture.rect())
    crop = picture.copy(box).convertToFormat(QImage.Format.Format_RGB32)
    pixels = Counter(memoryview(crop.constBits()).cast("I"))
    total = sum(pixels.values())
    colours = [QColor(pixel & 0xFFFFFF) for pixel, count in pixels.items() if count >= OFTEN * total]
    return [colour for colour in colours if distance(colour, item.colour) > 90]


def test_black_on_white_is_measured_as_21_to_1() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#667685"), QColor("#FFFFFF")) == pytest.approx(4.7, abs=0.1)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_text_in_high_contrast_stands_out_by_7_to_1_and_more(
    audience: Audience, qapp: QApplication
) -> None:
    load_fonts()
    scene = StageScene(reduce_motion=True)
    measured, weak = [], []
    for step, state in every_state(audience):
        scene.show_model(replace(state.model, high_contrast=True), animate=False)
        picture = render_png(scene, WIDTH, HEIGHT)
        for item in scene.texts:
            for colour in behind(picture, item):
                ratio = contrast(item.colour, colour)
                measured.append(ratio)
                if ratio < 7:
                    weak.append(
                        f"{step} {state.name}: {item.text[:30]!r} {item.colour.name()} on {colour.name()}"
                    )
    assert weak == []
    assert len(measured) > 200
    assert sum(ratio >= 11 for ratio in measured) > 0.9 * len(measured)


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("clear", "large"), [(True, False), (False, True), (True, True)])
def test_nothing_is_cut_or_covered_in_high_contrast_or_with_larger_text(
    audience: Audience, language: str, clear: bool, large: bool, qapp: QApplication
) -> None:
    load_fonts()
    scene = StageScene(reduce_motion=True)
    faults = []
    for step, state in every_state(audience, language):
        model = replace(state.model, high_contrast=clear, large_text=large)
        scene.show_model(model, animate=False)
        faults += [(step, state.name, *fault) for fault in faults_of(scene)]
    assert faults == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_theme_keeps_its_audience_and_is_stronger_in_every_colour(audience: Audience) -> None:
    plain, clear = THEMES[audience].palette, theme_for(audience, high_contrast=True).palette
    assert clear.radius == plain.radius
    white = QColor(clear.paper)
    for name in ("primary", "muted", "ink"):
        assert contrast(QColor(getattr(clear, name)), white) >= max(
            10.0, contrast(QColor(getattr(plain, name)), QColor(plain.paper)) - 0.01
        )
    assert contrast(QColor(clear.ink), QColor(clear.accent)) >= 7
    assert contrast(QColor(clear.line), white) >= 4.5
    assert theme_for(audience) is THEMES[audience]


def test_larger_text_is_larger(qapp: QApplication) -> None:
    load_fonts()
    scene = StageScene(reduce_motion=True)
    grown = 0
    for _step, state in every_state("grades-6-9"):
        sizes = []
        for large in (False, True):
            scene.show_model(replace(state.model, large_text=large), animate=False)
            sizes.append({box.text: box.px for box in scene.text_boxes()})
        both = sizes[0].keys() & sizes[1].keys()  # of a comic fewer panels may be shown at once
        usual, larger = (sum(known[text] for text in both) for known in sizes)
        assert larger >= usual
        grown += larger > usual
    assert grown > 20


def test_a_class_or_the_machine_asks_for_it(qapp: QApplication, tmp_path: Path) -> None:
    dialog = ClassDialog(SchoolClass(label="4A", seats=30))
    dialog.high_contrast.click()
    assert dialog.value().high_contrast
    dialog.deleteLater()
    tab = MachineTab()
    tab.set_settings(Settings(high_contrast=True, volume=70))
    assert tab.settings(Settings(volume=70)) == Settings(high_contrast=True, volume=70)
    tab.deleteLater()
    save_settings(tmp_path, Settings(high_contrast=True, volume=70, muted=True, speech_speed="slow"))
    assert load_settings(tmp_path) == Settings(high_contrast=True, volume=70, muted=True, speech_speed="slow")
    (tmp_path / "settings.json").write_text(
        '{"volume": true, "muted": 1, "speech_speed": "x", "high_contrast": 3}'
    )
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("clear", [False, True])
def test_words_stay_readable_while_they_are_marked_and_on_the_tools_cards(
    audience: Audience, clear: bool
) -> None:
    theme = theme_for(audience, high_contrast=clear)
    words = {theme.palette.ink, theme.palette.primary, theme.palette.muted, theme.title_ink, OK, DANGER}
    for colour in words:
        assert contrast(QColor(colour), QColor(LIGHT)) >= 7, colour
        assert contrast(QColor(colour), QColor("#FFFFFF")) >= 7, colour


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_ink_of_the_pen_is_seen_on_every_paper(audience: Audience) -> None:
    palette = THEMES[audience].palette
    for ink in inks():
        for paper in (palette.paper, palette.soft, "#FFFFFF"):
            assert contrast(QColor(ink.colour), QColor(paper)) >= 4.5
