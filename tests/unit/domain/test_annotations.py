from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policyviewer.domain.annotations import CONTEXT, Quote, quote_of
from policyviewer.domain.ranges import TextRange


def test_a_quotation_keeps_what_stands_around_it():
    assert quote_of("甲乙丙丁戊", TextRange(2, 3)) == Quote("丙", "甲乙", "丁戊")


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_context_is_bounded_and_true(text: str, one: int, other: int):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    quote = quote_of(text, TextRange(start, end))
    assert quote.prefix + quote.exact + quote.suffix in text
    assert max(len(quote.prefix), len(quote.suffix)) <= CONTEXT
