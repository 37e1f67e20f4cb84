"""Starting, taking up, ending and deleting lessons, and what is printed of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QPixmap

from lessonapp.app.files import start_folder
from lessonapp.domain.errors import LessonAppError, TeacherError
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.look import USUAL_SEATS
from lessonapp.domain.text import NBSP
from lessonapp.i18n import _, language

if TYPE_CHECKING:  # Home is painted before any of these is imported
    from lessonapp.app.program import Presenting, Program
    from lessonapp.app.teaching import Teaching
    from lessonapp.content.reader import LoadedLesson
    from lessonapp.domain.events import Channel
    from lessonapp.session.lesson_session import LessonSession
    from lessonapp.ui.cards.model import CameraSetting
    from lessonapp.ui.home.page import HomePage
    from lessonapp.ui.home.start_dialog import StartChoice, StartOffer
    from lessonapp.ui.results.page import ResultsPage
    from lessonapp.ui.stage_models import StageSetting


class Lessons(QObject):
    """What the pages ask for that has to do with a lesson."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._workspace = program.workspace
        self.teaching: Teaching | None = None
        self.audible = False
        """Whether loudspeaker and voice are used: where a person opened the window."""
        self._then = ""

    def connect_home(self, home: HomePage) -> None:
        """Listen to a newly built Home."""
        home.start_requested.connect(self.start)
        home.rehearse_requested.connect(lambda lesson: self.start(lesson, rehearse=True))
        home.open_details_requested.connect(self.show_details)
        home.faults_requested.connect(home.show_faults)
        home.finish_requested.connect(self.finish)
        home.replay_requested.connect(self.replay)
        self.connect_sessions(home)

    def connect_sessions(self, page: HomePage | ResultsPage) -> None:
        """Listen to a page that lists sessions."""
        page.resume_requested.connect(self.resume)
        page.print_requested.connect(self.preview)
        page.delete_requested.connect(self.delete)

    def start(self, lesson_id: str, *, rehearse: bool = False) -> None:
        """Ask how, with everything chosen already, and teach."""
        from lessonapp.app.before import may_begin
        from lessonapp.ui.home.start_dialog import StartDialog
        from lessonapp.ui.widgets.dialog import accepted

        school_class = self._program.school_class()
        if school_class is None and not rehearse:
            if not self._program.add_class():
                return
            school_class = self._program.school_class()
        try:
            loaded = self._workspace.lesson(lesson_id)
        except LessonAppError as error:
            self._program.tell(error)
            return
        label = school_class.label if school_class is not None else ""
        seats = school_class.seats if school_class is not None else USUAL_SEATS
        channel = school_class.channel if school_class is not None else "hands"
        dialog = StartDialog(self._offer(loaded, label, seats, channel, rehearse), self._program.window)
        if not accepted(dialog):
            return
        choice = dialog.value()
        if not choice.rehearse and not may_begin(self._program, loaded):
            return
        try:
            self._begin(choice, label or _("Rehearsal"), seats)
        except LessonAppError as error:
            self._program.tell(error)

    def replay(self, replay_id: str, then: str = "") -> None:
        """Ask two questions of an earlier lesson again; `then` is the lesson that goes on after them."""
        self._then = ""
        self.start(replay_id)
        self._then = then if self.teaching is not None else ""

    def present(self, wanted: Presenting) -> None:
        """Open a lesson at once, as the command line asks."""
        from lessonapp.app.before import may_begin
        from lessonapp.session.log import Opening

        loaded = self._workspace.lesson(wanted.lesson, language())
        known = self._workspace.store.school_class(wanted.class_label)
        if wanted.block is not None and all(b.id != wanted.block for b in loaded.lesson.blocks):
            ids = ", ".join(b.id for b in loaded.lesson.blocks)
            text = _("The lesson has no block “{block}”; it has: {ids}.").format(block=wanted.block, ids=ids)
            raise TeacherError(text)
        if not may_begin(self._program, loaded):
            return
        opening = Opening(
            class_label=wanted.class_label or self._program.chosen_class,
            seats=wanted.seats or (known.seats if known is not None else USUAL_SEATS),
            channel=wanted.channel or (known.channel if known is not None else "hands"),
            block=wanted.block,
        )
        self.teach(self._workspace.begin(loaded, opening), loaded, windowed=wanted.windowed)

    def resume(self, session_id: str) -> None:
        """Take a session up at the step where it stopped."""
        try:
            session, loaded = self._workspace.take_up(session_id)
        except LessonAppError as error:
            self._program.tell(error)
            return
        session.resume()
        self.teach(session, loaded)

    def finish(self, session_id: str) -> None:
        """Close a session that was left open, and show its summary."""
        try:
            session, _loaded = self._workspace.take_up(session_id)
        except LessonAppError as error:
            self._program.tell(error)
            return
        session.end()
        self._workspace.holding.let_go(session.state.id)
        self._program.refresh()
        self.preview(session_id)

    def delete(self, session_id: str) -> None:
        """Delete a mistaken session, after asking once with its name."""
        try:
            info = self._workspace.session_info(session_id)
            self._workspace.hold(info.id)
            self._workspace.holding.let_go(info.id)
        except LessonAppError as error:
            self._program.tell(error)
            return
        from lessonapp.app.results import known_titles, session_title
        from lessonapp.app.workspace import local_now
        from lessonapp.ui.widgets.confirm import confirm
        from lessonapp.ui.widgets.words import class_name, when_text

        titles = known_titles(self._workspace.index.entries(self._workspace.existing_roots()))
        which = (
            _("“{title}”").format(title=session_title(info.lesson, info.title, titles)),
            class_name(info.class_label),
            when_text(info.opened, local_now()).replace(" ", NBSP),
        )
        if confirm(
            self._program.window,
            _("Delete this session?"),
            " · ".join(which) + "\n" + _("Its answers and its report go for good."),
            _("Delete the session"),
            _("Keep it"),
        ):
            self._program.attempt(lambda: self._workspace.journal.delete(info.id))

    def teach(
        self, session: LessonSession, loaded: LoadedLesson, *, rehearsal: bool = False, windowed: bool = False
    ) -> None:
        """Open stage and console of a session; Home waits behind them."""
        from lessonapp.app.devices import machine_devices
        from lessonapp.app.phones import Phones
        from lessonapp.app.teaching import Teaching  # the stage is not needed to paint Home
        from lessonapp.app.web_facts import web_facts

        setting = self.setting(loaded, session.state.opened.class_label)
        teaching = Teaching(
            session,
            setting,
            self._workspace.settings,
            rehearsal=rehearsal,
            windowed=windowed,
            devices=machine_devices() if self.audible else None,
        )
        if not rehearsal:
            journal = self._workspace.journal
            journal.on_failure = teaching.controller.saving_failed
            if journal.failure is not None:
                teaching.controller.saving_failed(journal.failure)
        label = session.state.opened.class_label
        teaching.phones = Phones(teaching, lambda: web_facts(self._workspace, loaded, label))
        teaching.finished.connect(self._on_finished)
        teaching.screens_remembered.connect(self._on_screens)
        teaching.settings_chosen.connect(self._on_settings)
        teaching.cards.setting_chosen.connect(self._on_camera)
        teaching.cards.print_requested.connect(lambda: self._program.cards.ask(teaching.console))
        self.teaching = teaching
        self._program.app.setQuitOnLastWindowClosed(False)
        self._program.window.hide()
        teaching.start()

    def setting(self, loaded: LoadedLesson, class_label: str) -> StageSetting:
        """What surrounds a lesson on the stage."""
        from lessonapp.app.help_lines import help_line  # not needed for the first picture
        from lessonapp.ui.stage_models import StageSetting

        lesson = loaded.lesson
        known = self._workspace.store.school_class(class_label)
        return StageSetting(
            folder=loaded.folder,
            large_text=known is not None and known.large_text,
            high_contrast=self._workspace.settings.high_contrast
            or (known is not None and known.high_contrast),
            contacts=self._workspace.contacts(loaded),
            help_line=help_line(lesson.audience, lesson.language, self._workspace.store.school().police),
        )

    def preview(self, session_id: str) -> None:
        """Show the summary of a session; save and print from there."""
        from lessonapp.app.documents import session_pdf, summary_name
        from lessonapp.ui.results.preview import PdfPreview

        try:
            info = self._workspace.session_info(session_id)
            pdf = session_pdf(self._workspace, session_id, info.language)
        except LessonAppError as error:
            self._program.tell(error)
            return
        day = info.opened.astimezone().date().isoformat()
        name = summary_name(day, info.class_label, info.lesson, info.language)
        folder = start_folder(self._workspace.settings)
        dialog = PdfPreview(pdf, name, folder, self._program.window, info.language)
        dialog.offer_sheet(lambda: self._program.desk.save_session_sheet(session_id))
        dialog.language_requested.connect(
            lambda tongue: dialog.set_content(
                session_pdf(self._workspace, session_id, tongue),
                summary_name(day, info.class_label, info.lesson, tongue),
            )
        )
        dialog.save_requested.connect(lambda path: self._program.desk.save_shown(dialog, Path(path)))
        dialog.open()

    def show_details(self, lesson_id: str) -> None:
        """What a teacher reads about a lesson before choosing it."""
        from lessonapp.app.home import flaws_of, lesson_details

        try:
            loaded = self._workspace.lesson(lesson_id)
            entry = self._workspace.index.resolve(lesson_id, self._workspace.existing_roots())
        except LessonAppError as error:
            self._program.tell(error)
            return
        self._program.home.show_details(lesson_details(loaded.lesson, flaws_of(entry)))

    def cover(self, lesson_id: str, size: QSize) -> QPixmap | None:
        """The title picture of a lesson."""
        from lessonapp.ui.stage.model import StageModel
        from lessonapp.ui.stage.render import render_png
        from lessonapp.ui.stage.scene import StageScene

        try:
            loaded = self._workspace.lesson(lesson_id)
        except LessonAppError:
            return None
        scene = StageScene(reduce_motion=True)
        step = next((s for s in loaded.lesson.steps() if s.kind == "title"), None)
        scene.show_model(StageModel(lesson=loaded.lesson, folder=loaded.folder, step=step), animate=False)
        return QPixmap.fromImage(render_png(scene, size.width(), size.height()))

    def _offer(
        self, loaded: LoadedLesson, label: str, seats: int, channel: Channel, rehearse: bool
    ) -> StartOffer:
        from lessonapp.app.bulletins import alert_line, has_ended
        from lessonapp.app.workspace import local_now
        from lessonapp.ui.home.start_dialog import BlockOffer, StartOffer

        lesson = loaded.lesson
        base = self._workspace.base_lesson(lesson.id)
        entry = self._workspace.index.resolve(base, self._workspace.existing_roots())
        others = [tongue for tongue in LANGUAGES if tongue in entry.paths and tongue != lesson.language]
        today = local_now().date()
        return StartOffer(
            lesson_id=lesson.id,
            title=lesson.title,
            minutes=lesson.minutes,
            class_label=label,
            seats=seats,
            blocks=tuple(BlockOffer(b.id, b.title, sum(s.minutes for s in b.steps)) for b in lesson.blocks),
            languages=(lesson.language, *others),
            channel=channel,
            rehearse=rehearse,
            alert=alert_line(lesson.date, lesson.expires, today),
            ended=has_ended(lesson.expires, today),
        )

    def _begin(self, choice: StartChoice, label: str, seats: int) -> None:
        from lessonapp.session.log import Opening

        loaded = self._workspace.lesson(choice.lesson_id, choice.language)
        opening = Opening(class_label=label, seats=seats, channel=choice.channel, block=choice.block)
        session = self._workspace.begin(loaded, opening, rehearsal=choice.rehearse)
        self.teach(session, loaded, rehearsal=choice.rehearse)

    def _on_finished(self, how: str) -> None:
        teaching, self.teaching = self.teaching, None
        if teaching is None:
            return
        state, rehearsal = teaching.controller.session.state, teaching.rehearsal
        session_id = state.id
        self._program.unsaved.watch()
        self._workspace.holding.let_go(session_id)
        if not rehearsal:
            self._remember_channel(state.opened.class_label, state.channel)
        teaching.close()
        teaching.deleteLater()
        self._program.app.setQuitOnLastWindowClosed(True)
        self._program.window.show()
        self._program.refresh()
        then, self._then = self._then, ""
        if how == "end" and then:
            self.start(then)
        elif how == "end" and not rehearsal:
            self.preview(session_id)

    def _remember_channel(self, label: str, channel: Channel) -> None:
        """The class answers next time as it did last."""
        known = self._workspace.store.school_class(label)
        if known is not None and known.channel != channel:
            try:
                self._workspace.store.save_class(known.model_copy(update={"channel": channel}))
            except LessonAppError as error:
                self._program.tell(error)

    def _on_settings(self, changes: dict[str, object]) -> None:
        from lessonapp.app.class_tools import chosen_settings

        self._program.keep(chosen_settings(self._workspace.settings, changes))

    def _on_camera(self, setting: CameraSetting) -> None:
        from lessonapp.app.cards import setting_texts

        self._program.keep(replace(self._workspace.settings, camera=setting_texts(setting)))

    def _on_screens(self, key: str, name: str) -> None:
        settings = self._workspace.settings
        remembered = {**settings.stage_screens, key: name}
        self._program.keep(replace(settings, stage_screens=remembered))
