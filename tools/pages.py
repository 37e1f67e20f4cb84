"""Make what phone pages are served from: script and style in one file each, the font subset, the pictures.

python -m tools.pages          from resources/pages/source and the packages into resources/pages
python -m tools.pages check    fail where a file there is not what its sources make
"""

import io
import re
import sys
from importlib.resources import files
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]  # the library has no types

from lessonapp.ui.pictures import openmoji_svg
from tools import told

PAGES = Path(__file__).resolve().parents[1] / "resources" / "pages"
BUNDLES = {
    "pupil.js": ("words", "dom", "link", "asks", "speech", "help", "join", "pupil"),
    "pupil.css": ("base", "pupil"),
    "teacher.js": ("teacher_words", "dom", "link", "teacher"),
    "teacher.css": ("base", "teacher"),
}
FACES = {500: "Medium", 600: "SemiBold", 800: "ExtraBold"}
KERNED = 800  # kerning shows in headings; in small text it is 1.5 kB for nothing
POSES = ("hello", "think", "cheer", "listen", "badge")
PICTURES = {"heart": "1F499", "home": "1F3E0", "school": "1F3EB"}
_LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
_SIGNS = "\u00a0–—‘’“”…•·×°"
CHARACTERS = frozenset(map(chr, range(32, 127))) | frozenset(_LETTERS + _LETTERS.upper() + _SIGNS)
"""Every letter of Vietnamese and English, and the signs that lessons use."""


def bundle(name: str) -> bytes:
    """The parts of a script or style one after the other, without comment lines and indentation."""
    suffix = name.rpartition(".")[2]
    lines = []
    for part in BUNDLES[name]:
        for line in (PAGES / "source" / f"{part}.{suffix}").read_text("utf-8").splitlines():
            bare = line.strip()
            if bare and not re.fullmatch(r"//.*|/\*.*\*/", bare):
                lines.append(bare)
    return ("\n".join(lines) + "\n").encode()


def font(weight: int) -> bytes:
    """One face as woff2 with the characters of the pages, hinting left out."""
    face = FACES[weight]
    options = subset.Options()
    options.layout_features = ["kern"] if weight == KERNED else []
    options.hinting = False
    options.flavor = "woff2"
    options.name_IDs = []
    source = files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{face}.ttf"
    whole = subset.load_font(io.BytesIO(source.read_bytes()), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(CHARACTERS)))
    subsetter.subset(whole)
    whole["head"].modified = whole["head"].created  # the same bytes every time
    whole.flavor = "woff2"
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def made() -> dict[str, bytes]:
    """Every made file by name."""
    files_ = {name: bundle(name) for name in BUNDLES}
    files_ |= {f"text-{weight}.woff2": font(weight) for weight in FACES}
    for pose in POSES:
        files_[f"sao-{pose}.svg"] = (PAGES.parent / "mascot" / f"sao-{pose}.svg").read_bytes()
    return files_ | {f"{name}.svg": openmoji_svg(code).encode() for name, code in PICTURES.items()}


def stale() -> list[str]:
    """Made files that are not what their sources make."""
    return [name for name, data in made().items() if _read(PAGES / name) != data]


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def main(arguments: list[str]) -> int:
    """Write the files and say how large they are, or check them; 1 where one is stale."""
    match arguments:
        case []:
            for name, data in made().items():
                (PAGES / name).write_bytes(data)
                print(f"{len(data):6} {name}")
        case ["check"]:
            return told(f"{name} is not up to date; run `python -m tools.pages`" for name in stale())
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
