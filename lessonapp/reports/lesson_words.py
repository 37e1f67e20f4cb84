"""What a lesson's steps and topic mean on paper: what pupils do, what comes of it, what a topic trains."""

from collections.abc import Iterator

from lessonapp.domain.lesson import Lesson, Topic
from lessonapp.domain.look import Audience
from lessonapp.domain.question import QuestionBase
from lessonapp.domain.step import Step, SummaryStep
from lessonapp.reports.words import Words

SECONDARY: tuple[Audience, ...] = ("grades-6-9", "grades-10-12")


def audience_name(audience: Audience, words: Words) -> str:
    """Grades 4–5, or adults."""
    if audience == "adults":
        return words.t("Adults")
    first, last = audience.removeprefix("grades-").split("-")
    return words.t("Grades {first}–{last}", first=first, last=last)


def pupils_do(step: Step, words: Words) -> str:
    """What the class does in a step."""
    does = {
        "title": words.t("Look at the board and get ready."),
        "slide": words.t("Look, listen, say it in their own words."),
        "story": words.t("Follow the story, read roles aloud, guess what comes next."),
        "chat": words.t("Read the messages and point out the warning signs."),
        "question": words.t("Think alone, choose an answer, listen to the reasons."),
        "poll": words.t("Say what they think or feel; every answer is good."),
        "branch": words.t("Vote for the path of the story and see what comes of it."),
        "discussion": words.t("Think, talk in pairs or groups, share with the class."),
        "activity": words.t("Do the activity together, away from the screen."),
        "pledge": words.t("Agree what to remember together, add a line of their own."),
        "help": words.t("Name who can help; remember the number 111."),
        "video": words.t("Watch the film with a question in mind."),
        "summary": words.t("Say the key message and what to tell at home."),
    }
    return does[step.kind]


def product(step: Step, words: Words) -> str:
    """What comes of a step."""
    if isinstance(step, QuestionBase):
        return {
            "pre": words.t("Answers before the lesson, not corrected yet"),
            "practice": words.t("Answers with reasons"),
            "exit": words.t("Answers after the lesson, to compare"),
        }[step.purpose]
    comes = {
        "story": words.t("What happened, told by pupils"),
        "chat": words.t("The warning signs found"),
        "poll": words.t("The class's opinions"),
        "branch": words.t("The chosen path and its consequences"),
        "discussion": words.t("Pupils' own ideas"),
        "activity": words.t("What the groups made or played"),
        "pledge": words.t("The class's lines to remember"),
        "help": words.t("People and places that help, by name of role"),
        "summary": words.t("The key message, said aloud"),
    }
    return comes.get(step.kind, "")


def qualities(topic: Topic, words: Words) -> tuple[str, ...]:
    """Which of the programme's five qualities (2018) a topic trains."""
    caring = words.t("Kindness: respects and supports others, on the screen too.")
    honest = words.t("Honesty: checks before believing or passing on, names the source.")
    diligent = words.t("Diligence: keeps to good habits with devices.")
    responsible = words.t("Responsibility: keeps self and others safe, asks for help in time.")
    trained = {
        "kindness": (caring, responsible),
        "friends": (caring, responsible),
        "recovery": (caring, responsible),
        "conduct": (caring, responsible),
        "harmful-content": (honest, responsible),
        "scams": (honest, responsible),
        "creating": (honest, responsible),
        "ai": (honest, responsible),
        "balance": (diligent, responsible),
    }
    return trained.get(topic, (responsible,))


def remembered(lesson: Lesson) -> tuple[str, ...]:
    """What the lesson's summary asks to remember; the key message where it has none."""
    lines = [line for step in lesson.steps() if isinstance(step, SummaryStep) for line in step.remember]
    return tuple(dict.fromkeys(lines)) or (lesson.key_message,)


def told_at_home(lesson: Lesson) -> Iterator[str]:
    """What the lesson asks to tell at home."""
    for step in lesson.steps():
        if isinstance(step, SummaryStep) and step.at_home:
            yield step.at_home


def paper_questions(lesson: Lesson) -> tuple[QuestionBase, ...]:
    """The questions of the quiz on paper: those asked after something was taught, else all."""
    asked = [step for step in lesson.steps() if isinstance(step, QuestionBase)]
    return tuple(q for q in asked if q.purpose != "pre") or tuple(asked)
