-- The number of the change that an annotation had last, so that lists of a hundred thousand read
-- what has changed and not everything; and the colours that the user gave to tags.
ALTER TABLE annotation ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;

CREATE INDEX annotation_touched ON annotation (touched);

CREATE TABLE tag_colour (
    name TEXT PRIMARY KEY,
    colour TEXT NOT NULL
) STRICT, WITHOUT ROWID;
