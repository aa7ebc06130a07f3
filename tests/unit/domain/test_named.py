from __future__ import annotations

from policyviewer.domain.named import Named, NameKind


def test_names_sort_by_where_they_stand() -> None:
    later, first = Named(5, 7, NameKind.PLACE, "重庆"), Named(0, 3, NameKind.BODY, "国务院")
    assert sorted([later, first]) == [first, later]
