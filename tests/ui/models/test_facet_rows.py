from __future__ import annotations

from PySide6.QtCore import Qt

from policyviewer.domain.queries import Facet, FacetName, FacetValue
from policyviewer.ui.models.facet_rows import FIRST, FacetModel, More, facet_rows
from policyviewer.ui.models.rows import Row

ISSUERS = tuple(FacetValue(f"机关{at}", f"机关{at}", 90 - at, at == 12) for at in range(20))
FACETS = (
    Facet(FacetName.DOCUMENT, (FacetValue("d", "关于机关事务的通知", 7),)),
    Facet(FacetName.YEAR, ()),
    Facet(FacetName.ISSUER, ISSUERS),
)


def texts(rows: list[Row]) -> list[list[str]]:
    return [[row.text, *(one.text for one in row.children)] for row in rows]


def test_the_first_values_stand_there_and_the_chosen():
    rows = facet_rows(FACETS, "", ())
    assert [row.text for row in rows] == ["机关", "文件"]
    shown = [one.text for one in rows[0].children]
    assert shown == [*(f"机关{at}" for at in range(FIRST)), "机关12", "另有 13 项…"]
    assert isinstance(rows[0].children[-1].value, More)


def test_all_values_on_request_and_when_narrowed_down():
    assert len(facet_rows(FACETS, "", {FacetName.ISSUER})[0].children) == 20
    assert texts(facet_rows(FACETS, "机关1", ()))[0][1:3] == ["机关1", "机关10"]
    assert texts(facet_rows(FACETS, "事务", ())) == [["文件", "关于机关事务的通知"]]


def test_choices_carry_a_check_mark_and_their_count(qtmodeltester):
    model = FacetModel()
    model.set_rows(facet_rows(FACETS, "", ()))
    qtmodeltester.check(model)
    group = model.index(0, 0)
    chosen = model.index_of("issuer#机关12")
    assert chosen.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    first = model.index(0, 0, group)
    assert first.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "机关0，90 条"
    assert group.data(Qt.ItemDataRole.CheckStateRole) is None
