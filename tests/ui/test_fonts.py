from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont

from policyviewer.app.paths import AppPaths
from policyviewer.ui import fonts
from policyviewer.ui.fonts import (
    FALLBACK,
    FAMILIES,
    ensure_chinese_font,
    has_chinese_font,
    interface_font,
    load_fallback,
    row_height,
    second,
)
from policyviewer.ui.inspection import inspect_qt

RESOURCES = AppPaths.under(Path("home")).resources
FOLDER = RESOURCES / "fonts"
UI = Path(fonts.__file__).parent


def test_chinese_families_come_first(qapp):
    assert interface_font().families() == list(FAMILIES)


def test_fonts_are_counted_as_the_doctor_does(qapp):
    assert has_chinese_font() == bool(inspect_qt()["chinese_fonts"])


def test_the_programs_own_font_has_the_characters_of_its_own_texts(qapp):
    font = QRawFont(str(FOLDER / "PolicyViewerHan-Regular.otf"), 16)
    assert font.familyName() == FALLBACK
    files = [*(RESOURCES / "library").glob("*.*"), RESOURCES / "translations/policyviewer_en.ts"]
    texts = "".join(one.read_text("utf-8", errors="ignore") for one in files)
    missing = {one for one in texts if one.isprintable() and not font.supportsCharacter(ord(one))}
    common = {one for one in missing if _is_common(one)}
    assert common == set()


def test_the_programs_own_font_has_every_sign_of_the_window(qapp):
    font = QRawFont(str(FOLDER / "PolicyViewerHan-Regular.otf"), 16)
    parts = ("widgets", "panes", "models", "dialogs", "presenters")
    files = [one for part in parts for one in (UI / part).glob("*.py")]
    trees = (ast.parse(one.read_text("utf-8")) for one in files)
    words = (one.value for tree in trees for one in ast.walk(tree) if isinstance(one, ast.Constant))
    signs = {sign for word in words if isinstance(word, str) for sign in word if sign.isprintable()}
    assert len(signs) > 500
    assert {sign for sign in signs if not font.supportsCharacter(ord(sign))} == set()


def _is_common(character: str) -> bool:
    """Say whether GB 2312, which every Chinese font has, holds a character."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("there", [True, False])
def test_where_the_program_brings_no_font_that_of_windows_is_taken(
    qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
):
    monkeypatch.setattr(fonts, "has_chinese_font", lambda: False)
    monkeypatch.setattr(fonts, "_load", lambda file: there and file == fonts.WINDOWS_FONT)
    assert ensure_chinese_font(tmp_path) is there
    assert fonts.WINDOWS_FONT.name == "msyh.ttc"


def test_a_font_that_is_not_there_is_told(qapp, tmp_path: Path):
    assert not load_fallback(tmp_path)
    (tmp_path / "PolicyViewerHan-Regular.otf").write_bytes(b"no font")
    assert not load_fallback(tmp_path)


def test_where_there_is_a_chinese_font_nothing_is_loaded(qapp, tmp_path: Path):
    if not has_chinese_font():
        pytest.skip("this machine has no Chinese font")
    assert ensure_chinese_font(tmp_path)


BARE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from policyviewer.ui.fonts import ensure_chinese_font, has_chinese_font
application = QApplication([])
print(has_chinese_font(), ensure_chinese_font(Path(sys.argv[1])), has_chinese_font())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig is Linux's")
def test_a_machine_without_chinese_fonts_gets_the_programs_own(tmp_path: Path):
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
    environ = {**os.environ, "FONTCONFIG_FILE": str(empty), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", BARE, str(FOLDER)],
        env=environ, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["False", "True", "True"]


def test_second_text_and_rows_grow_with_the_type(qapp):
    usual, large = interface_font(), interface_font(1.5)
    assert second(large).pixelSize() == round(second(usual).pixelSize() * 1.5)
    assert row_height(usual, 32) == 32
    assert row_height(large, 32) > 44
