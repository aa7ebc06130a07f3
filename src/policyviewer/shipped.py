"""The folders that come with the program, wherever it runs from."""

from __future__ import annotations

import sys
from pathlib import Path

import policyviewer


def resources() -> Path:
    """Give the folder of the resources: frozen, wheel or checkout."""
    return shipped()[0]


def shipped() -> tuple[Path, Path]:
    """Give the folders of resources and prebuilt index: frozen, wheel or checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources", Path(frozen) / "index"
    package = Path(policyviewer.__file__).parent
    if (package / "_resources").is_dir():
        return package / "_resources", package / "_index"
    checkout = package.parents[1]
    return checkout / "resources", checkout / "index"
