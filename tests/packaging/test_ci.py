"""`.ci/run` finds in README.md what it is to run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def command(mark: str) -> str:
    """Give the fenced line that follows a comment, found in another way than .ci/run does."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^<!-- {mark} -->\n```sh\n(.+)\n```$", readme, re.MULTILINE)
    assert found, f"README.md has no one-line command marked {mark}"
    return found[1]


def test_the_test_command_runs_everything():
    assert command("test-command").endswith("build_scripts/check.py")


def test_the_run_command_opens_the_window():
    assert command("run-command").endswith("-m policyviewer")


@pytest.mark.parametrize("mark", ["test-command", "run-command"])
def test_ci_asks_for_both_commands(mark: str):
    assert f"command_of {mark}" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_each_library_that_ci_looks_for_has_a_package():
    lines = (ROOT / ".ci" / "debian-libraries.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split() for line in lines if not line.startswith("#")]
    assert all(len(pair) == 2 and ".so." in pair[0] for pair in pairs)
