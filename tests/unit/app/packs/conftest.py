from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.packing import Press, User

from policyviewer.app.paths import AppPaths


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return AppPaths.under(tmp_path / "home")


@pytest.fixture
def user(paths: AppPaths, press: Press) -> User:
    """Give a user who trusts the publisher."""
    return User(paths).trusting(press)
