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


def test_another_failure_waits_until_the_first_is_read(reporter: ErrorReporter):
    reporter.show(UserError("一。"))
    reporter.show(UserError("二。"))
    assert reporter.shown.text() == "一。"
    reporter.shown.close()
    assert reporter.shown.text() == "二。"
    reporter.shown.close()
    assert reporter.shown is None


def test_a_failure_that_repeats_itself_is_told_once(reporter: ErrorReporter):
    for text in ("一。", "一。", "二。", "二。"):
        reporter.show(UserError(text))
    reporter.shown.close()
    reporter.shown.close()
    assert reporter.shown is None


def test_an_exception_of_another_thread_reaches_the_window(
    qtbot, reporter: ErrorReporter, caplog: pytest.LogCaptureFixture
):
    before = (sys.excepthook, threading.excepthook)
    reporter.install()
    with caplog.at_level(logging.ERROR):
        thread = threading.Thread(target=lambda: 1 // 0)  # noqa: TID251  # not of the program
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: reporter.shown is not None)
    reporter.uninstall()
    assert "unexpected error" in caplog.text
    assert (sys.excepthook, threading.excepthook) == before
    reporter.shown.close()
