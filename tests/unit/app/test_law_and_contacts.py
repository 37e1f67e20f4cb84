"""What a teacher is told of the law behind a lesson, and what `doctor` says of its age and of contacts."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from lessonapp.app.doctor import examine
from lessonapp.app.home import lesson_details
from lessonapp.app.workspace import Workspace, local_now
from lessonapp.content.law import law_pack
from lessonapp.domain.school import Contact, School
from lessonapp.i18n import set_language
from tests.builders import lesson


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


def test_details_name_every_act_once_and_when_it_was_checked() -> None:
    told = lesson_details(lesson(sources=("H1", "L4", "L5", "L13"))).law
    assert [line.replace("\u00a0", " ") for line in told] == [
        "Decree on the Law on Children 56/2017/NĐ-CP, in force from 1 Jul 2017",
        "Decree on penalties for personal data 330/2026/NĐ-CP",  # no day: it was not confirmed
        "Last checked: 23 Nov 2026",
    ]
    assert lesson_details(lesson(sources=("H1",))).law == ()


def test_a_pack_that_nobody_checked_for_a_year_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    late = datetime.combine(law_pack().checked + timedelta(days=400), time(), UTC)
    monkeypatch.setattr("lessonapp.app.home.local_now", lambda: late)
    last = lesson_details(lesson(sources=("L4",))).law[-1]
    assert "over a year ago. Make sure it still holds before you cite it." in last


def test_a_pack_is_old_after_a_year() -> None:
    pack = law_pack()
    assert not pack.is_stale(pack.checked + timedelta(days=365))
    assert pack.is_stale(pack.checked + timedelta(days=366))


@pytest.mark.qt_log_ignore("Error loading text-to-speech plug-in")  # where the system has no speech service
def test_doctor_counts_contacts_that_nobody_checked(tmp_path: Path) -> None:
    assert examine(tmp_path)["contacts"]["ok"]
    workspace = Workspace(tmp_path)
    today = local_now().date()
    old = Contact(role="Trạm Y tế xã", checked=today - timedelta(days=400))
    workspace.store.save_school(School(contacts=(old, Contact(role="Cô tư vấn", checked=today))))
    workspace.close()
    found = examine(tmp_path)
    assert (found["contacts"]["ok"], found["contacts"]["stale"]) == (False, 1)
    assert "1 contact not checked for a year" in found["contacts"]["text"]
    assert found["law"]["checked"] == law_pack().checked.isoformat()


@pytest.mark.qt_log_ignore("Error loading text-to-speech plug-in")  # where the system has no speech service
def test_doctor_goes_on_where_one_thing_cannot_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "lessonapp.sqlite").mkdir()
    found = examine(tmp_path)
    assert {name for name in ("database", "contacts", "law", "clock") if not found[name]["ok"]} == {
        "database",
        "contacts",
    }
    assert all(finding["text"] for finding in found.values())
