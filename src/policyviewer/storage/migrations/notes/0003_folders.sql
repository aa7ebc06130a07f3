-- The user's own folders of documents; a document may lie in several, and its place is kept also
-- while the document itself is not in the library. Times are UTC in ISO 8601.
CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    deleted TEXT
) STRICT;

CREATE TABLE placed (
    folder INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    PRIMARY KEY (folder, document)
) STRICT, WITHOUT ROWID;
