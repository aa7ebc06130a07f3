"""Qt's fonts and painting where there is no window."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from policyviewer.app.paths import AppPaths
from policyviewer.domain.errors import UserError
from policyviewer.ui.fonts import ensure_chinese_font
from policyviewer.ui.translation import tr


@contextmanager
def ready(paths: AppPaths) -> Iterator[None]:
    """Keep Qt able to set Chinese text; where there is no application, one without a display is
    made. Raises UserError where no font can show Chinese.
    """
    # On Windows the fonts are those of the desktop, which is always there.
    quiet = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
    application = QApplication.instance() or QApplication(["policyviewer", *quiet])
    if not ensure_chinese_font(paths.resources / "fonts"):
        raise UserError(tr("没有能显示中文的字体。"), tr("请安装一种中文字体，或重新安装本程序。"))
    yield
    del application
