from __future__ import annotations

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.folders import Folder, FolderId


def test_a_folder_is_a_value():
    one = Folder(FolderId(1), "春耕", frozenset({DocumentId("a")}))
    assert one == Folder(FolderId(1), "春耕", frozenset({DocumentId("a")}))
    assert Folder(FolderId(2), "空").documents == frozenset()
