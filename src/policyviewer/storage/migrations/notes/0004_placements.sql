-- What an annotation needs to be understood without the library, a bookmark's folder and place in
-- it, and where annotations stand in later versions of their documents than they were made on.
ALTER TABLE annotation ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE annotation ADD COLUMN citation TEXT NOT NULL DEFAULT '';
ALTER TABLE annotation ADD COLUMN folder TEXT NOT NULL DEFAULT '';
ALTER TABLE annotation ADD COLUMN rank REAL NOT NULL DEFAULT 0;

CREATE INDEX annotation_deleted ON annotation (deleted) WHERE deleted IS NOT NULL;

-- The place in one version of the document; ranges are code points of that version's text.
CREATE TABLE placement (
    annotation TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    state TEXT NOT NULL,
    provision TEXT,
    start INTEGER,
    "end" INTEGER,
    likely_start INTEGER,
    likely_end INTEGER,
    settled INTEGER NOT NULL,
    PRIMARY KEY (annotation, version)
) STRICT, WITHOUT ROWID;

-- What an annotation was about before the user put it on other words.
CREATE TABLE former_target (
    annotation TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
    changed TEXT NOT NULL,
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    provision TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL
) STRICT;

CREATE INDEX former_target_annotation ON former_target (annotation);

-- As an annotation was when it was last taken from or handed to somebody: what both sides have.
CREATE TABLE exchanged (
    annotation TEXT PRIMARY KEY REFERENCES annotation (id) ON DELETE CASCADE,
    modified TEXT NOT NULL
) STRICT, WITHOUT ROWID;
