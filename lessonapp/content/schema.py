"""What pydantic finds in a lesson, as short sentences with a remedy."""

import re
import types
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from lessonapp.content.faults import Fault, Place, field_name, line_of
from lessonapp.content.yaml_source import Source
from lessonapp.domain.errors import Problem, problem
from lessonapp.domain.lesson import Lesson

_PATTERNS = (
    ("mp4", problem("`{value}` is not a film's name; write `pictures/name.mp4` (or webm, mkv)")),
    ("vtt", problem("`{value}` is not a captions file's name; write `pictures/name.vtt` (or srt)")),
    (
        "openmoji",
        problem("`{value}` is not a picture's name; write `pictures/name.svg` (or .png) or `openmoji:1F431`"),
    ),
    (r"\d{4}", problem("`{value}` is not a date; write year-month-day, like 2026-11-23")),
    (r"[^\n]", problem("holds a line break; write it as one line")),
    (
        "[a-z0-9]",
        problem("`{value}` is not an id; use lower-case letters, digits and hyphens, like `hoi-truoc`"),
    ),
)
_MISSING = problem("`{field}` is missing; add it").template
_DID_YOU_MEAN = problem("`{field}` is not a known field; did you mean `{near}`?").template
FAULT_LIMIT = 200
"""More faults of one file than this help nobody, and cost time to word."""
_INTS = ("minutes", "seconds", "version", "format", "own_lines")


def validate(source: Source, file: str) -> tuple[Lesson | None, list[Fault]]:
    """The lesson in parsed data, or its faults; what the reader refused already is not named again."""
    data = source.data
    if not isinstance(data, dict):
        if source.faults:
            return None, []
        what = problem("is not a lesson; it starts with `format: 1` and goes on with `name: value` lines")
        return None, [Fault(file, 1, "file", what)]
    if "format" in data and not _refused(("format",), source.refused) and data["format"] != 1:
        what = problem(
            "format {value} is not known; write `format: 1`, or update the program", value=data["format"]
        )
        return None, [_at(source, file, ("format",), what)]
    faults = [_at(source, file, place, what) for place, what in _flags_as_numbers(data)]
    try:
        lesson = Lesson.model_validate(data)
    except ValidationError as error:
        for place, what in _without_echoes(list(_problems(error, data))):
            if not _refused(place, source.refused):
                faults.append(_at(source, file, place, what))
        return None, faults
    return (None if faults else lesson), faults


def _at(source: Source, file: str, place: Place, what: Problem) -> Fault:
    return Fault(file, line_of(source.lines, place), field_name(place, source.data), what)


def _refused(place: Place, refused: set[Place]) -> bool:
    return any(place[:length] in refused for length in range(len(place) + 1))


