"""Migrations: numbered SQL files, each applied once, never edited after a release."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: its number, counted from 1, and its SQL."""

    number: int
    sql: str

    def statements(self) -> Iterator[str]:
        """Give the SQL statement by statement, so that the caller holds the transaction.

        Raises ValueError when the last one is not ended: it would be left out in silence.
        """
        statement = ""
        *parts, rest = self.sql.split(";")
        for part in parts:
            statement += f"{part};"
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""
        if statement or rest.strip():
            msg = f"step {self.number} does not end with a whole statement"
            raise ValueError(msg)


def steps_of(schema: str) -> tuple[Step, ...]:
    """Give the migrations of a schema in order; works from source, wheel and frozen program."""
    folder = resources.files("policyviewer.storage") / "migrations" / schema
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=_name)
    return tuple(
        Step(int(file.name.partition("_")[0]), file.read_text(encoding="utf-8")) for file in files
    )


def _name(file: object) -> str:
    return str(getattr(file, "name", ""))
