"""The cast: every mood has a look of its own, and grown-ups stand taller than children."""

from typing import get_args

import pytest

from lessonapp.domain.scene import Mood
from lessonapp.settings import resources_folder
from lessonapp.ui.pictures import mascot_svg, natural_size, svg_pixmap
from lessonapp.ui.stage.cast import POSES, sao
from lessonapp.ui.stage.composition import GROUND, SKY, WALL
from lessonapp.ui.stage.gallery import POSES as SHOWN
from lessonapp.ui.stage.props import OWN, picture_of, prop_codes


def test_sao_has_a_look_for_every_mood(qapp: object) -> None:
    moods = get_args(Mood)
    assert set(POSES) == set(moods)
    assert len({sao(mood) for mood in moods}) == len(moods)
    faces = {bytes(svg_pixmap(mascot_svg(POSES[mood]), 272, 334).toImage().constBits()) for mood in moods}
    assert len(faces) == len(moods), "no two of them are painted alike"


@pytest.mark.parametrize("pose", sorted({*SHOWN, *POSES.values()}))
def test_every_pose_stands_in_the_same_box(qapp: object, pose: str) -> None:
    assert natural_size(mascot_svg(pose)) == (272, 334)
    drawn = svg_pixmap(mascot_svg(pose), 272, 334).toImage()
    feet = [drawn.pixelColor(x, 318).alpha() for x in (114, 158)]
    assert feet == [255, 255], "both hooves stand at the same height"
    assert pose in SHOWN, "it can be looked at in the gallery"


def test_every_thing_can_be_drawn_and_every_drawing_is_a_thing(qapp: object) -> None:
    for slug in prop_codes():
        wide, tall = natural_size(picture_of(slug))
        assert wide == tall == 72, slug
    own = {slug for slug, code in prop_codes().items() if code == OWN}
    assert own == {file.stem for file in (resources_folder() / "props").glob("*.svg")}
    assert prop_codes().keys() >= GROUND | WALL | SKY
