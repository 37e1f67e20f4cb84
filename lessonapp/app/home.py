"""What Home and the sessions page show, out of lessons, classes and the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from lessonapp.app.bulletins import alert_days, alert_line, bulletins, has_ended
from lessonapp.app.workspace import Workspace, local_now
from lessonapp.domain.grades import audience_of
from lessonapp.domain.look import AUDIENCES, Audience
from lessonapp.domain.replay_ids import base_of
from lessonapp.i18n import _, language
from lessonapp.ui.home.model import HomeModel, LessonCard, LessonDetails, ReadyLine, RecentSession
from lessonapp.ui.widgets.words import day_text

if TYPE_CHECKING:
    from lessonapp.content.entry import LessonEntry
    from lessonapp.domain.lesson import Lesson
    from lessonapp.domain.school import School, SchoolClass
    from lessonapp.domain.session_info import SessionInfo
    from lessonapp.ui.results.plan_model import ClassPlan

RECENT = 12


def lesson_cards(
    entries: Sequence[LessonEntry],
    taught: Counter[str],
    own: Audience | None = None,
    today: date | None = None,
) -> tuple[LessonCard, ...]:
    """The lessons as cards, in the language of the interface where they have it; one's own audience first."""
    tongue = language()
    now = today or local_now().date()
    return tuple(
        LessonCard(
            id=entry.id,
            title=entry.title(tongue),
            topic=entry.topic,
            audience=entry.band,
            minutes=entry.minutes,
            steps=entry.steps,
            taught=taught[entry.id],
            search=entry.search_key,
            folder=entry.folder,
            faults=() if tongue in entry.files else tuple(fault.in_folder for fault in entry.faults),
            flaws=flaws_of(entry),
            alert=alert_days(entry.date, entry.expires, now),
            ended=has_ended(entry.expires, now),
        )
        for entry in sorted(entries, key=lambda entry: _place(entry, own, now))
    )


def flaws_of(entry: LessonEntry) -> tuple[str, ...]:
    """What is wrong with a lesson's files though it can be taught in the language of the interface."""
    return tuple(fault.in_folder for fault in entry.faults) if language() in entry.files else ()


def _place(entry: LessonEntry, own: Audience | None, today: date) -> tuple[bool, bool, int, bool, bool, str]:
    """By audience; in each help-seeking before risk, then bulletins; those that ended come last of all."""
    band = AUDIENCES.index(entry.audience) if entry.audience in AUDIENCES else len(AUDIENCES)
    ended = has_ended(entry.expires, today)
    return ended, entry.audience != own, band, entry.date is not None, entry.topic != "help", entry.id


def first_model(workspace: Workspace) -> HomeModel:
    """Home before the database is open: the lessons last known, which the teacher looks for first.

    What changed on the disk since is looked for after the first picture.
    """
    roots = workspace.existing_roots()
    entries = workspace.index.remembered(roots) or workspace.index.entries(roots)
    return HomeModel(
        teacher="",
        classes=(),
        chosen_class=workspace.settings.last_class,
        lessons=lesson_cards(entries, Counter(), audience_of(workspace.settings.last_class)),
        sessions=(),
        ready=(),
        loading=True,
    )


def home_model(workspace: Workspace, chosen: str, plans: Sequence[ClassPlan] = ()) -> HomeModel:
    """Everything Home shows."""
    from lessonapp.app.help_lines import stale_contacts  # not needed for the first picture
    from lessonapp.app.results import known_titles

    school, classes = workspace.store.school(), workspace.store.classes()
    infos = workspace.journal.sessions()
    label = chosen if any(c.label == chosen for c in classes) else (classes[0].label if classes else "")
    taught = Counter(info.lesson for info in infos if info.class_label == label and info.step is not None)
    entries = workspace.index.entries(workspace.existing_roots())
    own = next((c.audience for c in classes if c.label == label), None) or audience_of(label)
    today = local_now().date()
    titles = known_titles(entries)
    return HomeModel(
        teacher=school.teacher,
        classes=classes,
        chosen_class=label,
        lessons=lesson_cards(entries, taught, own),
        sessions=tuple(recent(workspace, info, titles) for info in infos[:RECENT]),
        ready=ready_lines(school, classes),
        stale_contacts=stale_contacts(school, today),
        plan=next((plan for plan in plans if plan.label == label), None),
        bulletins=bulletins(entries, own, today),
    )