def _flags_as_numbers(data: object, place: Place = ()) -> Iterator[tuple[Place, Problem]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, bool) and key in _INTS:
                yield (
                    (*place, key),
                    problem("`{value}` is not a whole number; write one, like 2", value=_text(value)),
                )
            else:
                yield from _flags_as_numbers(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _flags_as_numbers(value, (*place, index))


def _problems(error: ValidationError, data: dict[str, Any]) -> Iterator[tuple[Place, Problem]]:
    for raw in error.errors(include_url=False)[:FAULT_LIMIT]:
        place = _without_tags(raw["loc"], data)
        context: Mapping[str, Any] = raw.get("ctx", {})
        if _long_enough(raw.get("input"), context):
            continue
        if raw["type"] == "lesson_fault":
            for what in context["problems"]:
                yield _refine(place, what, data), what
        elif raw["type"].startswith("union_tag"):
            yield _tag_problem(place, context, data)
        else:
            yield place, _sentence(raw["type"], place, raw.get("input"), context, raw["msg"], data)


def _long_enough(value: object, context: Mapping[str, Any]) -> bool:
    """Whether a list is too short only because pydantic does not count its faulty parts, named themselves."""
    return isinstance(value, list) and len(value) >= context.get("min_length", len(value) + 1)


def _without_echoes(found: Sequence[tuple[Place, Problem]]) -> Iterator[tuple[Place, Problem]]:
    """The problems; a field that is missing because its name is misspelt is named once."""
    meant = {(*place[:-1], what.context["near"]) for place, what in found if what.template == _DID_YOU_MEAN}
    for place, what in found:
        if not (what.template == _MISSING and place in meant):
            yield place, what


def _without_tags(loc: tuple[int | str, ...], data: object) -> Place:
    """The place in the file; pydantic puts a union's tags (`question`, `single`) between the keys."""
    parts = list(loc)
    if len(parts) > 4 and parts[0] == "blocks" and parts[2] == "steps":
        step = _value(data, tuple(parts[:4]))
        kind = parts.pop(4)
        if kind == "question" and len(parts) > 4 and isinstance(step, dict) and parts[4] == step.get("type"):
            parts.pop(4)
    return tuple(parts)


def _value(data: object, place: Place) -> object:
    for part in place:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def _tag_problem(place: Place, context: Mapping[str, Any], data: object) -> tuple[Place, Problem]:
    key = str(context["discriminator"]).strip("'")
    if "tag" not in context:
        expected = _known_tags(key)
        return place, problem(
            "`{field}` is missing; it is one of {known}", field=key, known=", ".join(expected)
        )
    expected = [tag.strip(" '") for tag in str(context["expected_tags"]).split(",")]
    return (*place, key), _not_one_of(_value(data, (*place, key)), expected)


def _known_tags(key: str) -> list[str]:
    found: list[str] = []
    for model in _models_at(("blocks", 0, "steps", 0), {}):
        if (info := model.model_fields.get(key)) is not None:
            found += [str(a) for a in get_args(info.annotation) if str(a) not in found]
    return found


def _not_one_of(value: object, known: list[str]) -> Problem:
    near = get_close_matches(str(value)[:60], known, 1)
    if near:
        return problem(
            "`{value}` is not known here; did you mean `{near}`?", value=_text(value), near=near[0]
        )
    if len(known) == 1:
        return problem("`{value}` is not known here; write `{near}`", value=_text(value), near=known[0])
    return problem("`{value}` is not known here; one of {known}", value=_text(value), known=", ".join(known))


def _text(value: object) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)[:80]


def _sentence(
    kind: str, place: Place, value: object, context: Mapping[str, Any], message: str, data: object
) -> Problem:
    """The sentence for one of pydantic's error types."""
    name = str(place[-1]) if place else ""
    match kind:
        case "missing":
            return problem(_MISSING, field=name)
        case "extra_forbidden":
            return _unknown_field(place, data)
        case "literal_error":
            return _not_one_of(
                value, [str(k) for k in _literals(place, data)] or [str(context.get("expected"))]
            )
        case "string_type":
            if isinstance(value, bool | int | float):
                return problem("a text is expected; put `{value}` in quotes", value=_text(value))
            return problem("a text is expected; write one, or remove the line")
        case "string_pattern_mismatch":
            return _pattern_problem(str(context.get("pattern")), value)
        case "too_short" | "too_long":
            return _count_problem(value, context)
    return _number_or_length(kind, value, context) or problem("{detail}", detail=message)


def _number_or_length(kind: str, value: object, context: Mapping[str, Any]) -> Problem | None:
    match kind:
        case "string_too_long":
            return problem("longer than {limit} characters; shorten it", limit=context["max_length"])
        case "string_too_short":
            return problem("is empty; write a text, or remove the line")
        case "int_type" | "int_parsing" | "int_from_float" | "int_parsing_size":
            return problem("`{value}` is not a whole number; write one, like 2", value=_text(value))
        case "float_type" | "float_parsing" | "finite_number":
            return problem("`{value}` is not a number; write one, like 0.5", value=_text(value))
        case "bool_type" | "bool_parsing":
            return problem("`{value}` is neither true nor false; write one of them", value=_text(value))
        case "greater_than":
            return problem(
                "{value} is too small; write more than {limit}", value=value, limit=f"{context['gt']:g}"
            )
        case "greater_than_equal":
            return problem("{value} is too small; at least {limit}", value=value, limit=f"{context['ge']:g}")
        case "less_than" | "less_than_equal":
            limit = context.get("le", context.get("lt"))
            return problem("{value} is too large; at most {limit}", value=value, limit=f"{limit:g}")
        case "tuple_type" | "list_type":
            return problem("a list is expected; start each of its lines with `- `")
        case "model_type" | "model_attributes_type" | "dict_type":
            return problem("`name: value` lines are expected here; check the indentation")
        case "value_error":
            return _value_problem(str(context.get("error", "")))
    return None


def _value_problem(detail: str) -> Problem:
    if found := re.search(r"U\+[0-9A-F]+", detail):
        return problem("holds the unprintable character {code}; delete it", code=found[0])
    return problem("{detail}", detail=detail)


