"""Each module of the core layers has its test file at the same path."""

from __future__ import annotations

from pathlib import Path

import pytest

import policyviewer

PACKAGE = Path(policyviewer.__file__).parent
TESTS = Path(__file__).parent
LAYERS = ("domain", "storage", "search", "importers", "app", "cli")
MODULES = sorted(
    file.relative_to(PACKAGE).as_posix()
    for layer in LAYERS
    for file in (PACKAGE / layer).rglob("*.py")
    if file.name != "__init__.py"
)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_its_test_file(module: str):
    place = Path(module)
    assert (TESTS / place.parent / f"test_{place.name}").is_file()
