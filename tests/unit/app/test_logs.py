from __future__ import annotations

import logging
from pathlib import Path

from policyviewer.app import logs


def test_records_go_to_the_file(tmp_path: Path):
    handler = logs.start(tmp_path / "logs")
    logging.getLogger("policyviewer.test").info("opened %d documents", 3)
    logs.stop(handler)
    text = (tmp_path / "logs" / "policyviewer.log").read_text(encoding="utf-8")
    assert "opened 3 documents" in text


def test_without_a_folder_to_write_nothing_breaks(tmp_path: Path):
    (tmp_path / "file").touch()
    handler = logs.start(tmp_path / "file" / "logs")
    logging.getLogger("policyviewer.test").info("unheard")
    logs.stop(handler)
    assert isinstance(handler, logging.NullHandler)


def test_stopping_leaves_no_handler(tmp_path: Path):
    before = list(logging.getLogger(logs.ROOT).handlers)
    logs.stop(logs.start(tmp_path))
    assert logging.getLogger(logs.ROOT).handlers == before


def test_a_name_that_is_no_text_is_logged(tmp_path: Path):
    handler = logs.start(tmp_path)
    handler.handle(logging.makeLogRecord({"msg": "opened %s", "args": ("\udcce.txt",)}))
    logs.stop(handler)
    text = (tmp_path / "policyviewer.log").read_text(encoding="utf-8")
    assert "opened \\udcce.txt" in text
