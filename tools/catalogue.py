"""The Vietnamese catalogue: collect sentences, take in translations, compile, check.

python -m tools.catalogue update [FILE.tsv ...]   collect from the source, add translations from TSV files
python -m tools.catalogue compile                 write the .json file that the program reads
python -m tools.catalogue check                   fail on a missing, stale or crooked translation
"""

import json
import re
import sys
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tools import told

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources/translations/vi/LC_MESSAGES/lessonapp.po"
COMPILED = PO.with_suffix(".json")
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "n_": (1, 2),
    "t": None,
    "nt": (1, 2),
    "problem": None,
}
FIXED = datetime(2026, 1, 1, tzinfo=UTC)


def collect() -> Catalog:
    """Every sentence of the source, with where it stands."""
    catalogue = Catalog(locale="vi", domain="lessonapp", charset="utf-8", fuzzy=False)
    catalogue.header_comment = "# Vietnamese sentences of the program."
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = "Lớp Học Số"
    catalogue.creation_date = catalogue.revision_date = FIXED
    found = extract_from_dir(ROOT / "lessonapp", keywords=KEYWORDS, comment_tags=("Translators:",))
    for file, _line, message, comments, _context in sorted(found, key=lambda row: (str(row[2]), row[0])):
        catalogue.add(message, locations=[(f"lessonapp/{file}", 0)], auto_comments=comments)
    return catalogue


def known() -> Catalog:
    """The catalogue as it is kept."""
    if not PO.exists():
        return Catalog(locale="vi", domain="lessonapp")
    with PO.open("rb") as file:
        return read_po(file, locale="vi", domain="lessonapp")


def update(files: list[Path]) -> None:
    """Collect, keep the translations there are, and add those of the TSV files."""
    fresh, old = collect(), known()
    given: dict[str, str] = {}
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            cells = [cell.replace("\\n", "\n") for cell in line.split("\t")]
            if len(cells) >= 2 and cells[0]:
                given[cells[0]] = unicodedata.normalize("NFC", cells[-1])
    for message in fresh:
        if not message.id:
            continue
        key = key_of(message)
        text = given.get(key) or text_of(old.get(key))
        message.string = (text,) if isinstance(message.id, tuple) else text
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as po_file:
        write_po(po_file, fresh, sort_output=True, ignore_obsolete=True, include_lineno=False, width=110)


def compile_catalogue() -> None:
    """Write the compiled catalogue."""
    texts = {key_of(message): text for message in known() if message.id and (text := text_of(message))}
    COMPILED.write_text(json.dumps(texts, ensure_ascii=False), "utf-8")


def faults() -> list[str]:
    """What is wrong with the catalogue, a line each."""
    fresh, kept = collect(), known()
    lines = []
    for message in fresh:
        if message.id:
            lines.extend(_message_faults(message, kept.get(key_of(message))))
    wanted = {key_of(message) for message in fresh}
    gone = [key_of(message) for message in kept if key_of(message) not in wanted]
    return lines + [f"no longer in the source: {key!r}" for key in gone if key]


def key_of(message: Message) -> str:
    """The sentence, or the singular of a pair."""
    return message.id if isinstance(message.id, str) else message.id[0]


def text_of(message: Message | None) -> str:
    """Its translation; empty where there is none."""
    string = message.string if message is not None else ""
    return (string if isinstance(string, str) else string[0] if string else "") or ""


def _message_faults(source: Message, kept: Message | None) -> list[str]:
    key, many = key_of(source), source.id if isinstance(source.id, str) else source.id[-1]
    text = text_of(kept)
    if kept is None or not text:
        return [f"not translated: {key!r}"]
    lines = []
    if kept.fuzzy:
        lines.append(f"marked fuzzy: {key!r}")
    if set(re.findall(r"\{\w+", many)) != set(re.findall(r"\{\w+", text)):
        lines.append(f"other {{names}} than the source: {key!r} -> {text!r}")
    if text != unicodedata.normalize("NFC", text):
        lines.append(f"not in Unicode form C: {text!r}")
    return lines


def main(arguments: list[str]) -> int:
    """Run one of the three commands; 1 when the check finds a fault."""
    match arguments:
        case ["update", *files]:
            update([Path(file) for file in files])
        case ["compile"]:
            compile_catalogue()
        case ["check"]:
            return told(faults())
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
