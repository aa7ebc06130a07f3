from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMessageBox

from policyviewer.app import settings
from policyviewer.app.paths import AppPaths, Layout
from policyviewer.ui.keeping_place import after_asking, notice


@pytest.fixture
def on_stick(qapp, paths: AppPaths) -> AppPaths:
    return replace(paths, layout=Layout.ON_STICK)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give what makes the user click the button with some words."""

    def click(words: str) -> None:
        def exec_(box: QMessageBox) -> int:
            next(one for one in box.buttons() if one.text() == words).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", exec_)

    return click


def test_the_stick_keeps_everything_when_the_user_says_so(on_stick, answer, monkeypatch):
    kept = replace(on_stick, layout=Layout.PORTABLE)
    monkeypatch.setattr(AppPaths, "keep_beside_program", lambda: kept)
    answer("移动磁盘")
    assert after_asking(on_stick) == kept


def test_a_refusal_is_remembered(on_stick, answer):
    answer("本机")
    assert after_asking(on_stick) == on_stick
    assert settings.load(on_stick.settings).asked_for_stick
    answer("移动磁盘")
    assert after_asking(on_stick) == on_stick


def test_elsewhere_nothing_is_asked(qapp, paths: AppPaths):
    assert after_asking(paths) == paths


def test_a_medium_that_cannot_be_written_is_told(paths: AppPaths):
    assert str(paths.data) in notice(replace(paths, layout=Layout.READ_ONLY))
    assert notice(paths) == ""
