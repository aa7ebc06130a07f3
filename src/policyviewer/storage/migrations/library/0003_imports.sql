-- Files of one content in different formats share a key (domain.works.content_key).
ALTER TABLE version ADD COLUMN content TEXT NOT NULL DEFAULT '';
CREATE INDEX version_content ON version (content);

-- What the reader of a file had to tell about it: numbering lost, scanned pages, ….
CREATE TABLE notice (
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (document, version, ordinal),
    FOREIGN KEY (document, version) REFERENCES version (document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What the user corrected in the reading of a document, as JSON; it outlives every version.
CREATE TABLE correction (
    document TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Folders whose new files are offered for import, and the files that were dealt with.
CREATE TABLE watched (
    folder TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
