"""Lesson files as plain data with line numbers; whatever YAML can do beyond plain data is refused."""

import math
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from lessonapp.content.faults import Fault, Place, field_name
from lessonapp.domain.errors import Problem, problem, why

FILE_LIMIT = 1024 * 1024
DEPTH_LIMIT = 12
VALUE_LIMIT = 50_000
DIGIT_LIMIT = 15

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]{1,9})?")
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = {"", "~", "null", "Null", "NULL"}
_TRAPS = {w for low in ("yes", "no", "on", "off") for w in (low, low.capitalize(), low.upper())}
_YAML_TAG = "tag:yaml.org,2002:"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ufffe\uffff]")


@dataclass(slots=True)
class Source:
    """A parsed file: data, the line of every place, the bytes, and what was refused."""

    data: object = None
    lines: dict[Place, int] = field(default_factory=dict)
    raw: bytes = b""
    faults: list[Fault] = field(default_factory=list)
    refused: set[Place] = field(default_factory=set)


class _Stop(Exception):
    """Nothing after this can be read."""


def read_source(path: Path) -> Source:
    """The file as data; what is wrong with it is in `faults`, never an exception."""
    source = Source()
    try:
        source.raw = _read_bytes(path)
        _Reader(source, str(path)).read(_decode(source.raw))
    except _Refused as refusal:
        source.faults.append(Fault(str(path), refusal.line, "file", refusal.problem, code="file"))
    return source


class _Refused(Exception):
    def __init__(self, line: int, what: Problem) -> None:
        self.line, self.problem = line, what


def _read_bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise _Refused(1, problem("is a folder where a file is expected; name the file in it"))
        if not stat.S_ISREG(about.st_mode):
            raise _Refused(1, problem("is not an ordinary file; put a text file in its place"))
        if about.st_size > FILE_LIMIT:
            raise _too_big(about.st_size)
        with path.open("rb") as file:
            raw = file.read(FILE_LIMIT + 1)
    except FileNotFoundError as error:
        raise _Refused(1, problem("does not exist; check the name")) from error
    except OSError as error:
        what = problem("cannot be read ({reason}); check its permissions", reason=why(error).template)
        raise _Refused(1, what) from error
    except ValueError as error:  # a name that no system takes
        what = problem("cannot be read ({reason}); check its permissions", reason=error)
        raise _Refused(1, what) from error
    if len(raw) > FILE_LIMIT:
        raise _too_big(len(raw))
    return raw


def _too_big(size: int) -> _Refused:
    mib = f"{math.ceil(size / FILE_LIMIT * 10) / 10:g}"
    return _Refused(1, problem("has {size} MiB; a lesson file has at most 1 MiB", size=mib))


