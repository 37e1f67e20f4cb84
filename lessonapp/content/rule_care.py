"""Strict rules on care: sensitive lessons, law only as its pack allows, how a lesson's id places it."""

import re
from collections.abc import Iterator, Sequence

from lessonapp.content.faults import Fault, Place
from lessonapp.content.reader import LoadedLesson
from lessonapp.content.rule_questions import placed_steps
from lessonapp.content.rules import Rules, is_bulletin, is_law
from lessonapp.content.texts import strings
from lessonapp.domain.competences import LEVELS, competence_code
from lessonapp.domain.errors import problem
from lessonapp.domain.lesson import TOPICS
from lessonapp.domain.look import AUDIENCES
from lessonapp.domain.step import ActivityStep, Step
from lessonapp.domain.text import plain

FIRST_STEPS = 3
LAST_STEPS = 4
_CELL = re.compile(r"t(\d\d)-(a[1-4]|ad)")
_BANDS = ("a1", "a2", "a3", "a4", "ad")


def care_faults(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    """Faults of notices, endings, law and place in the curriculum."""
    if loaded.lesson.teacher.sensitive and not is_bulletin(loaded):
        yield from _sensitive(loaded, rules)
    yield from _law(loaded, rules)
    yield from _cell(loaded)
    yield from _cell_tags(loaded, rules)
    yield from _levels(loaded)


def _sensitive(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    steps = list(placed_steps(loaded))
    language = loaded.lesson.language
    if not _says(steps[:FIRST_STEPS], rules.wording.step_out[language]):
        what = problem(
            "a sensitive lesson says in its first {count} steps that anyone may step out; add a line like "
            "“{line}”",
            count=FIRST_STEPS,
            line="Em nào cần nghỉ thì ra góc bình yên." if language == "vi" else "You may step out any time.",
        )
        yield loaded.fault(steps[0][0], what, code="sensitive")
    last = steps[-LAST_STEPS:]
    calm = any(isinstance(step, ActivityStep) and step.mode == "calm" for _place, step in last)
    if not calm and not _says(last, rules.wording.calm[language]):
        what = problem(
            "a sensitive lesson ends calm; among its last {count} steps write an activity with `mode: calm`, "
            "or a slow breath",
            count=LAST_STEPS,
        )
        yield loaded.fault(steps[-1][0], what, code="sensitive")


def _says(steps: Sequence[tuple[Place, Step]], words: re.Pattern[str]) -> bool:
    """Whether one of the phrases is on the stage or in what the teacher says."""
    return any(words.search(plain(text).casefold()) for _, step in steps for _, text in strings(step))


def _law(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    """Facts on the law (keys L…) come out of the law pack, and only those for this age."""
    audience = loaded.lesson.audience
    for index, key in enumerate(loaded.lesson.sources):
        if not is_law(key):
            continue
        if key not in rules.law:
            what = problem(
                "`{key}` is not in the law pack; take one of: {known}", key=key, known=_keys(rules)
            )
        elif audience not in rules.law[key].audiences:
            what = problem(
                "`{key}` is not for this audience; law for it: {known}",
                key=key,
                known=_keys(rules, audience) or "–",
            )
        else:
            continue
        yield loaded.fault(("sources", index), what, code="law")


def _keys(rules: Rules, audience: str = "") -> str:
    return ", ".join(key for key, fact in rules.law.items() if not audience or audience in fact.audiences)


def _cell(loaded: LoadedLesson) -> Iterator[Fault]:
    """`t04-a2` is the fourth topic for the second audience."""
    lesson = loaded.lesson
    found = _CELL.fullmatch(lesson.id)
    if found is None or is_bulletin(loaded):
        return
    number = int(found[1])
    topic = TOPICS[number - 1] if 1 <= number <= len(TOPICS) else ""
    audience = AUDIENCES[_BANDS.index(found[2])]
    for field, here, wanted in (
        ("topic", lesson.topic, topic),
        ("audience", lesson.audience, audience),
    ):
        if here != wanted:
            what = problem(
                "is `{here}`, the id `{id}` says `{name}`; make them agree",
                here=here,
                id=lesson.id,
                name=wanted or "–",
            )
            yield loaded.fault((field,), what, code="cell")


def _cell_tags(loaded: LoadedLesson, rules: Rules) -> Iterator[Fault]:
    """A lesson of the curriculum carries what the curriculum names for it; it may carry more."""
    lesson = loaded.lesson
    cell = rules.cells.get(lesson.id)
    if cell is None or is_bulletin(loaded):
        return
    carried = {competence_code(tag) for tag in lesson.competences}
    wanted = [code for code in cell.competences if competence_code(code) not in carried]
    for field, missing in (
        ("competences", wanted if lesson.audience != "adults" else []),
        ("strands", [strand for strand in cell.strands if strand not in lesson.strands]),
    ):
        for name in missing:
            what = problem("the curriculum names `{name}` for `{id}`; add it", name=name, id=lesson.id)
            yield loaded.fault((field,), what, code="cell")


def _levels(loaded: LoadedLesson) -> Iterator[Fault]:
    """Where an audience has two levels (grades 6-7 and 8-9), each competence stands with both."""
    levels = LEVELS[loaded.lesson.audience]
    tags = loaded.lesson.competences
    codes = dict.fromkeys(competence_code(tag) for tag in tags)
    for code in codes if len(levels) > 1 else ():
        for level in levels:
            if not any(re.fullmatch(rf"{re.escape(code)}[a-z]?\.{level}[a-z]?", tag) for tag in tags):
                what = problem(
                    "`{code}` is not named for {level}; add `{code}.{level}`", code=code, level=level
                )
                yield loaded.fault(("competences",), what, code="tags")
