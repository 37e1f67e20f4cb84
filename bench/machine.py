"""Facts about the machine that say what its figures are worth, and name neither the host nor a path."""

import os
import platform
import re
from importlib.metadata import version
from pathlib import Path

import psutil

PACKAGES = ("PySide6", "pydantic", "SQLAlchemy", "reportlab", "PyYAML", "opencv-python-headless")


def facts(folder: Path) -> list[str]:
    """Lines for the head of the results; `folder` is where the measured files were written."""
    memory = psutil.virtual_memory().total / 2**30
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    python = f"{platform.python_implementation()} {platform.python_version()}"
    size = f"{os.cpu_count()} cores, {memory:.1f} GiB"
    return [
        f"{platform.system()}, {platform.machine()}, {_processor()}, {size}",
        f"disk: {_file_system(folder)}, full fsync; no display: Qt's offscreen platform, software raster",
        f"{python}; " + ", ".join(f"{name} {version(name)}" for name in PACKAGES),
        f"load when the run began: {load:.1f} (other work on the machine; the ratios are what counts)",
    ]


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or "processor unknown"
    found = re.search(r"model name\s*:\s*(.+)", text)
    return found[1].strip() if found else "processor unknown"


def _file_system(folder: Path) -> str:
    """The kind of file system that holds a folder."""
    place = str(folder.resolve())
    parts = psutil.disk_partitions(all=True)
    holding = [part for part in parts if place.startswith(part.mountpoint.rstrip("/") + "/")]
    return max(holding, key=lambda part: len(part.mountpoint)).fstype if holding else "kind unknown"