def _decode(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        what = problem("is not UTF-8 (byte {byte}); save the file as UTF-8", byte=error.start + 1)
        raise _Refused(raw.count(b"\n", 0, error.start) + 1, what) from error
    text = text.removeprefix("\ufeff")
    if found := _CONTROL.search(text):
        code = f"U+{ord(found[0]):04X}"
        what = problem("holds the unprintable character {code}; delete it", code=code)
        raise _Refused(text.count("\n", 0, found.start()) + 1, what)
    return text


class _Reader:
    """Turns libyaml's events into data, noting lines and refusals."""

    def __init__(self, source: Source, file: str) -> None:
        self.source, self.file, self.values = source, file, 0
        self.events: Iterator[Any] = iter(())

    def read(self, text: str) -> None:
        self.events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        try:
            self._documents()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._refuse((), _syntax_problem(error), mark.line + 1 if mark else 1, code="yaml")
            self.source.data = None
        except (yaml.YAMLError, ValueError) as error:
            self._refuse((), problem("is not valid YAML: {detail}", detail=error), 1, code="yaml")
            self.source.data = None
        except _Stop:
            self.source.data = None

    def _documents(self) -> None:
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    what = problem("a second document starts here; a lesson file holds one, remove the `---`")
                    raise self._stop((), what, event)
            elif isinstance(event, yaml.DocumentEndEvent | yaml.StreamStartEvent | yaml.StreamEndEvent):
                continue
            else:
                self.source.data = self._node(event, (), 1)
        if self.source.data is None and not self.source.faults:
            self._refuse((), problem("is empty; a lesson starts with the line `format: 1`"), 1)

    def _node(self, event: Any, place: Place, depth: int) -> object:
        self.source.lines.setdefault(place, self._line(event))
        self.values += 1
        if self.values > VALUE_LIMIT:
            raise self._stop(
                place, problem("more than {limit} values; split the lesson", limit=VALUE_LIMIT), event
            )
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                place, problem("`*{name}` repeats another part; write it out here", name=event.anchor), event
            )
            return None
        if event.anchor is not None:
            what = problem("the anchor `&{name}` is not allowed; remove it", name=event.anchor)
            self._refuse(place, what, event)
        if event.tag not in (None, "!"):
            self._refuse(
                place,
                problem("the tag `{tag}` is not allowed; remove it", tag=event.tag.replace(_YAML_TAG, "!!")),
                event,
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if depth > DEPTH_LIMIT:
            what = problem("nested deeper than {limit} levels; check the indentation", limit=DEPTH_LIMIT)
            raise self._stop(place, what, event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(place, depth)
        return self._mapping(place, depth)

    def _list(self, place: Place, depth: int) -> list[object]:
        values: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self._node(event, (*place, len(values)), depth + 1))
        return values

    def _mapping(self, place: Place, depth: int) -> dict[str, object]:
        values: dict[str, object] = {}
        event: Any
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                what = problem("a list or group stands before `:`; write a plain name there")
                raise self._stop(place, what, event)
            key = event.value
            if event.implicit[0] and key in _TRAPS:
                self._quote((*place, key), key, event)
            if event.anchor is not None or event.tag not in (None, "!"):
                self._refuse((*place, key), problem("anchors and tags are not allowed; remove it"), event)
            inner = (*place, key)
            if key in values:
                what = problem("`{key}` stands here twice; keep one of them", key=key)
                self._refuse(inner, what, event)
                self._node(next(self.events), (*inner, "(again)"), depth + 1)
                continue
            self.source.lines[inner] = self._line(event)
            values[key] = self._node(next(self.events), inner, depth + 1)
        return values

    def _scalar(self, event: Any, place: Place) -> object:
        text: str = event.value
        if not event.implicit[0]:
            return text
        if text in _NULLS:
            return None
        if text in _TRAPS:
            self._quote(place, text, event)
            return text
        if text in _BOOLS:
            return _BOOLS[text]
        if _INT.fullmatch(text):
            if len(text) > DIGIT_LIMIT:
                what = problem(
                    "a number of {count} digits; write a number of this lesson, like 5, or text in quotes",
                    count=len(text.lstrip("+-")),
                )
                self._refuse(place, what, event)
                return 0
            return int(text)
        if not _FLOAT.fullmatch(text):
            return text
        if math.isinf(number := float(text)):
            what = problem("`{text}` is too large; write a number of this lesson, like 5", text=text)
            self._refuse(place, what, event)
            return 0
        return number

    @staticmethod
    def _line(event: Any) -> int:
        return int(event.start_mark.line) + 1

    def _quote(self, place: Place, text: str, event: Any) -> None:
        self._refuse(
            place, problem("`{text}` is ambiguous; quote it, or write true or false", text=text), event
        )

    def _refuse(self, place: Place, what: Problem, where: Any, *, code: str = "yaml") -> None:
        line = where if isinstance(where, int) else self._line(where)
        self.source.refused.add(place)
        name = field_name(place) if place else "file"
        self.source.faults.append(Fault(self.file, line, name, what, code=code))

    def _stop(self, place: Place, what: Problem, event: Any) -> _Stop:
        self._refuse(place, what, event)
        return _Stop()


def _syntax_problem(error: yaml.MarkedYAMLError) -> Problem:
    detail, context = error.problem or "", error.context or ""
    if "tab character" in detail or "\\t" in detail:
        return problem("a tab is used to indent; use spaces")
    if "mapping values are not allowed" in detail:
        return problem("a `:` where none can be; put a text that holds `: ` in quotes")
    if "escape" in detail or "hexdecimal" in detail:
        return problem("a `\\` in double quotes begins a special sign; write it twice, or use single quotes")
    if "alias" in context or "anchor" in context:
        return problem("a text that starts with * or & needs quotes")
    if "quoted scalar" in context:
        return problem("a quotation mark is opened and not closed; close it")
    if "flow" in context:
        return problem("a bracket is not closed or a comma is missing; quote texts with commas")
    if "cannot start any token" in detail:
        return problem("a text that starts with @ ` % or a tab needs quotes; indent with spaces")
    if "could not find expected ':'" in detail:
        return problem("a `:` is missing after a name, or a long text goes on without indentation")
    if "block mapping" in context or "block collection" in context or "block sequence" in context:
        return problem("the indentation differs from the lines above; line it up, and check the quotes")
    return problem("not valid YAML ({detail}); check indentation, colons and quotes", detail=detail)
