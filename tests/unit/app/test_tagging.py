from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.storage.conftest import NOON, note

from policyviewer.app.annotating import AnnotationService, Undone
from policyviewer.app.placing import PlacingService
from policyviewer.app.tagging import TagService
from policyviewer.domain.annotations import Colour
from policyviewer.domain.errors import UserError
from policyviewer.storage.annotations import AnnotationStore
from policyviewer.storage.database import Database, Schema
from policyviewer.storage.placements import PlacementStore
from policyviewer.storage.tags import TagStore


@pytest.fixture
def annotating(tmp_path: Path) -> Iterator[AnnotationService]:
    with closing(Database(tmp_path / "notes.sqlite", Schema.NOTES)) as database:
        store = AnnotationStore(database)
        for name, tags in (("n1", ("交通", "急")), ("n2", ("交通",)), ("n3", ())):
            store.save(note(name, tags=tags))
        store.save(note("gone", tags=("交通",), deleted=NOON))
        yield AnnotationService(store, PlacingService(store, PlacementStore(database)), "张三")


@pytest.fixture
def tagging(annotating: AnnotationService, tmp_path: Path) -> Iterator[TagService]:
    with closing(Database(tmp_path / "notes.sqlite", Schema.NOTES)) as database:
        yield TagService(TagStore(database), annotating)


def uses(tagging: TagService) -> list[tuple[str, int]]:
    return [(one.name, one.count) for one in tagging.tags()]


def test_tags_are_counted_outside_the_trash(tagging: TagService):
    assert uses(tagging) == [("交通", 2), ("急", 1)]


def test_a_tag_has_the_colour_it_was_given(tagging: TagService):
    tagging.recolour("急", Colour.PINK)
    assert {one.name: one.colour for one in tagging.tags()}["急"] is Colour.PINK
    assert tagging.colours() == {"急": Colour.PINK}


def test_a_tag_is_renamed_everywhere_in_one_step(
    tagging: TagService, annotating: AnnotationService
):
    tagging.recolour("交通", Colour.PINK)
    assert tagging.rename("交通", " #道路 ") == 2
    assert uses(tagging) == [("道路", 2), ("急", 1)]
    assert tagging.colours()["道路"] is Colour.PINK
    assert annotating.undo() == Undone("标签改名")
    assert uses(tagging) == [("交通", 2), ("急", 1)]


def test_two_tags_become_one(tagging: TagService):
    tagging.rename("急", "交通")
    assert uses(tagging) == [("交通", 2)]


def test_a_tag_is_taken_away(tagging: TagService, annotating: AnnotationService):
    assert tagging.remove("交通") == 2
    assert uses(tagging) == [("急", 1)]
    annotating.undo()
    assert uses(tagging) == [("交通", 2), ("急", 1)]


@pytest.mark.parametrize("name", ["", "  ", "#", "道 路", "道，路"])
def test_what_cannot_be_a_tag_is_refused(tagging: TagService, name: str):
    with pytest.raises(UserError, match="不能作标签"):
        tagging.rename("交通", name)
    assert uses(tagging) == [("交通", 2), ("急", 1)]
