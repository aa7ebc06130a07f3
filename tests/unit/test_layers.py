"""Nothing below the window loads Qt: proved at run time, beside import-linter's static proof."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import policyviewer

PACKAGE = Path(policyviewer.__file__).parent
LAYERS = ("domain", "storage", "search", "importers", "app", "cli")
PROBE = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted({m.partition(".")[0] for m in sys.modules} & {"PySide6", "shiboken6", "qtawesome"}))
"""


def modules(layer: str) -> list[str]:
    """Give the dotted names of a layer's modules."""
    files = sorted((PACKAGE / layer).rglob("*.py"))
    names = (file.relative_to(PACKAGE.parent).with_suffix("").parts for file in files)
    return [".".join(name).removesuffix(".__init__") for name in names]


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_loads_without_qt(layer: str):
    command = [sys.executable, "-c", PROBE, *modules(layer)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_the_probe_sees_qt():
    command = [sys.executable, "-c", PROBE, "PySide6.QtCore"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["PySide6", "shiboken6"]
