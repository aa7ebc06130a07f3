"""The colours that the user chose for tags."""

from __future__ import annotations

from policyviewer.domain.annotations import Colour
from policyviewer.storage.database import Database


class TagStore:
    """Colours by the names of tags; each change is committed on return."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def colours(self) -> dict[str, Colour]:
        """Give the colours that were chosen."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT name, colour FROM tag_colour").fetchall()
        return {row["name"]: Colour(row["colour"]) for row in rows}

    def set_colour(self, tag: str, colour: Colour) -> None:
        """Give a tag a colour."""
        query = "INSERT OR REPLACE INTO tag_colour (name, colour) VALUES (?, ?)"
        with self._database.transaction() as connection:
            connection.execute(query, (tag, colour.value))
