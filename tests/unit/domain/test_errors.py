from __future__ import annotations

from policyviewer.domain.errors import StorageError, UserError


def test_an_error_says_what_happened_and_what_to_do():
    error = StorageError("数据库被占用。", "请关闭另一个窗口。")
    assert isinstance(error, UserError)
    assert (str(error), error.hint) == ("数据库被占用。", "请关闭另一个窗口。")
