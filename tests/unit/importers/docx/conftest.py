"""What the reader makes of a body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policyviewer.importers.base import Extract
from policyviewer.importers.docx.importer import extracted


@pytest.fixture(scope="session")
def read(docx: Callable[..., bytes]) -> Callable[..., Extract]:
    """Give what is read of a body and other parts."""

    def extract(body: str, **others: str) -> Extract:
        return extracted(docx(body, **others), "通知.docx")

    return extract


@pytest.fixture(scope="session")
def codes() -> Callable[[Extract], list[str]]:
    return lambda extract: [notice.code for notice in extract.notices]
