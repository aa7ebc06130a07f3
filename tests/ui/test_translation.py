from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from policyviewer.ui.translation import install_chinese, noop, tr


def test_qt_speaks_chinese(qapp):
    assert install_chinese(qapp)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_words_without_a_translation_stay_as_they_are(qapp):
    assert tr("目录") == noop("目录") == "目录"
