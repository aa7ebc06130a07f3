"""The whole program in one process: real window, real SQLite, real index."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policyviewer.app.paths import AppPaths
from policyviewer.ui.application import Session

Start = Callable[[], Session]


@pytest.fixture
def home(tmp_path: Path, bundled_shelf: Path) -> AppPaths:
    """Give the paths of a user who has started the program before."""
    paths = AppPaths.under(tmp_path / "home")
    shutil.copytree(bundled_shelf, paths.bundled_cache)
    return paths


@pytest.fixture(autouse=True)
def _nothing_is_frozen() -> Iterator[None]:
    """Give the collector back what a window has kept from it: here many follow each other."""
    yield
    gc.unfreeze()


@pytest.fixture
def running() -> list[Session]:
    return []


@pytest.fixture
def start(qtbot, qapp, home: AppPaths, running: list[Session]) -> Iterator[Start]:
    """Give a starter of the program; what is still running at the end is ended."""

    def begin() -> Session:
        session = Session(home, qapp)
        running.append(session)
        session.begin()
        qtbot.waitUntil(lambda: session.desk is not None)
        qtbot.waitUntil(lambda: session.window.reader.document is not None)
        settle(qtbot, session)
        return session

    yield begin
    for session in running:
        quit_program(session)
    qapp.setStyleSheet("")


def settle(qtbot, session: Session) -> None:
    """Wait until nothing is going on."""
    qtbot.waitUntil(lambda: not session.tasks.busy and not session.window.reader.filling)


def quit_program(session: Session) -> None:
    """Close the window as a user does, and end the program."""
    session.window.close()
    session.end()


@pytest.fixture
def settled(qtbot) -> Callable[[Session], None]:
    return lambda session: settle(qtbot, session)


@pytest.fixture
def quit_(running: list[Session]) -> Callable[[Session], None]:
    def end(session: Session) -> None:
        running.remove(session)
        quit_program(session)

    return end
