"""Files written whole or not at all, and the settings that are kept so."""

from pathlib import Path

import pytest

from lessonapp.settings import Settings, load_settings, save_settings
from lessonapp.writing import write_whole


def test_a_file_is_made_with_its_folder_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    write_whole(path, b"old")
    write_whole(path, b"new", lasting=False)
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_what_cannot_take_its_place_leaves_nothing_behind_and_names_it(tmp_path: Path) -> None:
    path = tmp_path / "taken"
    path.mkdir()
    with pytest.raises(IsADirectoryError) as refused:
        write_whole(path, b"new")
    assert Path(str(refused.value.filename2)) == path
    assert list(tmp_path.iterdir()) == [path]


def test_settings_stay_what_they_were_where_the_disk_refuses(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(IsADirectoryError):
        save_settings(tmp_path, Settings())
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


def test_a_folder_with_a_name_in_another_encoding_is_remembered(tmp_path: Path) -> None:
    settings = Settings(save_folder="/media/b\udce0i", last_class="4Đ")
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == settings
    assert "4Đ" in (tmp_path / "settings.json").read_text("utf-8")
