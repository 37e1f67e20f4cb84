"""What the pages are made of: small, for old browsers, both tongues, every letter, licences named."""

import gzip
import json
import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # the library has no types

from tools import pages

ROOT = Path(__file__).parents[2]
SERVED = sorted(
    file for file in pages.PAGES.iterdir() if file.suffix in (".html", ".js", ".css", ".svg", ".woff2")
)
SCRIPTS = [pages.PAGES / name for name in ("pupil.js", "teacher.js")]
STYLES = [pages.PAGES / name for name in ("pupil.css", "teacher.css")]
WORDS = ("words", "teacher_words")

# What Chromium 80 or Safari 13 cannot read, what they lack, and what the policy of the pages forbids.
TOO_NEW = (
    r"\?\.(?!\d)|\?\?|\|\|=|&&=|\*\*=",
    r"\bawait\b|\basync\b|\bimport\b|\bexport\b|\bclass [A-Z]|this\.#|\d_\d|\(\?<[=!]",
    r"\.(replaceAll|at|hasOwn|replaceChildren|flatMap|findLast|toSorted|toReversed)\(",
    r"\b(structuredClone|ResizeObserver|IntersectionObserver|AggregateError|WeakRef|randomUUID)\b",
    r"\b(eval|Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b\s*[(=]",
    r"https?://(?!www\.w3\.org/2000/svg)",
)
TOO_NEW_STYLE = (
    r"(?<!grid-)gap\s*:",
    r"aspect-ratio|[\s;{]inset\s*:|\bclamp\(|\b(min|max)\(|:(is|where|has)\(|\d(d|s|l)v[hw]\b",
    r"@(layer|container|import|property)\b|&",
    r"https?://",
)


def words(part: str) -> dict[str, list[str]]:
    """The sentences of a page; the file is strict JSON inside one assignment."""
    text = (pages.PAGES / "source" / f"{part}.js").read_text("utf-8")
    found: dict[str, list[str]] = json.loads(text[text.index("words:") + 6 : text.rindex("};")])
    return found


def found_in(text: str, rules: tuple[str, ...]) -> list[str]:
    """Every place that breaks a rule."""
    return [match[0] for rule in rules for match in re.finditer(rule, text)]


def test_made_files_are_what_their_sources_make() -> None:
    assert pages.stale() == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_scripts_speak_the_language_of_old_browsers(script: Path) -> None:
    assert found_in(script.read_text("utf-8"), TOO_NEW) == []


@pytest.mark.parametrize("style", STYLES, ids=lambda file: file.name)
def test_styles_are_known_to_old_browsers(style: Path) -> None:
    assert found_in(style.read_text("utf-8"), TOO_NEW_STYLE) == []


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("const a = b?.c;", TOO_NEW),
        ("a ??= b;", TOO_NEW),
        ("const x = await f();", TOO_NEW),
        ("list.at(-1)", TOO_NEW),
        ("/(?<=a)b/", TOO_NEW),
        ("node.innerHTML = text;", TOO_NEW),
        ("fetch('https://elsewhere')", TOO_NEW),
        (".row { display: flex; gap: 1rem; }", TOO_NEW_STYLE),
        (".a{inset:0}", TOO_NEW_STYLE),
        (".a { height: 100dvh; }", TOO_NEW_STYLE),
    ],
)
def test_the_rules_find_what_is_too_new(line: str, rules: tuple[str, ...]) -> None:
    assert found_in(line, rules)


@pytest.mark.parametrize("name", ["pupil.html", "teacher.html"])
def test_a_page_has_no_script_style_or_address_of_its_own(name: str) -> None:
    text = (pages.PAGES / name).read_text("utf-8")
    assert text.count('<script type="application/json" id="facts">{}</script>') == 1
    assert not re.findall(r"<script(?! defer src=\"/static/| type=\"application/json\")", text)
    assert not re.findall(r"<style|\sstyle=|\son[a-z]+=|https?:|//[a-z]", text)
    named = re.findall(r"/static/([\w.-]+)", text)
    assert named
    assert all((pages.PAGES / file).is_file() for file in named)


def test_the_pupil_page_is_small_with_everything_that_it_may_ever_show() -> None:
    mine = [file for file in SERVED if not file.name.startswith("teacher")]
    weights = {
        file.name: len(data if file.suffix == ".woff2" else gzip.compress(data, 9))
        for file in mine
        for data in [file.read_bytes()]
    }
    assert sum(weights.values()) < 59_000, weights  # the facts and one animal come on top, in 60 kB


@pytest.mark.parametrize("part", WORDS)
def test_every_sentence_is_there_in_both_languages(part: str) -> None:
    for key, entry in words(part).items():
        assert len(entry) in (2, 4), key
        if key != "help_first":  # grown-ups are not told that it is not their fault
            assert all(entry), key
        holes = {tuple(sorted(set(re.findall(r"\{\w+\}", text)))) for text in entry}
        assert len(holes) == 1, key
        for vietnamese in entry[::2]:
            assert vietnamese == unicodedata.normalize("NFC", vietnamese), key
            assert not re.search(r"khóa|xóa|hóa\b|kỹ năng|tỷ lệ|sai rồi", vietnamese), key


@pytest.mark.parametrize(
    ("part", "bundle", "page"), [("words", "pupil", "pupil"), ("teacher_words", "teacher", "teacher")]
)
def test_every_sentence_is_said_and_every_one_said_is_there(part: str, bundle: str, page: str) -> None:
    sources = "".join(
        (pages.PAGES / "source" / f"{name}.js").read_text("utf-8")
        for name in pages.BUNDLES[f"{bundle}.js"]
        if name != part
    ) + (pages.PAGES / f"{page}.html").read_text("utf-8")
    known = set(words(part))
    said = set(re.findall(r'(?:say\(|data-say=|data-label=)"(\w+)"', sources)) - {"", "settings"}
    beginnings = {"hint_", "shape_", "move_", "phase_", "go_"}
    assert {key for key in said if key not in known} - beginnings == set()
    quoted = set(re.findall(r'"(\w+)"', sources))
    unsaid = {
        key
        for key in known - quoted
        if not any(key.startswith(b) for b in beginnings) and key.removesuffix("_note") not in quoted
    }
    assert unsaid == set()


@pytest.mark.parametrize("weight", pages.FACES)
def test_the_font_has_every_letter_of_the_lessons_and_of_the_pages(weight: int) -> None:
    with TTFont(pages.PAGES / f"text-{weight}.woff2") as font:
        letters = set(map(chr, font.getBestCmap()))
    assert letters >= pages.CHARACTERS
    texts = "".join(path.read_text("utf-8") for path in (ROOT / "lessons").rglob("*.yaml"))
    texts += "".join(text for part in WORDS for entry in words(part).values() for text in entry)
    used = {sign for sign in unicodedata.normalize("NFC", texts) if unicodedata.category(sign)[0] in "LNP"}
    assert used - letters == set()


def test_licences_are_named() -> None:
    text = (ROOT / "resources" / "LICENSES.md").read_text("utf-8")
    assert "pages/text-*.woff2" in text
    assert all(f"pages/{name}.svg" in text for name in pages.PICTURES)
    assert "SIL OPEN FONT LICENSE Version 1.1" in (pages.PAGES / "OFL.txt").read_text("utf-8")
    assert "OpenMoji (CC BY-SA 4.0)" in " ".join(words("words")["credit"])
