"""The lessons that come with the program pass the strict check without a single warning."""

from lessonapp.content.check import check_paths
from lessonapp.settings import lessons_folder


def test_the_library_is_whole() -> None:
    assert list(map(str, check_paths([lessons_folder()], strict=True))) == []
