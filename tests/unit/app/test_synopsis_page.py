from __future__ import annotations

from tests.unit.laws import BODIES, law

from policyviewer.app.comparing import Side, compared
from policyviewer.app.synopsis_page import page_of
from policyviewer.app.synopsis_sheet import sheet_of
from policyviewer.domain.structure import parse


def page(*bodies: str) -> str:
    sides = [Side("青山县道路条例", parse(law(*one))) for one in (BODIES, bodies)]
    return page_of(sheet_of(compared(*sides))).decode("utf-8")


def test_what_was_taken_out_and_put_in_is_marked_as_such():
    told = page(BODIES[0].replace("全县", "全市"), *BODIES[1:])
    assert "修好<del>全县</del>道路" in told or "<del>县</del>" in told
    assert "<ins>" in told


def test_the_page_needs_nothing_besides_itself():
    told = page(*BODIES)
    assert "<script" not in told
    assert "http" not in told
    assert told.startswith("<!DOCTYPE html>")


def test_signs_of_the_text_are_no_markup():
    told = page(*BODIES, "路面&桥梁<b>不得</b>损坏，违者处罚。")
    assert "路面&amp;桥梁&lt;b&gt;不得" in told
