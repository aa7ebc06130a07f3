from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtWidgets import QWidget

from policyviewer.domain.errors import UserError
from policyviewer.ui.errors import ErrorReporter, describe


@pytest.fixture
def reporter(qtbot) -> ErrorReporter:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return ErrorReporter(window)


def test_the_worlds_failures_speak_for_themselves():
    message = describe(UserError("磁盘已满。", "请腾出空间。"))
    assert (message.text, message.hint, message.details) == ("磁盘已满。", "请腾出空间。", "")


def test_a_bug_has_details_for_those_who_mend_it():
    message = describe(ZeroDivisionError("division by zero"))
    assert message.title == "程序出了意外错误"
    assert "ZeroDivisionError" in message.details


def test_a_failure_is_shown_once_at_a_time(qtbot, reporter: ErrorReporter):
    reporter.show(UserError("一。"))
    box = reporter.shown
    reporter.show(UserError("二。"))
    assert reporter.shown is box
    assert box.text() == "一。"
    box.close()
    qtbot.waitUntil(lambda: reporter.shown is None)


def test_an_exception_of_another_thread_reaches_the_window(
    qtbot, reporter: ErrorReporter, caplog: pytest.LogCaptureFixture
):
    before = sys.excepthook
    reporter.install()
    with caplog.at_level(logging.ERROR):
        thread = threading.Thread(target=lambda: 1 // 0)  # noqa: TID251  # not of the program
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: reporter.shown is not None)
    reporter.uninstall()
    assert "unexpected error" in caplog.text
    assert sys.excepthook is before
    reporter.shown.close()
