from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from policyviewer.ui.translation import install_chinese


def test_qt_speaks_chinese(qapp):
    assert install_chinese(qapp)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
