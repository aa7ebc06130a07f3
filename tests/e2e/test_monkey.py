"""A monkey plays with the real window: nothing breaks, and the window still does its work."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from monkey import Monkey
from PySide6.QtWidgets import QMessageBox

from policyviewer.app.paths import AppPaths
from policyviewer.app.services import build_services
from policyviewer.app.settings import Settings
from policyviewer.domain.tasks import JobContext
from policyviewer.ui.actions import Do
from policyviewer.ui.application import Session
from samples import write_samples

DEEDS = 300
FEW = (3, 7)
"""Seeds that every run plays; the drills play all."""
ALL = tuple(range(1, 21))


class Breakages(logging.Handler):
    """Keeps what the program logged as an error: no exception goes another way."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(self.format(record))


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> AppPaths:
    """Give the folders of a user who has imported a few dozen documents."""
    folder = tmp_path_factory.mktemp("furnished")
    files = write_samples(folder / "files")
    paths = AppPaths.under(folder / "home")
    services = build_services(paths, Settings())
    services.importing.job(files)(JobContext())
    services.searching.mend(JobContext())
    services.close()
    return paths


@pytest.fixture
def home(furnished: AppPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppPaths:
    """Give each monkey a home of its own, and stand in a folder where it may write."""
    shutil.copytree(furnished.data.parent, tmp_path / "home")
    monkeypatch.chdir(tmp_path)
    return AppPaths.under(tmp_path / "home")


def play(start: Callable[[], Session], settled, quit_, qtlog, tmp_path: Path, seed: int) -> None:
    session = start()
    window = session.window
    window.action(Do.QUIT).setEnabled(False)  # the window is to be alive at the end
    files = write_samples(tmp_path / "files", seed)[:8]
    broken = Breakages()
    logging.getLogger("policyviewer").addHandler(broken)
    monkey = Monkey(window, seed, files, lambda: settled(session))

    def look() -> None:
        shown = session.errors.shown
        bug = shown is not None and bool(shown.detailedText())
        warned = [one.message for one in qtlog.records if "does not support" not in one.message]
        if broken.found or bug or warned or not window.isVisible():
            told = "\n".join([*broken.found, *warned])
            pytest.fail(f"seed {seed}: {told}\nlast deeds:\n{monkey.trace}")

    try:
        monkey.play(DEEDS, look)
    finally:
        logging.getLogger("policyviewer").removeHandler(broken)
    assert window.isVisible()
    assert not [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    works(session, settled)
    quit_(session)


def works(session: Session, settled) -> None:
    """Say what a window that has survived must do: open a document, find words."""
    desk = session.desk
    desk.reading.open(session.services.library.documents()[-1].id)
    settled(session)
    assert session.window.reader.document is not None
    desk.search("")
    settled(session)
    pages = []
    desk.searching.answered.connect(pages.append)
    desk.search("河道")
    settled(session)
    assert pages
    assert pages[-1].total > 0


@pytest.mark.parametrize("seed", FEW)
def test_a_monkey_breaks_nothing(start, settled, quit_, qtlog, tmp_path, seed):
    play(start, settled, quit_, qtlog, tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [seed for seed in ALL if seed not in FEW])
def test_twenty_monkeys_break_nothing(start, settled, quit_, qtlog, tmp_path, seed):
    play(start, settled, quit_, qtlog, tmp_path, seed)
