"""The suite's own guards (tests/conftest.py) do stop what they are there to stop."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from policyviewer.app.paths import AppPaths

CONFTEST = Path(__file__).parents[1] / "conftest.py"
OFFENDERS = """
import logging, threading

release = threading.Event()

def test_thread():
    threading.Thread(target=release.wait, name="forgotten", daemon=True).start()

def test_warning():
    logging.getLogger("policyviewer.search").warning("index %s", "lost")

def test_expected_warning(caplog):
    with caplog.at_level(logging.WARNING):
        logging.getLogger("policyviewer.search").warning("index %s", "expected")

def test_quiet():
    logging.getLogger("policyviewer.search").info("nothing")
"""


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give pytest's report on a suite of offenders."""
    folder = tmp_path_factory.mktemp("offenders")
    (folder / "conftest.py").write_text(CONFTEST.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "test_offenders.py").write_text(OFFENDERS, encoding="utf-8")
    words = ["-q", "-rA", "-p", "no:cacheprovider", "-p", "no:randomly", "--rootdir", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words, "-c", os.devnull, str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_a_living_thread_fails_its_test(report: str):
    assert "threads left alive: forgotten" in report


def test_an_unexpected_warning_fails_its_test(report: str):
    assert "WARNING policyviewer.search: index lost" in report


def test_only_the_offenders_fail(report: str):
    failed = sorted(line.split()[1] for line in report.splitlines() if line.startswith("ERROR "))
    names = [name.rpartition("::")[2] for name in failed]
    assert names == ["test_thread", "test_warning"]


def test_there_is_no_network():
    with pytest.raises(ConnectionRefusedError), socket.socket() as client:
        client.connect(("127.0.0.1", 9))


def test_no_name_is_looked_up():
    with pytest.raises(ConnectionRefusedError):
        socket.getaddrinfo("localhost", 80)


@pytest.fixture
def real_file(real_folders: tuple[Path, ...]) -> Path:
    return real_folders[0] / "notes.sqlite"


def test_the_real_home_is_out_of_reach(real_file: Path):
    with pytest.raises(PermissionError, match="no access"):
        real_file.write_bytes(b"")


def test_the_real_notes_cannot_be_opened(real_file: Path):
    with pytest.raises(PermissionError, match="no access"):
        sqlite3.connect(real_file)


def test_platform_folders_are_redirected(real_file: Path):
    assert AppPaths.find({}).data != real_file.parent
