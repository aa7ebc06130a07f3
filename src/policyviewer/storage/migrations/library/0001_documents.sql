-- Documents in all their versions. Ranges are code points of the version's text.
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    ordinal INTEGER NOT NULL UNIQUE,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE version (
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    imported TEXT NOT NULL,
    characters INTEGER NOT NULL,
    provisions INTEGER NOT NULL,
    metadata TEXT NOT NULL,
    text TEXT NOT NULL,  -- last: SQLite reads through a long value to what stands after it
    PRIMARY KEY (document, number)
) STRICT;

CREATE INDEX version_sha256 ON version (sha256);
CREATE INDEX version_source ON version (source);

CREATE TABLE component (
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (document, version, ordinal),
    FOREIGN KEY (document, version) REFERENCES version (document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE node (
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    parent TEXT,
    component TEXT NOT NULL,
    class TEXT NOT NULL,
    marker TEXT NOT NULL,
    number INTEGER,
    label TEXT NOT NULL,
    heading_kind TEXT,
    heading_start INTEGER NOT NULL,
    heading_end INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    responsible TEXT,
    PRIMARY KEY (document, version, ordinal),
    FOREIGN KEY (document, version) REFERENCES version (document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    code TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    message TEXT NOT NULL,
    suggestion TEXT,
    PRIMARY KEY (document, version, ordinal),
    FOREIGN KEY (document, version) REFERENCES version (document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
