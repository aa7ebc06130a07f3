from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.note_links import MOST, NoteLink, links_in

CHAPTER = NoteLink("", "第二章")


@pytest.mark.parametrize(
    ("note", "links"),
    [
        ("参见第三条第二款。", [NoteLink("", "第三条第二款")]),
        (
            "与《青山县道路条例》第12条第（一）项一致",
            [NoteLink("青山县道路条例", "第12条第（一）项")],
        ),
        (
            "按《道路条例》办理，见第五条之一",
            [NoteLink("道路条例", ""), NoteLink("", "第五条之一")],
        ),
        ("第三条、第三条", [NoteLink("", "第三条")]),
        (
            "第一部分第（一）项、第二章",
            [NoteLink("", "第一部分第（一）项"), NoteLink("", "第二章")],
        ),
        ("没有出处", []),
        ("《》《《", []),
    ],
)
def test_places_are_found_as_they_are_written(note: str, links: list[NoteLink]):
    assert links_in(note) == links


def test_a_link_is_written_as_it_was():
    assert [one.words for one in links_in("《道路条例》第三条，第五条")] == [
        "《道路条例》第三条",
        "第五条",
    ]


@given(st.text("《》第三条之二款项1（）", max_size=60))
def test_every_link_stands_in_the_note(note: str):
    links = links_in(note)
    assert len(links) <= MOST
    assert all(one.words in note for one in links)
