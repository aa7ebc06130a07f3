-- The user's own work. Times are UTC in ISO 8601; ranges are code points of the text annotated.
CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    colour TEXT NOT NULL,
    text TEXT NOT NULL,
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    provision TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    deleted TEXT
) STRICT;

CREATE INDEX annotation_document ON annotation (document);

CREATE TABLE tag (
    annotation TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (annotation, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_name ON tag (name);

-- What a note said before each change.
CREATE TABLE history (
    annotation TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
    modified TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX history_annotation ON history (annotation);

CREATE TABLE position (
    document TEXT PRIMARY KEY,
    start INTEGER NOT NULL,
    read TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tab (
    ordinal INTEGER PRIMARY KEY,
    document TEXT NOT NULL
) STRICT;
