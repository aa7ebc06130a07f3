from __future__ import annotations

from pathlib import Path

import pytest

from policyviewer.domain.structure import parse
from policyviewer.ui.help import CHAPTERS, chapter_of

MANUAL = Path(__file__).parents[2] / "resources" / "library" / "使用手册.txt"


@pytest.mark.parametrize("place", [*CHAPTERS, "anywhere else"])
def test_every_place_has_a_chapter_that_the_manual_has(place: str):
    nodes = {one.id: one for one in parse(MANUAL.read_text(encoding="utf-8")).nodes}
    assert nodes[chapter_of(place)].marker.endswith("、")


@pytest.mark.parametrize(
    ("place", "label"), [("search", "检索"), ("library", "打开和导入文件"), ("citations", "引用")]
)
def test_the_chapter_is_about_the_place(place: str, label: str):
    nodes = {one.id: one for one in parse(MANUAL.read_text(encoding="utf-8")).nodes}
    assert nodes[chapter_of(place)].label.startswith(label)
