"""Captions are read from both kinds of file, whatever else the file holds."""

import pytest

from lessonapp.domain.captions import Cue, cue_at, cues_of

VTT = """\ufeffWEBVTT - Kho báu

NOTE
Ghi chú không phải lời thoại.

1
00:01.000 --> 00:03.500 align:middle
<v Mây>Ẩn số <b>này</b> là gì?
Ai gửi thế nhỉ?

00:00:04.000 --> 00:00:05.000
Khoan đã!
"""
SRT = VTT.split("\n\n", 2)[2].replace(".", ",").replace("\n", "\r\n")


def test_a_webvtt_file() -> None:
    assert cues_of(VTT) == (
        Cue(1.0, 3.5, "Ẩn số này là gì? Ai gửi thế nhỉ?"),
        Cue(4.0, 5.0, "Khoan đã!"),
    )


def test_a_subrip_file() -> None:
    assert [cue.text for cue in cues_of(SRT)] == ["Ẩn số này là gì? Ai gửi thế nhỉ?", "Khoan đã!"]


def test_hours_count() -> None:
    (cue,) = cues_of("01:02:03,250 --> 01:02:04,000\nMuộn rồi\n")
    assert (cue.start, cue.end) == (3723.25, 3724.0)


@pytest.mark.parametrize("text", ["", "WEBVTT\n\n", "không có gì", "00:05.000 --> 00:04.000\nlùi\n"])
def test_what_is_no_cue_is_passed_over(text: str) -> None:
    assert cues_of(text) == ()


@pytest.mark.parametrize(("second", "said"), [(0.9, None), (1.0, "a"), (2.5, "b"), (3.4, "b"), (3.6, None)])
def test_what_is_said_at_a_moment(second: float, said: str | None) -> None:
    found = cue_at((Cue(1, 3, "a"), Cue(2.5, 3.5, "b")), second)
    assert (found.text if found else None) == said
