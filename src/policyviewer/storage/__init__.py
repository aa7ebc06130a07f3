"""SQLite: the document library and the user's notes."""
