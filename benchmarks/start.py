"""How long `policyviewer search` takes from the shell, against importing its libraries.

Run: python benchmarks/start.py [rounds]

Pairs the two commands in turn and prints each one's wall time and the ratio; the promise is a
ratio below 1.5 on the bundled library.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

BOUND = 1.5
QUERY = "西部陆海新通道"
PEER = [sys.executable, "-c", "import whoosh, numpy, rjieba"]
OURS = [sys.executable, "-m", "policyviewer", "search", QUERY, "--json"]


def seconds(command: list[str], environ: dict[str, str]) -> float:
    """Give the wall time of one run of a command."""
    began = time.perf_counter()
    subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as home:
        environ = {**os.environ, "POLICYVIEWER_HOME": home}
        seconds(OURS, environ)  # the first start builds the bundled index
        pairs = [(seconds(OURS, environ), seconds(PEER, environ)) for _ in range(rounds)]
    ours, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"{'command':<40}{'median ms':>10}")
    print(f"{'policyviewer search':<40}{ours * 1000:>10.0f}")
    print(f"{'import whoosh, numpy, rjieba':<40}{peer * 1000:>10.0f}")
    print(f"{'ratio (median of pairs)':<40}{ratio:>10.2f}   bound {BOUND}")


if __name__ == "__main__":
    main()
