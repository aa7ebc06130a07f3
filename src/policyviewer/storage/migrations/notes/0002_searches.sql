-- Queries that were used, each once, and those that were given a name. ``query`` is JSON (see
-- storage.searches); times are UTC in ISO 8601.
CREATE TABLE search (
    id INTEGER PRIMARY KEY,
    query TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    total INTEGER NOT NULL DEFAULT 0,
    used TEXT NOT NULL,
    deleted TEXT
) STRICT;

CREATE UNIQUE INDEX search_query ON search (query, name);
CREATE INDEX search_used ON search (used);
