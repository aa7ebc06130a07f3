"""A note, and annotations of every sort, for properties that must hold for all of them."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from hypothesis import strategies as st

from policyviewer.domain.annotations import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    Quote,
    Target,
)
from policyviewer.domain.documents import DocumentId
from policyviewer.domain.ranges import TextRange

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
NOTE = Annotation(
    AnnotationId("n"),
    "张三",
    AnnotationKind.NOTE,
    Colour.YELLOW,
    "",
    (),
    Target(DocumentId("d"), 1, "art_1", TextRange(0, 2), Quote("修路", "", "")),
    NOON,
    NOON,
)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
TIMES = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001  # zone: below
    lambda when: when.replace(tzinfo=UTC)
)
SPANS = st.tuples(st.integers(0, 500), st.integers(0, 50)).map(
    lambda ends: TextRange(ends[0], ends[0] + ends[1])
)
TARGETS = st.builds(
    Target,
    WORDS.map(DocumentId),
    st.integers(0, 9),
    WORDS,
    SPANS,
    st.builds(Quote, WORDS, WORDS, WORDS),
    WORDS,
    WORDS,
)
ANNOTATIONS = st.builds(
    Annotation,
    st.integers(0, 2**64).map(lambda number: AnnotationId(str(uuid.UUID(int=number)))),
    WORDS,
    st.sampled_from(AnnotationKind),
    st.sampled_from(Colour),
    WORDS,
    st.lists(WORDS.filter(bool), max_size=3, unique=True).map(tuple),
    TARGETS,
    TIMES,
    TIMES,
    st.none() | TIMES,
    WORDS,
    st.floats(0, 100),
)