def recent(workspace: Workspace, info: SessionInfo, titles: Mapping[str, str]) -> RecentSession:
    """A session for the list; of open ones also where they stopped."""
    from lessonapp.app.results import session_title
    from lessonapp.domain.pacing import pacing  # the session model is not needed to paint Home
    from lessonapp.domain.state import replay

    number, count, left = 0, 0, 0
    if info.closed is None:
        lesson = _lesson(workspace, info)
        state = replay(workspace.journal.events(info.id))
        if lesson is not None and state is not None:
            steps = [step.id for step in lesson.steps(state.block)]
            number = steps.index(info.step) + 1 if info.step in steps else 0
            count = len(steps)
            pace = pacing(lesson, state, state.last_at)
            left = max(round((pace.total - pace.planned) / 60), 0)
    return RecentSession(
        id=info.id,
        title=session_title(info.lesson, info.title, titles),
        class_label=info.class_label,
        opened=info.opened.astimezone(),
        last=info.last.astimezone(),
        open=info.closed is None,
        step_number=number,
        step_count=count,
        minutes_left=left,
        lesson=info.lesson,
    )


def ready_lines(school: School, classes: Sequence[SchoolClass]) -> tuple[ReadyLine, ...]:
    """Whether everything is there to teach."""
    screens = QGuiApplication.screens()
    lines = []
    if len(screens) > 1:
        other = next(s for s in screens if s is not QGuiApplication.primaryScreen())
        size = other.geometry().size() * other.devicePixelRatio()
        lines.append(ReadyLine(True, _("Projector {w} × {h}").format(w=size.width(), h=size.height())))
    else:
        lines.append(ReadyLine(False, _("One screen: plug the projector in, or teach on this one")))
    lines.append(
        ReadyLine(
            bool(classes),
            _("Class set up") if classes else _("No class yet: a name such as 4A, and the number of pupils"),
        )
    )
    if not school.contacts:
        lines.append(ReadyLine(True, _("Help card: 111 and a trusted adult")))
    else:
        lines.append(ReadyLine(True, _("Help card: 111 and the school’s contacts")))
    return tuple(lines)


def _lesson(workspace: Workspace, info: SessionInfo) -> Lesson | None:
    """The lesson of a session; None where it is gone or has become faulty."""
    entries = workspace.index.entries(workspace.existing_roots())
    base = base_of(info.lesson)
    entry = next((e for e in entries if e.id == base and not e.faulty), None)
    return workspace.lesson(info.lesson, info.language).lesson if entry is not None else None


def lesson_details(lesson: Lesson, flaws: tuple[str, ...] = ()) -> LessonDetails:
    """What a teacher reads about a lesson before choosing it."""
    return LessonDetails(
        id=lesson.id,
        title=lesson.title,
        audience=lesson.audience,
        minutes=lesson.minutes,
        key_message=lesson.key_message,
        objectives=lesson.objectives,
        materials=lesson.materials,
        before=lesson.teacher.before,
        caution=lesson.teacher.caution,
        steps=tuple((block.title, sum(s.minutes for s in block.steps)) for block in lesson.blocks),
        law=tuple(_law_lines(lesson)),
        alert=alert_line(lesson.date, lesson.expires, local_now().date()),
        ended=has_ended(lesson.expires, local_now().date()),
        flaws=flaws,
    )


def _law_lines(lesson: Lesson) -> Iterator[str]:
    """Every act that the lesson rests on: name, number, in force from; then when the law was last checked."""
    from lessonapp.content.law import law_pack  # Home is painted without it

    pack = law_pack()
    acts = pack.acts_behind(lesson.sources)
    for act in acts:
        name = f"{act.text(language())} {act.number}"
        yield (
            _("{law}, in force from {day}").format(law=name, day=day_text(act.in_force))
            if act.in_force
            else name
        )
    if acts:
        if pack.is_stale(local_now().date()):
            yield _(
                "Last checked: {day}, over a year ago. Make sure it still holds before you cite it."
            ).format(day=day_text(pack.checked))
        else:
            yield _("Last checked: {day}").format(day=day_text(pack.checked))