def _pattern_problem(pattern: str, value: object) -> Problem:
    for mark, what in _PATTERNS:
        if mark in pattern:
            return problem(what.template, value=_text(value))
    return problem(
        "`{value}` is not written as this field wants it; compare with a lesson", value=_text(value)
    )


def _count_problem(value: object, context: Mapping[str, Any]) -> Problem:
    if isinstance(value, str):
        kind = "string_too_short" if "min_length" in context else "string_too_long"
        return _number_or_length(kind, value, context) or problem("{detail}", detail=value)
    have = len(value) if isinstance(value, list) else context.get("actual_length")
    if "min_length" in context:
        return problem("number of parts: {count}; at least {limit}", count=have, limit=context["min_length"])
    return problem("number of parts: {count}; at most {limit}", count=have, limit=context["max_length"])


def _unknown_field(place: Place, data: object) -> Problem:
    name = str(place[-1])
    known: list[str] = []
    for model in _models_at(place[:-1], data):
        known += [i.alias or n for n, i in model.model_fields.items()]
    if near := get_close_matches(name[:60], known, 1):
        return problem(_DID_YOU_MEAN, field=name, near=near[0])
    return problem(
        "`{field}` is not a known field; remove it. Known: {known}", field=name, known=", ".join(known)
    )


def _literals(place: Place, data: object) -> tuple[Any, ...]:
    name = next((str(p) for p in reversed(place) if not isinstance(p, int)), "")
    for model in _models_at(place[: place.index(name)] if place.count(name) == 1 else place[:-1], data):
        if (info := model.model_fields.get(name)) is not None and (found := _literals_in(info.annotation)):
            return found
    return ()


def _literals_in(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    for inner in get_args(annotation):
        if found := _literals_in(inner):
            return found
    return ()


def _models_at(place: Place, data: object) -> list[type[BaseModel]]:
    """The models that may stand at a place, narrowed by the `kind` and `type` written there."""
    models: list[type[BaseModel]] = [Lesson]
    for part in place:
        data = _value(data, (part,))
        if isinstance(part, str):
            found: list[type[BaseModel]] = []
            for model in models:
                for name, info in model.model_fields.items():
                    if part in (name, info.alias):
                        found += _models_in(info.annotation)
            models = found
        if isinstance(data, dict):
            for key in ("kind", "type"):
                models = [m for m in models if _may_be(m, key, data.get(key))] or models
    return models


def _may_be(model: type[BaseModel], key: str, value: object) -> bool:
    info = model.model_fields.get(key)
    return info is None or value in get_args(info.annotation)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Annotated, Union, types.UnionType, tuple):
        return [m for inner in get_args(annotation) for m in _models_in(inner)]
    return []


def _refine(place: Place, what: Problem, data: object) -> Place:
    """The place a problem speaks of: the step, twin, `goto`, item or id that its parts name."""
    parts = what.context
    at = _value(data, place)
    if not place and isinstance(data, dict):
        return _refine_lesson(parts, data)
    for name, key in (("field", "id"), ("items", "item"), ("speech", "who")):
        holder = parts.get("field", "") if name == "field" else name
        values = at.get(holder) if isinstance(at, dict) else None
        if key in parts and isinstance(values, list):
            wanted = "who" if key == "who" else "id"
            for index in reversed(range(len(values))):
                if isinstance(values[index], dict) and values[index].get(wanted) == parts[key]:
                    return (*place, holder, index)
    return place


def _refine_lesson(parts: dict[str, str], data: dict[str, Any]) -> Place:
    if "id" in parts and parts.get("field") in ("week", "month"):
        return ("replay", parts["field"])
    found: Place = ()
    for b, block in enumerate(data.get("blocks", [])):
        if "id" in parts and block.get("id") == parts["id"]:
            found = ("blocks", b)
        for s, step in enumerate(block.get("steps", [])):
            if step.get("id") in (parts.get("step"), parts.get("id")):
                found = ("blocks", b, "steps", s)
    return (*found, *_refine_step(parts, _value(data, found))) if "step" in parts else found


def _refine_step(parts: dict[str, str], step: object) -> Place:
    if not isinstance(step, dict):
        return ()
    if parts.get("field") == "goto":
        for index, option in enumerate(step.get("options", [])):
            if option.get("goto") == parts.get("target"):
                return ("options", index, "goto")
    name = parts.get("field") or ("twin" if "twin" in parts else "")
    return (name,) if name in step else ()
