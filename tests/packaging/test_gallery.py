from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import gallery
from policyviewer.domain.structure import parse
from samples import numeral, samples


@pytest.mark.slow  # three processes, one after the other: half a minute
def test_one_command_draws_a_state_at_every_size_and_the_sheet_of_all(tmp_path: Path):
    command = [sys.executable, gallery.__file__, "--out", str(tmp_path), "empty"]
    done = subprocess.run(
        command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=True, capture_output=True
    )

    assert done.stdout
    for name, screen in gallery.SCREENS.items():
        drawn = (tmp_path / name / "empty.png").read_bytes()
        width, height = drawn[16:20], drawn[20:24]  # of the PNG's first chunk
        assert int.from_bytes(width, "big") == screen.width
        assert int.from_bytes(height, "big") == screen.height
    assert "small/empty.png" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_state_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        gallery.main(["nowhere"])
    assert "nowhere" in capsys.readouterr().err


def test_states_have_names_of_their_own():
    names = [state.name for state in gallery.STATES]
    assert len(set(names)) == len(names)


def test_the_samples_are_the_same_each_time_and_read_as_documents():
    assert samples() == samples()
    assert samples() != samples(7)
    opinion = next(one for one in samples() if "意见" in one.name)
    outline = parse(opinion.text)
    assert outline.metadata.issuers
    assert outline.metadata.document_number
    assert len(outline.nodes) > 10
    assert any(finding.suggestion for finding in outline.findings)


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (21, "二十一"), (101, "一百零一"), (110, "一百一十"), (800, "八百")],
)
def test_articles_are_counted_in_chinese(number: int, words: str):
    assert numeral(number) == words
