"""How the command line speaks: JSON or text on stdout, progress and errors on stderr."""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from dataclasses import dataclass

from policyviewer.domain.errors import UserError
from policyviewer.domain.pace import pace_text
from policyviewer.domain.tasks import JobContext, Progress

_BAR = 24


@dataclass(frozen=True, slots=True)
class Terminal:
    """The two streams of one run and how much is said on them."""

    as_json: bool
    quiet: bool

    def json(self, value: object) -> None:
        """Print one JSON document on one line."""
        print(json.dumps(value, ensure_ascii=False))

    def text(self, line: str = "") -> None:
        """Print a line for people."""
        print(line)

    def error(self, error: UserError) -> None:
        """Tell a failure in one line and its hint in another."""
        print(error.text.replace("\n", " "), file=sys.stderr)
        if error.hint:
            print(f"提示：{error.hint}", file=sys.stderr)

    def context(self) -> JobContext:
        """Give the context for a job: a progress bar where somebody looks at it."""
        if self.as_json or self.quiet or not sys.stderr.isatty():
            return JobContext()
        began = time.monotonic()
        return JobContext(report=lambda progress: _draw(progress, time.monotonic() - began))


def _draw(progress: Progress, seconds: float) -> None:
    drawn = f"{bar(progress)}  {pace_text(progress, seconds)}".rstrip()
    print(f"\r\x1b[K{drawn}", end="", file=sys.stderr, flush=True)
    if progress.done >= progress.total:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def bar(progress: Progress) -> str:
    """Give the line that draws a progress: bar, percentage, count and label."""
    if progress.total <= 0:
        return f"{progress.done} {progress.label}"
    share = min(1.0, progress.done / progress.total)
    filled = round(share * _BAR)
    drawn = "█" * filled + "░" * (_BAR - filled)
    return f"{drawn} {share:4.0%} {progress.done}/{progress.total} {progress.label[:30]}"


def width(text: str) -> int:
    """Give the columns a text takes on a terminal, two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, columns: int) -> str:
    """Give the text filled up with blanks to a number of columns."""
    return text + " " * max(0, columns - width(text))
