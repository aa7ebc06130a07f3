from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from policyviewer.app.groupings import Grouping
from policyviewer.app.shelving import Catalogue, Group
from policyviewer.domain.documents import DocumentId, DocumentSummary
from policyviewer.domain.folders import Folder, FolderId
from policyviewer.domain.metadata import Metadata
from policyviewer.ui.models.library_model import LibraryModel, short_title


@pytest.fixture
def documents(summary: DocumentSummary) -> list[DocumentSummary]:
    nameless = replace(summary, id=DocumentId("n"), metadata=Metadata("手册", "手册"))
    later = replace(summary.metadata, effective="2030-01-01")
    coming = replace(summary, id=DocumentId("c"), metadata=later)
    return [summary, nameless, coming, replace(summary, id=DocumentId("two"))]


@pytest.fixture(params=Grouping)
def model(request, documents: list[DocumentSummary], qapp) -> LibraryModel:
    model = LibraryModel()
    model.show_arrangement(Catalogue(documents, "2026-05-01").arranged(request.param))
    return model


def test_the_model_keeps_qts_rules(model: LibraryModel, qtmodeltester: ModelTester, documents):
    qtmodeltester.check(model, force_py=True)
    model.show_arrangement(Catalogue(documents[:1], "2026-05-01").arranged(Grouping.YEAR))
    qtmodeltester.check(model, force_py=True)


def test_every_document_is_found_and_leads_back(model: LibraryModel, documents):
    for one in documents:
        index = model.index_of(one.id)
        assert model.document_at(index) == one
        assert index.parent().isValid()
        assert model.document_at(index.parent()) is None
    assert not model.index_of("nowhere").isValid()
    assert model.document_at(QModelIndex()) is None


def test_groups_have_names_of_their_own(model: LibraryModel):
    groups = list(model.groups())
    assert len({name for _index, name in groups}) == len(groups)
    assert all(model.data(index).endswith("）") for index, _name in groups)


def test_a_document_tells_what_is_to_be_known_of_it(documents, qapp):
    model = LibraryModel()
    model.show_arrangement(Catalogue(documents, "2026-05-01").arranged(Grouping.KIND))
    coming = model.index_of("c")
    assert "未施行" in coming.data(Qt.ItemDataRole.ToolTipRole)
    assert coming.data(Qt.ItemDataRole.AccessibleTextRole).endswith("，未施行")
    assert model.standing_of(DocumentId("opinion")) == ""


def test_fifty_thousand_documents_are_not_looked_at_before_they_are_shown(documents, qapp):
    class Watched(tuple):
        looked = 0

        def __getitem__(self, at):
            Watched.looked += 1
            return tuple.__getitem__(self, at)

        def __iter__(self):
            raise AssertionError("nothing may go through all documents")

    many = Watched(documents[:1] * 50_000)
    arrangement = Catalogue(documents, "2026-05-01").arranged(Grouping.KIND)
    model = LibraryModel()
    model.show_arrangement(replace(arrangement, groups=(Group("意见", many, count=50_000),)))
    group = model.index(0, 0)
    assert model.rowCount(group) == 50_000
    shown = [model.index(row, 0, group).data() for row in range(49_970, 50_000)]
    assert len(shown) == 30
    assert Watched.looked <= 60


@pytest.mark.parametrize(
    ("title", "shown"),
    [("青山县人民政府关于修路的意见", "关于修路的意见"), ("工作手册", "工作手册")],
)
def test_a_title_is_shown_without_the_issuer_its_group_names(title: str, shown: str):
    assert short_title(title) == shown


def test_documents_are_dragged_into_folders_and_nowhere_else(qtbot, documents):
    spring = Folder(FolderId(1), "春耕", frozenset({DocumentId("n")}))
    model = LibraryModel()
    catalogue = Catalogue(documents, "2026-05-01")
    model.show_arrangement(catalogue.arranged(Grouping.FOLDER, folders=[spring]))
    folder, rest = model.index(0, 0), model.index(1, 0)
    one, inside = model.index_of("two"), model.index_of("n")
    assert model.flags(one) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.flags(folder) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(folder) & Qt.ItemFlag.ItemIsDropEnabled
    assert model.flags(inside) & Qt.ItemFlag.ItemIsDropEnabled
    assert not model.flags(rest) & Qt.ItemFlag.ItemIsDropEnabled

    carried = model.mimeData([one, folder, model.index_of("c")])
    for target in (folder, inside):
        with qtbot.waitSignal(model.dropped) as caught:
            assert model.dropMimeData(carried, Qt.DropAction.MoveAction, -1, 0, target)
        assert caught.args == [spring, ["two", "c"]]
    with qtbot.assertNotEmitted(model.dropped):
        assert not model.dropMimeData(carried, Qt.DropAction.MoveAction, -1, 0, rest)
        nothing = model.mimeData([folder])
        assert not model.dropMimeData(nothing, Qt.DropAction.MoveAction, -1, 0, folder)
