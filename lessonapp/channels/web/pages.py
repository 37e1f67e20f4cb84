"""The pages and what belongs to them: read once, named by what is in them, kept in memory."""

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lessonapp.channels.web.ports import Facts
from lessonapp.domain.language import LANGUAGES
from lessonapp.domain.look import ANIMALS, ANSWERS, PALETTES

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".json": "application/json",
}
_NAMED = re.compile(r"/static/([A-Za-z0-9_-]+)\.([a-z0-9]+)")
_FACTS = '<script type="application/json" id="facts">{}</script>'
_PACKED = frozenset({".html", ".js", ".css", ".svg", ".json"})


@dataclass(frozen=True, slots=True)
class Page:
    """One file as it is served."""

    body: bytes
    packed: bytes | None
    kind: str
    forever: bool


def hashed_name(name: str, body: bytes) -> str:
    """A name that changes with what is in the file."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{sha256(body).hexdigest()[:12]}.{suffix}"


def load_pages(folder: Path, facts: Facts) -> dict[str, Page]:
    """Everything that is served from memory, by path; the mascot stands in the folder beside."""
    places = (folder.parent / "mascot", folder)
    found = [file for place in places if place.is_dir() for file in sorted(place.iterdir())]
    raw = {file.name: file.read_bytes() for file in found if file.suffix in KINDS and file.is_file()}
    names: dict[str, str] = {}
    pages: dict[str, Page] = {}
    # Names nest: fonts and pictures first, then style sheets and scripts that name them, then pages.
    for suffixes in ({".svg", ".png", ".woff2", ".json"}, {".css"}, {".js"}):
        for name, body in raw.items():
            if Path(name).suffix in suffixes:
                whole = _with_names(body, names) if Path(name).suffix in (".css", ".js") else body
                names[name] = hashed_name(name, whole)
                pages[f"/static/{names[name]}"] = _page(whole, Path(name).suffix, forever=True)
    told = _facts_json(facts)
    for path, name in (("/", "pupil.html"), ("/teacher", "teacher.html")):
        if name in raw:
            text = _with_names(raw[name], names).decode().replace(_FACTS, _FACTS.replace("{}", told))
            pages[path] = _page(text.encode(), ".html", forever=False)
    for path, picture in facts.files.items():
        packed = gzip.compress(picture.body, 6, mtime=0) if "svg" in picture.kind else None
        pages[path] = Page(picture.body, packed, picture.kind, forever=True)
    return pages


def _with_names(body: bytes, names: Mapping[str, str]) -> bytes:
    def renamed(match: re.Match[str]) -> str:
        name = f"{match[1]}.{match[2]}"
        return f"/static/{names.get(name, name)}"

    return _NAMED.sub(renamed, body.decode()).encode()


def _page(body: bytes, suffix: str, *, forever: bool) -> Page:
    packed = gzip.compress(body, 9, mtime=0) if suffix in _PACKED else None
    return Page(body, packed, KINDS[suffix], forever)


def _facts_json(facts: Facts) -> str:
    """What comes with the page, so that help asks the server for nothing."""
    lesson = facts.lesson
    told = {
        "language": facts.language,
        "languages": [tongue for tongue in LANGUAGES if tongue in facts.lessons],
        "audience": lesson.audience,
        "lesson": {tongue: known.title for tongue, known in facts.lessons.items()},
        "class": facts.class_label or None,
        "palette": PALETTES[lesson.audience]._asdict(),
        "answers": [answer._asdict() for answer in ANSWERS],
        "animals": [[animal.vi, animal.en] for animal in ANIMALS],
        "buttons_only": facts.buttons_only,
        "help": {
            "line": dict(facts.help_lines),
            "contacts": [{"role": c.role, "place": c.place, "phone": c.phone} for c in facts.contacts],
        },
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
