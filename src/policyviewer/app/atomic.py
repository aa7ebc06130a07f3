"""Files that are either wholly the old one or wholly the new one."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from policyviewer.domain.errors import StorageError


def write_json(path: Path, value: object) -> None:
    """Replace a file by the JSON of a value, in one step.

    Raises StorageError when the folder cannot be written.
    """
    made = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            errors="backslashreplace",  # a lone surrogate becomes JSON's escape of it
            dir=path.parent,
            prefix=path.name,
            delete=False,
        ) as file:
            made = file.name
            json.dump(value, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(made).replace(path)
    except OSError as error:
        if made:
            with suppress(OSError):  # on a full disk each attempt would leave one
                Path(made).unlink()
        raise StorageError(f"无法写入“{path}”。", "请检查磁盘空间和文件夹的写入权限。") from error


def read_json(path: Path) -> object:
    """Give what a JSON file holds, or None when it is missing or is not JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
