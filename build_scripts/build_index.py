"""Builds the index of the bundled library into index/, for the wheel and the frozen program.

    python build_scripts/build_index.py

What is already there is replaced in one step; index/README.md stays.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import release_files
from policyviewer.app import bundled
from policyviewer.domain.errors import UserError
from policyviewer.domain.tasks import JobContext

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "resources" / "library"
INDEX = ROOT / "index"


def main() -> int:
    """Build, and give 1 with the reason when the library cannot be read or written."""
    began = time.perf_counter()
    random.seed(0)  # Whoosh names its files by chance; the same library shall have the same bytes
    try:
        count = bundled.build(SOURCES, INDEX, JobContext())
        release_files.settle_index(INDEX / "index")
    except UserError as error:
        print(f"{error.text}{error.hint}", file=sys.stderr)
        return 1
    print(f"{count} documents indexed into {INDEX} in {time.perf_counter() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
