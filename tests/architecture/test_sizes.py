"""Nothing grows without a reason, and the reason stands here."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILE_LINES, PUBLIC_METHODS, FUNCTION_LINES = 400, 15, 50

# "path", "path::Class" or "path::function" -> why it may be larger.
REASONS: dict[str, str] = {
    "lessonapp/ui/session_controller.py::SessionController": (
        "one object between a session and all that steers it: each key, click and the teacher's phone has "
        "its method of a few lines"
    ),
    "lessonapp/ui/stage/motion.py::Motion": "one place for motion: a small method for each way to move",
}


def oversized(path: Path) -> Iterator[tuple[str, str]]:
    """What is too large in a file, and how large it is."""
    name = path.relative_to(ROOT).as_posix()
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    if lines > FILE_LINES:
        yield name, f"{lines} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            methods = sum(1 for item in node.body if _is_method(item))
            if methods > PUBLIC_METHODS:
                yield f"{name}::{node.name}", f"{methods} public methods"
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{name}::{node.name}", f"{length} lines"


def _is_method(item: ast.stmt) -> bool:
    """A public method; properties are values, and Qt's events are Qt's."""
    if not isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef) or item.name.startswith("_"):
        return False
    decorators = {d.id for d in item.decorator_list if isinstance(d, ast.Name)}
    return not decorators & {"property", "cached_property", "overload"} and not item.name.endswith("Event")


def test_sizes() -> None:
    found = {
        name: size
        for folder in ("lessonapp", "tools", "bench")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name, size in oversized(path)
    }
    unexplained = {name: size for name, size in found.items() if not REASONS.get(name)}
    assert not unexplained, f"split these, or write the reason into REASONS: {unexplained}"
    stale = sorted(REASONS.keys() - found.keys())
    assert not stale, f"no longer too large; take them out of REASONS: {stale}"
