from __future__ import annotations

from dataclasses import replace

from policyviewer.domain.documents import Document
from policyviewer.domain.provisions import provision_at, provisions
from policyviewer.ui.presenters.placing import clean, crumbs_of
from policyviewer.ui.widgets.breadcrumb import Crumb


def test_the_headings_above_a_place_are_its_breadcrumb(document: Document):
    outline = document.outline
    nodes = {one.id: one for one in outline.nodes}
    inner = next(one for one in outline.nodes if one.parent is not None)
    crumbs = crumbs_of(provision_at(provisions(outline), inner.span.start), nodes)
    assert crumbs[-1].offset == inner.span.start
    assert crumbs[-2].offset == nodes[inner.parent].span.start
    assert inner.marker in crumbs[-1].text


def test_above_all_headings_stands_the_title_of_the_part(document: Document):
    tile = replace(provision_at(provisions(document.outline), 0), label="附件")
    assert crumbs_of(tile, {}) == (Crumb("附件", tile.span.start),)
    assert crumbs_of(replace(tile, label=""), {}) == ()


def test_copied_words_have_no_breaks():
    assert clean("一、总体要求\n　　坚持\n") == "一、总体要求坚持"
