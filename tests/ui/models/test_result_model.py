from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt

from policyviewer.domain.documents import DocumentId
from policyviewer.domain.queries import (
    Facet,
    FacetName,
    FacetValue,
    SearchHit,
    SearchPage,
    SearchQuery,
)
from policyviewer.domain.ranges import TextRange
from policyviewer.ui.models.result_model import Group, Rest, ResultModel
from policyviewer.ui.models.rows import Role


def hit(document: str, provision: str) -> SearchHit:
    return SearchHit(
        DocumentId(document), f"题{document}", "x.txt", provision, f"第{provision}条", (), "《题》",
        1.0, "建设基地。", (TextRange(0, 2),), (TextRange(5, 7),),
    )  # fmt: skip


def page(*hits: SearchHit, **counts: int) -> SearchPage:
    values = tuple(FacetValue(name, name, count) for name, count in counts.items())
    facets = (Facet(FacetName.DOCUMENT, values),) if counts else ()
    return SearchPage(SearchQuery("建设"), sum(counts.values()), True, 1.0, hits, facets=facets)


def shown(model: ResultModel, parent: QModelIndex | None = None) -> list[object]:
    """Give the listed things: groups with their rows, hits by their key."""
    found: list[object] = []
    above = QModelIndex() if parent is None else parent
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        assert model.parent(index) == above
        value = index.data(Role.VALUE)
        if isinstance(value, Group):
            found.append((value.document, value.total, shown(model, index)))
        elif isinstance(value, SearchHit):
            found.append(value.provision)
        elif isinstance(value, Rest):
            found.append(-value.count)
    return found


def test_hits_stand_below_their_document_in_the_order_of_the_best(qtmodeltester):
    model = ResultModel()
    model.set_page(page(hit("b", "1"), hit("a", "2"), hit("b", "3"), b=2, a=4), grouped=True)
    assert shown(model) == [("b", 2, ["1", "3"]), ("a", 4, ["2", -3])]
    assert model.documents == ["b", "a"]
    qtmodeltester.check(model)


def test_more_hits_go_to_their_groups_and_none_comes_twice(qtmodeltester):
    model = ResultModel()
    model.set_page(page(hit("b", "1"), hit("a", "2"), b=3, a=1), grouped=True)
    qtmodeltester.check(model)
    more = page(hit("b", "4"), hit("a", "2"), hit("c", "5"), b=3, a=1, c=2)
    model.add_page(more)
    assert shown(model) == [("b", 3, ["1", "4", -1]), ("a", 1, ["2"]), ("c", 2, ["5", -1])]
    model.add_page(page(hit("b", "6"), b=3))
    assert shown(model)[0] == ("b", 3, ["1", "4", "6"])
    model.add_page(more)
    assert [len(group[2]) for group in shown(model)] == [3, 1, 2]


def test_a_flat_list_grows_at_its_end(qtmodeltester):
    model = ResultModel()
    model.set_page(page(hit("b", "1"), hit("a", "2")), grouped=False)
    model.add_page(page(hit("b", "3"), hit("b", "1")))
    assert shown(model) == ["1", "2", "3"]
    qtmodeltester.check(model)


def test_hits_are_found_again():
    for grouped in (True, False):
        model = ResultModel()
        model.set_page(page(hit("b", "1"), hit("a", "2"), hit("b", "3")), grouped=grouped)
        assert model.value(model.index_of(hit("b", "3"))) == hit("b", "3")
        assert not model.index_of(hit("c", "1")).isValid()
    assert [one.provision for one in model.hits_of(DocumentId("b"))] == ["1", "3"]


def test_other_hits_replace_those_before():
    model = ResultModel()
    model.set_page(page(hit("b", "1")), grouped=True)
    model.set_page(page(hit("b", "1"), hit("b", "2")), grouped=True)
    assert shown(model) == [("b", 2, ["1", "2"])]
    model.set_page(None, grouped=True)
    assert shown(model) == []


def test_rows_are_told_in_words():
    model = ResultModel()
    model.set_page(page(hit("b", "1"), b=5), grouped=True)
    group = model.index(0, 0)
    first, rest = (model.index(row, 0, group) for row in (0, 1))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert group.data(spoken) == "题b，5 条"
    assert first.data(spoken) == "第1条：建设基地。"
    assert "4 条" in rest.data()
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "《题》"
    assert "题b" in group.data(Qt.ItemDataRole.ToolTipRole)
