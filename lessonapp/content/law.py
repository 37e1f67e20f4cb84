"""The law pack out of `resources/law/pack.yaml`."""

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from lessonapp.content.yaml_source import read_source
from lessonapp.domain.errors import MachineError
from lessonapp.domain.law import LawPack
from lessonapp.settings import resources_folder


@cache
def law_pack(resources: Path | None = None) -> LawPack:
    """The pack of a resources folder; MachineError when the file is broken."""
    path = (resources or resources_folder()) / "law" / "pack.yaml"
    source = read_source(path)
    if source.faults:
        raise MachineError("\n".join(map(str, source.faults)))
    try:
        return LawPack.model_validate(source.data)
    except ValidationError as error:
        raise MachineError(f"{path}: {error}") from error
