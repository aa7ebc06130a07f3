from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.ranges import TextRange
from policyviewer.ui.reader.overlaps import Overlaps

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(
    lambda pair: TextRange(pair[0], pair[0] + pair[1])
)


@given(st.lists(SPANS), SPANS)
def test_found_are_those_that_share_a_code_point_or_are_empty_inside(
    spans: list[TextRange], stretch: TextRange
):
    expected = [
        one
        for one in sorted(spans)
        if one.start <= stretch.end
        and (one.end > stretch.start or (one.length == 0 and one.end == stretch.start))
    ]
    assert Overlaps(spans, lambda span: span).touching(stretch) == expected
