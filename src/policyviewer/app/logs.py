"""Logging: one rotating file in the user's log folder, nothing on the screen."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"
_BYTES = 1_000_000
_KEPT = 3
ROOT = "policyviewer"


def start(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Begin to log into ``policyviewer.log``; without a writable folder nothing is logged.

    Gives the handler, so that whoever began can end it with :func:`stop`.
    """
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "policyviewer.log",
            maxBytes=_BYTES,
            backupCount=_KEPT,
            encoding="utf-8",
            errors="backslashreplace",  # a file's name may be no text
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger(ROOT)
    root.setLevel(level)
    root.addHandler(handler)
    return handler


def stop(handler: logging.Handler) -> None:
    """End what :func:`start` began."""
    logging.getLogger(ROOT).removeHandler(handler)
    handler.close()
