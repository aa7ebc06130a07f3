"""Everything that must hold before a change is kept, in one command.

    python build_scripts/check.py              format, lint, types, layers, tests
    python build_scripts/check.py --slow       the slow drills as well
    python build_scripts/check.py --only-slow  nothing but the slow drills
    python build_scripts/check.py ruff mypy    only what is named

Needs ``pip install -e '.[dev]'``, no display, no fonts, no network, no root.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"
SLOW_STEP = "slow drills"


@dataclass(frozen=True, slots=True)
class Step:
    """One tool with its arguments, run by the interpreter that runs us."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step ended and how many seconds it took."""

    name: str
    status: int
    seconds: float


STEPS = (
    Step("format", ("-m", "ruff", "format", "--check", ".")),
    Step("lint", ("-m", "ruff", "check", ".")),
    Step("types", ("-m", "mypy")),
    Step("layers", ("-c", _LINT_IMPORTS)),
    Step("tests", ("-m", "pytest", "-q", "-n", "auto", "-m", "not slow")),
    Step(SLOW_STEP, ("-m", "pytest", "-q", "-n", "auto", "-m", "slow", "--timeout=900")),
)


def chosen(arguments: Sequence[str]) -> tuple[Step, ...]:
    """Give the steps that the command line asks for; leaves with usage on a wrong word."""
    parser = argparse.ArgumentParser(description="Check everything that must hold.")
    names = [step.name for step in STEPS if step.name != SLOW_STEP]
    parser.add_argument("steps", nargs="*", help=f"of: {', '.join(names)} (default: all)")
    parser.add_argument("--slow", action="store_true", help="run the slow drills as well")
    parser.add_argument("--only-slow", action="store_true", help="run only the slow drills")
    options = parser.parse_args(arguments)
    unknown = set(options.steps) - set(names)
    if unknown:
        parser.error(f"no such step: {', '.join(sorted(unknown))}")
    wanted = set() if options.only_slow else set(options.steps or names)
    if options.slow or options.only_slow:
        wanted.add(SLOW_STEP)
    return tuple(step for step in STEPS if step.name in wanted)


def perform(step: Step) -> Outcome:
    """Run a step with its output going where ours goes."""
    print(f"\n== {step.name}", flush=True)
    environ = {**os.environ, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}
    began = time.perf_counter()
    done = subprocess.run([sys.executable, *step.arguments], cwd=ROOT, env=environ, check=False)
    return Outcome(step.name, done.returncode, time.perf_counter() - began)


def summary(outcomes: Sequence[Outcome]) -> str:
    """Give the closing table."""
    return "\n".join(("", "== summary", *map(_row, outcomes)))


def _row(outcome: Outcome) -> str:
    word = "ok" if outcome.status == 0 else f"FAILED ({outcome.status})"
    return f"{outcome.name:<14}{word:<14}{outcome.seconds:>7.1f} s"


def main(arguments: Sequence[str]) -> int:
    """Run every chosen step, also after a failure, and give 0 only when all passed."""
    outcomes = [perform(step) for step in chosen(arguments)]
    print(summary(outcomes))
    return 0 if all(one.status == 0 for one in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
