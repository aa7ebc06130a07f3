"""What holds for every test: no display, no network, no real home, no thread or warning left."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partialmethod
from pathlib import Path
from typing import TYPE_CHECKING, Self

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read when Qt starts, so before any test file
os.environ["RUST_BACKTRACE"] = "0"  # as in a reading process; symbols of a panic take seconds

import platformdirs
import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from policyviewer.app import bundled
from policyviewer.app.paths import HOME_VARIABLE, AppPaths
from policyviewer.app.readers import pool
from policyviewer.cli import library_commands
from policyviewer.domain.tasks import JobContext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from tests.unit.packing import Press

PATIENCE = 60_000
"""Milliseconds after which what a test waits for will not come."""
_REAL = platformdirs.PlatformDirs("PolicyViewer", appauthor=False)
_REAL_FOLDERS = (
    _REAL.user_data_path,
    _REAL.user_cache_path,
    _REAL.user_config_path,
    _REAL.user_log_path,
)
_NETWORK_EVENTS = frozenset({"socket.connect", "socket.getaddrinfo", "socket.sendto"})
_FILE_EVENTS = frozenset({"open", "os.mkdir", "os.rename", "os.link", "sqlite3.connect"})
_HOME_VARIABLES = (
    "HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
)

settings.register_profile("ci", derandomize=False, deadline=None, print_blob=True)
settings.register_profile("thorough", parent=settings.get_profile("ci"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def _refuse_outside(event: str, arguments: tuple[object, ...]) -> None:
    """Make the interpreter itself refuse the network and the developer's own PolicyViewer data.

    An audit hook, since it also sees what C code and the tests' own imports do.
    """
    if event in _NETWORK_EVENTS and not _is_local(arguments[1] if len(arguments) > 1 else None):
        raise ConnectionRefusedError(f"tests have no network: {event} {arguments[1:]!r}")
    if event in _FILE_EVENTS:
        place = arguments[0]
        if isinstance(place, str | os.PathLike) and _is_real(os.fspath(place)):
            raise PermissionError(f"tests have no access to the real {place!r} ({event})")


def _is_local(address: object) -> bool:
    """Tell a socket in the file system, as the X server's is, from a host on the network."""
    return isinstance(address, str | bytes) and os.fsdecode(address).startswith(("/", "\0"))


def _is_real(place: str | bytes) -> bool:
    path = os.path.abspath(os.fsdecode(place))  # noqa: PTH100  # Path.absolute keeps ".."
    return any(path.startswith(str(folder)) for folder in _REAL_FOLDERS)


sys.addaudithook(_refuse_outside)


def pytest_sessionfinish() -> None:
    """Empty the offscreen clipboard while there still is a Python to do it.

    It lives in a static of Qt's, which goes after the interpreter: what a Python method has put
    there would be freed into the void, and a green run would end with a segmentation fault.
    """
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and isinstance(gui.QGuiApplication.instance(), gui.QGuiApplication):
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def real_folders() -> tuple[Path, ...]:
    """Give the folders of an installed PolicyViewer, which no test can write to."""
    return _REAL_FOLDERS


@pytest.fixture(scope="session")
def _user_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one home for the whole run: fontconfig keeps its cache there."""
    return tmp_path_factory.mktemp("user")


@pytest.fixture(autouse=True)
def _own_home(
    _user_home: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Point every folder a program may write to, in this process and its children, elsewhere."""
    for name in _HOME_VARIABLES:
        monkeypatch.setenv(name, str(_user_home))
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path_factory.mktemp("home")))


class _RunningReaders(pool.ReaderPool):
    """Processes that go on after an import, for the next one."""

    @contextmanager
    def lent(self) -> Iterator[Self]:
        """Lend them; those that are left at work are ended."""
        try:
            yield self
        finally:
            for worker in self._workers:
                if worker.busy:
                    worker.end()


@pytest.fixture(scope="session")
def bundled_shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the bundled library as the first start makes it: once, and not for every test."""
    paths = AppPaths.under(tmp_path_factory.mktemp("first"))
    bundled.build(
        paths.bundled_sources, paths.bundled_cache, JobContext(), dictionary=paths.dictionary
    )
    return paths.bundled_cache


@pytest.fixture(scope="session")
def _running_readers() -> Iterator[_RunningReaders]:
    with _RunningReaders() as running:
        yield running


@pytest.fixture(autouse=True)
def _readers_are_lent(_running_readers: _RunningReaders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let imports find real reading processes running: starting two takes most tests' time."""
    for user in (pool, library_commands):
        monkeypatch.setattr(user, "ReaderPool", _running_readers.lent)


@pytest.fixture(autouse=True)
def _no_thread_left_behind() -> Iterator[None]:
    """Fail the test that leaves a thread alive."""
    before = set(threading.enumerate())
    yield
    left = sorted(thread.name for thread in set(threading.enumerate()) - before)
    if left:
        pytest.fail(f"threads left alive: {', '.join(left)}")


@pytest.fixture(autouse=True)
def _no_lesser_application() -> Iterator[None]:
    """Fail the test that leaves an application without widgets: the next QWidget would abort.

    There is one application a process. What makes its own when there is none, as ``doctor``
    does, is tested with the ``qapp`` fixture, or in another process.
    """
    before = _has_lesser_application()
    yield
    if _has_lesser_application() and not before:
        pytest.fail("the test left an application without widgets: let it take qapp")


def _has_lesser_application() -> bool:
    core = sys.modules.get("PySide6.QtCore")
    application = core.QCoreApplication.instance() if core else None
    return application is not None and not application.inherits("QApplication")


class _UnexpectedRecords(logging.Handler):
    """Keeps what the test did not expect; ``caplog.at_level`` says what it expects."""

    def __init__(self, caplog: pytest.LogCaptureFixture) -> None:
        super().__init__(logging.WARNING)
        self._caplog = caplog
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        expected = self._caplog.handler.level
        if not logging.NOTSET < expected <= record.levelno:
            self.records.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_warning(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test in which the program logs a warning or worse, unless it was expected.

    A test that expects one says so with ``with caplog.at_level(logging.WARNING):`` around it.
    """
    handler = _UnexpectedRecords(caplog)
    logger = logging.getLogger("policyviewer")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    if handler.records:
        pytest.fail("unexpected log records:\n" + "\n".join(handler.records))


class PatientBot(QtBot):
    """Waits long before it gives up: that the machine is busy is no fault of the program."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE)  # noqa: N815
    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE)  # noqa: N815


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """Give the paths of a user who has just installed the program."""
    return AppPaths.under(tmp_path / "home")


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Give a publisher with packs of four versions of a library; nobody changes them."""
    from tests.unit.packing import Press

    return Press(tmp_path_factory.mktemp("press"))
