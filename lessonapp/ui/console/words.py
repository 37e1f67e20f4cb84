"""What the big button says, and other words of the console."""

from typing import cast

from lessonapp.domain.answer import takes_hands
from lessonapp.domain.events import Channel
from lessonapp.domain.lesson import Lesson
from lessonapp.domain.route import Action
from lessonapp.domain.state import Respondent, SessionState
from lessonapp.domain.step import BranchStep, PollStep, Step, is_round_step, step_title
from lessonapp.domain.tally import Tally, in_teams
from lessonapp.i18n import _, n_
from lessonapp.session.lesson_session import LessonSession
from lessonapp.ui.widgets.words import channel_name


def action_words(action: Action, lesson: Lesson, step: Step | None) -> tuple[str, str]:
    """The big button: what it will do, and where that leads (may be empty)."""
    vote = isinstance(step, PollStep | BranchStep)
    match action.kind:
        case "start" | "next":
            target = step_title(lesson.step(action.step or ""))
            return (_("Begin") if action.kind == "start" else _("Next step")), target
        case "more":
            return _("Show more"), ""
        case "open":
            return (_("Start the vote") if vote else _("Start the question")), ""
        case "close":
            return (_("Close the vote") if vote else _("Close the question")), ""
        case "reveal":
            return (_("Show the result") if vote else _("Show the answer")), ""
        case "resume":
            return _("Resume the lesson"), ""
    return _("End the lesson"), ""


def reveal_words(session: LessonSession) -> str:
    """The button beside Continue that shows the answer or hides it; empty where Continue does just that."""
    step, state = session.step, session.state
    if step is None or not is_round_step(step) or state.round is None or state.status != "running":
        return ""
    vote = isinstance(step, PollStep | BranchStep)
    if state.phase == "revealed":
        return _("Hide the result") if vote else _("Take back")
    if session.action.kind == "reveal":
        return ""
    return _("Show the result") if vote else _("Show the answer")


def refusal_words(status: str, respondent: Respondent) -> str:
    """Why a click on the stage did not count, and what to do; empty where the teacher knows already."""
    seat, team = respondent
    if status == "unknown-seat" and seat:
        return _("Seat {n} is still marked absent, so this click was not taken.").format(n=seat)
    if status == "unknown-seat" and team:
        return _("There is no team {n} any more. Choose who answers.").format(n=team)
    if status in ("not-open", "closed"):
        return _("The question is not open now, so the click does not count.")
    if status == "unknown-choice":
        return _("The answer is not whole yet: place every part first.")
    return ""


def answered_words(step: Step, counted: Tally, state: SessionState, audience: str) -> str:
    """What the big number counts."""
    if in_teams(step, state.round, state):
        return _("teams have answered")
    if counted.asked == 1 and state.channel == "screen" and len(state.present) > 1:
        return _("answer of the whole class")
    return _("people have answered") if audience == "adults" else _("pupils have answered")


def channel_hint(step: Step | None, state: SessionState, audience: str) -> str:
    """How the class answers this step, in one sentence; once it is closed, how to put an answer right."""
    if step is None:
        return ""
    if state.phase in ("closed", "revealed"):
        return _closed_hint(step, state)
    adults = audience == "adults"
    if state.channel in ("hands", "cards") and not takes_hands(step):
        if adults:
            return _("One person comes to the screen, the others direct. Click on the picture of the stage.")
        return _("One pupil comes to the screen, the class directs. Click on the picture of the stage.")
    if state.channel == "web":
        if adults:
            return _(
                "Everyone answers on a phone or computer. For those without one switch to Hands or Screen: "
                "the phones stay in."
            )
        return _(
            "Each pupil answers on a phone or lab PC. For those without one switch to Hands or Screen: "
            "the phones stay in."
        )
    if state.channel == "hands":
        if adults:
            return _("Ask everyone for hands, option by option, and type the numbers.")
        return _("Ask for hands, option by option, and type the numbers.")
    if state.channel == "cards":
        if adults:
            return _("Ask everyone for cards: the letter of the answer on the upper edge.")
        return _("Ask for cards: the letter of the answer on the upper edge.")
    return _("Whoever is at the board clicks the answer on the stage.")


def _closed_hint(step: Step, state: SessionState) -> str:
    if takes_hands(step) and state.channel == "hands":
        return _("Miscounted? Type the number again, the result follows.")
    if takes_hands(step) and state.channel == "cards":
        return _("A card was misread? Click its seat and choose the answer.")
    return _("No more answers are taken now.")


def ways_line(counted: Tally) -> str:
    """How many answered in which way, where there is more than one."""
    ways = {way: n for way, n in counted.by_channel.items() if n}
    if len(ways) < 2:
        return ""
    return " · ".join(f"{channel_name(cast(Channel, way))} {n}" for way, n in ways.items())


def here_words(audience: str) -> str:
    """Under the big number while nothing is asked."""
    return _("people in the lesson") if audience == "adults" else _("pupils in the lesson")


def seats_line(state: SessionState, audience: str) -> str:
    """How many are here, and how many are missing."""
    here, missing = len(state.present), len(state.ever_present - state.present)
    if audience == "adults":
        text = n_("{n} person here", "{n} people here", here).format(n=here)
    else:
        text = n_("{n} pupil here", "{n} pupils here", here).format(n=here)
    return text + (" · " + _("{n} missing").format(n=missing) if missing else "")
