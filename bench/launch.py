"""Launch to painted Home, its memory, and Home with a thousand lessons."""

from pathlib import Path

from bench.children import run_child
from bench.figures import Row, median
from bench.library import bundled, fill

MODULE = "bench.launch_child"
TIME_BOUND, MEMORY_BOUND, MANY_BOUND = 1.6, 150, 1.2
FEW, MANY = 50, 1000
MEMORY_RUNS = 3
BARE = "PySide6 window, same fonts, one label"


def measure(folder: Path, runs: int) -> list[Row]:
    """The rows; the three starts take turns, so that a busy moment falls on all of them."""
    few, many = folder / "few", folder / "many"
    fill(few, FEW)
    fill(many, MANY)
    run_child(MODULE, ("bare", "settle"), folder)
    for library in (few, many):  # once, so that index and database are there, as at every start but the first
        run_child(MODULE, ("home", "settle", str(library)), folder)
    starts = {
        "bare": ("bare", "paint"),
        "few": ("home", "paint", str(few)),
        "many": ("home", "paint", str(many)),
    }
    times: dict[str, list[float]] = {name: [] for name in starts}
    for turn in range(runs):
        order = list(starts.items())
        for name, arguments in order[turn % 3 :] + order[: turn % 3]:
            times[name].append(run_child(MODULE, arguments, folder)["first"] * 1000)
    bare, home, full = (median(values) for values in times.values())
    how = f"{runs} processes each, in turns; from before the process is made until all is painted"
    made = f"{FEW} lessons, {len(bundled())} of them real"
    return [
        Row(
            "Launch to painted Home, median", "ms", home, f"{how}; {made}; index warm",
            bound=TIME_BOUND, bound_of="ratio", compared=bare, against=BARE,
        ),
        Row(
            f"Launch to painted Home with {MANY} lessons, median", "ms", full, f"{how}; index warm",
            bound=MANY_BOUND, bound_of="ratio", compared=home, against=f"{FEW} lessons",
        ),
        *_memory(few, folder),
    ]  # fmt: skip


def _memory(home: Path, folder: Path) -> list[Row]:
    """No row where the system does not tell what a process shares."""
    sizes: dict[str, list[float]] = {"bare": [], "home": []}
    for _turn in range(MEMORY_RUNS):
        for name, arguments in (("bare", ("bare", "settle")), ("home", ("home", "settle", str(home)))):
            told = run_child(MODULE, arguments, folder)
            sizes[name] += [told["pss"]] if "pss" in told else []
    if not all(sizes.values()):
        return []
    how = f"{MEMORY_RUNS} processes each, in turns; PSS 3 s after the first painting"
    return [
        Row(
            f"Memory of Home with {FEW} lessons, median", "MiB", median(sizes["home"]), how,
            bound=MEMORY_BOUND, compared=median(sizes["bare"]), against=BARE,
        )
    ]  # fmt: skip
