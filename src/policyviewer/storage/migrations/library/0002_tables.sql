-- Tables of the texts; cells is a JSON list of [start, end, row, column, rows, columns].
CREATE TABLE layout (
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (document, version, ordinal),
    FOREIGN KEY (document, version) REFERENCES version (document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Which parser read a version: an outline of an older one is read anew from the stored text.
ALTER TABLE version ADD COLUMN parser INTEGER NOT NULL DEFAULT 1;
CREATE INDEX version_parser ON version (parser);
